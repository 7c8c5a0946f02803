export const sections = ['profile', 'appearance', 'notifications', 'security', 'storage', 'data', 'trail'] as const;
export type Section = (typeof sections)[number];
export type SettingsSearch = { section?: Section };

/** Reads which part of the settings an address means. */
export const readSettingsSearch = (search: Record<string, unknown>): SettingsSearch => {
  const section = sections.find((one) => one === search.section && one !== 'profile');
  return section ? { section } : {};
};
