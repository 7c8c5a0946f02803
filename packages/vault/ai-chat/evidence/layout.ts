const item = /^(?:[-•*·▪–]\s|\(?[a-z]\)|\(?[ivx]{1,4}\)|\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s)/i;

/** True for the first line of a list's item or of a numbered clause. */
export const startsItem = (line: string): boolean => item.test(line);

/** True for "The Company shall not be liable for:", which speaks for the items below it. */
export const opensList = (line: string): boolean => /:\s*$/.test(line) && !/\S {2,}\S/.test(line) && line.split(/\s+/).length >= 3;

/** True for a table's head: three columns or more and no figures. */
export const isTableHead = (line: string): boolean => {
  const cells = line.split(/ {2,}|\t|\s\|\s/).filter(Boolean);
  return cells.length >= 3 && !/\d/.test(line) && !/:/.test(line) && line.length < 140;
};

/** The heading that a line is, without its number, or null. `next` is the following line that has text. */
export const findHeading = (line: string, next: string): string | null => {
  const bare = line.replace(/^(?:section|article|clause|part)?\s*\(?(?:\d{1,2}(?:\.\d{1,2}){0,2}|[IVX]{1,4}|[A-Z])[.):]?\s+(?=\p{Lu})/iu, '').replace(/[:.]$/, '').trim();
  const words = bare.split(/\s+/);
  if (words.length > 9 || bare.length > 70 || bare.length < 3 || /\d|[,;]$|:|@|<<| {2,}|\t/.test(bare) || !/\p{L}{3}/u.test(bare)) return null;
  if (/[.,;]$/.test(line) && !/^\d/.test(line)) return null;
  const letters = bare.replace(/[^\p{L}]/gu, '');
  const shouts = letters === letters.toUpperCase() && letters !== letters.toLowerCase();
  const numbered = bare !== line && /^\(?\d|^[IVX]+[.)]|^(?:section|article|clause|part)/i.test(line);
  const titled = words.length <= 6 && /^\p{Lu}/u.test(bare);
  if (shouts || (numbered && words.length <= 7 && !/\b(?:shall|is|are|will|may|must)\b/i.test(bare))) return bare;
  return titled && next.length > Math.max(24, line.length) ? bare : null;
};
