export const sections = ['profile', 'appearance', 'notifications', 'security', 'storage', 'plan', 'data', 'trail'] as const;
export type Section = (typeof sections)[number];
export type SettingsSearch = { section?: Section; checkout?: 'done' | 'waiting' | 'left' };

/** Reads which part of the settings an address means, and how somebody comes back from paying. */
export const readSettingsSearch = (search: Record<string, unknown>): SettingsSearch => {
  const section = sections.find((one) => one === search.section && one !== 'profile');
  const checkout = (['done', 'waiting', 'left'] as const).find((one) => section === 'plan' && one === search.checkout);
  return { ...(section ? { section } : {}), ...(checkout ? { checkout } : {}) };
};
