const languages: Readonly<Record<string, string>> = {
  de: 'german germany', fr: 'french france', es: 'spanish spain', it: 'italian italy', nl: 'dutch netherlands', pt: 'portuguese portugal',
  hi: 'hindi', ar: 'arabic', ru: 'russian', zh: 'chinese', ja: 'japanese', ta: 'tamil', kn: 'kannada', te: 'telugu', mr: 'marathi', bn: 'bengali', gu: 'gujarati', ur: 'urdu',
};
const months = ['january jan', 'february feb', 'march mar', 'april apr', 'may', 'june jun', 'july jul', 'august aug', 'september sept sep', 'october oct', 'november nov', 'december dec'];

const isoDate = /^(\d{4})-(\d{2})-\d{2}$/;
const mostDates = 8;
const grown = 18;
const old = 60;

type Field = { name: string; value: string | number };

const dateOf = (fields: readonly Field[], name: string) => {
  const value = String(fields.find((field) => field.name === name)?.value ?? '');
  return isoDate.test(value) ? value : null;
};

/** "child" or "senior" by the holder's age on the day of issue; '' where that is not known or neither. */
const ageWords = (fields: readonly Field[]): string => {
  const born = dateOf(fields, 'dateOfBirth');
  const issued = dateOf(fields, 'issueDate') ?? dateOf(fields, 'startDate');
  if (!born || !issued) return '';
  const years = Number(issued.slice(0, 4)) - Number(born.slice(0, 4)) - (issued.slice(5) < born.slice(5) ? 1 : 0);
  return years < 0 ? '' : years < grown ? 'child kid minor' : years >= old ? 'senior elder grandparent' : '';
};

/**
 * What people say of a paper that is not printed on it: its language by its English name, the months of its dates (on papers
 * these are often numbers), and whether its holder was a child or old.
 */
export const unprintedWords = (document: { language?: string | null; fields: readonly Field[] }): string[] => {
  const dates = document.fields.filter((field) => field.name !== 'dateOfBirth').map((field) => isoDate.exec(String(field.value))).filter((match) => match !== null).slice(0, mostDates);
  return [
    languages[document.language?.slice(0, 2) ?? ''] ?? '',
    ...new Set(dates.map(([, year, month]) => `${months[Number(month) - 1] ?? ''} ${year}`.trim())),
    ageWords(document.fields),
  ].filter(Boolean);
};
