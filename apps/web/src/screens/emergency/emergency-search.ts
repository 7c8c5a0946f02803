export type EmergencySearch = { vault?: string };

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads which family's emergencies an address means; without one it is the first. */
export const readEmergencySearch = (search: Record<string, unknown>): EmergencySearch =>
  typeof search.vault === 'string' && id.test(search.vault) ? { vault: search.vault } : {};
