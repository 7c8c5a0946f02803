const locales = ['en-IN', 'en-US', 'de-DE', 'fr-FR'] as const;

const dates = (iso: string): string[] => {
  const [year, month, day] = iso.split('-') as [string, string, string];
  const date = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return [];
  const bare = (part: string) => String(Number(part));
  const named = ['long', 'short'] as const;
  const names = (['en-GB', 'hi-IN', 'de-DE', 'fr-FR', 'es-ES', 'nl-NL'] as const).flatMap((locale) => named.map((how) => new Intl.DateTimeFormat(locale, { month: how, timeZone: 'UTC' }).format(date).replace('.', '')));
  const numeric = ['/', '-', '.'].flatMap((sign) => [
    [day, month, year], [month, day, year], [bare(day), bare(month), year], [bare(month), bare(day), year], [year, month, day], [day, month, year.slice(2)],
  ].map((parts) => parts.join(sign)));
  const worded = [...new Set(names)].flatMap((name) => [day, bare(day)].flatMap((one) => [`${one} ${name} ${year}`, `${one} ${name}, ${year}`, `${name} ${one}, ${year}`, `${one}-${name}-${year}`, `${one}. ${name} ${year}`]));
  return [...new Set([...numeric, ...worded])];
};

const amounts = (value: number): string[] => [
  ...new Set([2, 0].filter((digits) => digits > 0 || Number.isInteger(value)).flatMap((digits) =>
    locales.map((locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: 2 }).format(value)))),
  value.toFixed(2), String(value),
];

/** How a paper may write a value that was read from it: dates and amounts are kept in one form and printed in many. */
export const waysToWrite = (value: string | number): string[] => {
  if (typeof value === 'number') return amounts(value);
  return /^\d{4}-\d\d-\d\d$/.test(value) ? [...dates(value), value] : [value];
};
