export const sections = ['people', 'shared', 'activity', 'manage'] as const;
export type Section = (typeof sections)[number];

/** What a family's screen shows, as its address says it: a section, and through whose eyes (`as`, a person's id). */
export type FamilySearch = { section?: Section; as?: string };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads an address; what the screen does not know is dropped. */
export const readFamilySearch = (search: Record<string, unknown>): FamilySearch => {
  const section = sections.find((one) => one === search.section);
  return { ...(section ? { section } : {}), ...(typeof search.as === 'string' && uuid.test(search.as) ? { as: search.as } : {}) };
};
