/** What a right answer says. Forms of writing do not matter: dates, amounts and counts are compared by value. */
export type Expect =
  | { readonly date: string }
  | { readonly amount: number }
  | { readonly count: number }
  /** A document's number; the last four digits behind a mask count as well, since chat may mask identity numbers. */
  | { readonly number: string }
  /** Any one of these phrases, without case, accents and punctuation. */
  | { readonly text: readonly string[] }
  | { readonly all: readonly Expect[] }
  | { readonly any: readonly Expect[] };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthWord = 'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const hindiMonths = ['जनवरी', 'फ़रवरी', 'मार्च', 'अप्रैल', 'मई', 'जून', 'जुलाई', 'अगस्त', 'सितंबर', 'अक्टूबर', 'नवंबर', 'दिसंबर'].map((month) => month.normalize('NFC'));
const iso = (year: string, month: number, day: string): string => `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;

/** Every day named in a text, as ISO; a numeric day that can be read two ways yields both readings. */
export function datesIn(text: string): Set<string> {
  const found = new Set<string>();
  const monthOf = (word: string): number => months.indexOf(word.slice(0, 3).toLowerCase()) + 1;
  for (const [, y, m, d] of text.matchAll(/\b(\d{4})-(\d{2})-(\d{2})\b/g)) found.add(iso(y!, Number(m), d!));
  for (const [, d, m, y] of text.matchAll(new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?[\\s.-]+(?:of\\s+)?(${monthWord})\\.?,?[\\s-]+(\\d{4})`, 'gi'))) found.add(iso(y!, monthOf(m!), d!));
  for (const [, m, d, y] of text.matchAll(new RegExp(`\\b(${monthWord})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})`, 'gi'))) found.add(iso(y!, monthOf(m!), d!));
  for (const [, d, m, y] of text.normalize('NFC').replace('फरवरी', hindiMonths[1]!).matchAll(new RegExp(`(\\d{1,2})\\s+(${hindiMonths.join('|')})\\s+(\\d{4})`, 'g'))) found.add(iso(y!, hindiMonths.indexOf(m!) + 1, d!));
  for (const [, a, b, y] of text.matchAll(/\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/g)) {
    if (Number(b) <= 12) found.add(iso(y!, Number(b), a!));
    if (Number(a) <= 12) found.add(iso(y!, Number(a), b!));
  }
  return found;
}

/** Every number in a text by value; `1,23,456.50`, `1.234,50` and `1 234,50` are understood. */
export function numbersIn(text: string): number[] {
  const found: number[] = [];
  for (const [token] of text.matchAll(/\d(?:[\d.,'’]|[\u00a0\u202f ](?=\d{3}\b))*\d|\d/g)) {
    const bare = token.replace(/['’\s\u00a0\u202f]/g, '');
    found.push(Number(bare.replaceAll(',', '')));
    if (/,\d{1,2}$/.test(bare)) found.push(Number(bare.replaceAll('.', '').replace(',', '.')));
    if (/^\d{1,3}(\.\d{3})+$/.test(bare)) found.push(Number(bare.replaceAll('.', '')));
  }
  return found.filter((value) => Number.isFinite(value));
}

const fold = (text: string): string => ` ${text.normalize('NFKD').replace(/\p{Mn}(?<![ऀ-ॿ])/gu, '').toLowerCase().replace(/[^\p{L}\p{M}\p{N}.%£$€]+/gu, ' ').replace(/\.(?!\d)/g, ' ').replace(/\s+/g, ' ').trim()} `;
const counts = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen'];

function saysNumber(answer: string, number: string): boolean {
  const strip = (text: string): string => text.toUpperCase().replace(/[\s\-–]/g, '');
  if (strip(answer).includes(strip(number))) return true;
  const last = strip(number).slice(-4);
  return new RegExp(`[X*•#]{3,}${last}(?![0-9A-Z])`).test(strip(answer));
}

/** Whether an answer says what is expected. */
export function saysExpected(answer: string, expect: Expect): boolean {
  if ('date' in expect) return datesIn(answer).has(expect.date);
  if ('amount' in expect) return numbersIn(answer).some((value) => Math.abs(value - expect.amount) < 0.005);
  if ('count' in expect) {
    const withoutDates = answer.replace(/\d{4}-\d{2}-\d{2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/g, ' ');
    return numbersIn(withoutDates).includes(expect.count) || fold(answer).includes(` ${counts[expect.count] ?? '—'} `);
  }
  if ('number' in expect) return saysNumber(answer, expect.number);
  if ('text' in expect) return expect.text.some((phrase) => fold(answer).includes(fold(phrase)));
  if ('all' in expect) return expect.all.every((part) => saysExpected(answer, part));
  return expect.any.some((part) => saysExpected(answer, part));
}

export type Citation = { readonly documentId: string; readonly page: number | null };
/** A document that must be cited; `pages` null means any page of it. */
export type CiteTruth = { readonly documentId: string; readonly pages: readonly number[] | null };

export const citationFits = (citation: Citation, truth: CiteTruth): boolean =>
  citation.documentId === truth.documentId && (truth.pages === null || (citation.page !== null && truth.pages.includes(citation.page)));

/**
 * Whether an answer is rightly cited. `one`: one of the documents that hold the fact, with its page.
 * `each`: every one of them. `most`: at least one, and at least half of all citations are of the set (counts and lists).
 */
export function rightlyCited(citations: readonly Citation[], truths: readonly CiteTruth[], mode: 'one' | 'each' | 'most'): boolean {
  const fits = (citation: Citation): boolean => truths.some((truth) => citationFits(citation, truth));
  if (mode === 'each') return truths.every((truth) => citations.some((citation) => citationFits(citation, truth)));
  const right = citations.filter(fits).length;
  return mode === 'one' ? right > 0 : right > 0 && right * 2 >= citations.length;
}
