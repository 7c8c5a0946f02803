import { isoDate } from './calendar.ts';
import { monthNumber } from './months.ts';

/** A date whose day is written out, or whose year is: "Eighteenth September 2021", "this eighteenth day of May, two thousand thirteen". */
export type SpelledDate = { start: number; end: number; iso: string };

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth'];
const day = new Map<string, number>(ordinals.map((word, i) => [word, i + 1]));
for (const [tens, from] of [['twent', 20], ['thirt', 30]] as const) {
  day.set(`${tens}ieth`, from);
  ordinals.slice(0, from === 20 ? 9 : 1).forEach((word, i) => day.set(`${tens}y-${word}`, from + i + 1));
}
const units = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const tens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

function below100(words: readonly string[]): number | null {
  const [first = '', second, ...more] = words.flatMap((word) => word.split('-'));
  const unit = units.indexOf(first);
  if (second === undefined) return unit >= 0 ? unit : tens.indexOf(first) > 0 ? tens.indexOf(first) * 10 : null;
  const rest = units.indexOf(second);
  return tens.indexOf(first) > 0 && rest > 0 && rest < 10 && more.length === 0 ? tens.indexOf(first) * 10 + rest : null;
}

/** The year that words stand for ("two thousand and nineteen", "nineteen ninety-four", "twenty twelve") and how many words it took; null for other words. */
function spelledYear(words: readonly string[]): { year: number; taken: number } | null {
  const said = words.map((word) => word.toLowerCase());
  const thousand = said[0] === 'two' && said[1] === 'thousand' ? 2 : 0;
  const century = thousand > 0 ? 2000 : said[0] === 'nineteen' ? 1900 : said[0] === 'twenty' ? 2000 : 0;
  if (century === 0) return null;
  let at = thousand || 1;
  if (century === 1900 && said[at] === 'hundred') at += 1;
  if (said[at] === 'and') at += 1;
  for (const length of [2, 1]) {
    const rest = below100(said.slice(at, at + length));
    if (rest !== null && said.length >= at + length) return { year: century + rest, taken: at + length };
  }
  return thousand > 0 ? { year: 2000, taken: 2 } : null;
}

const dayWord = `(?:(?:twenty|thirty)[- ])?(?:${ordinals.join('|')}|twentieth|thirtieth)|\\d{1,2}(?:st|nd|rd|th)?`;
const pattern = new RegExp(`(?<![\\p{L}\\d])(${dayWord})(?: ?day)?(?: ?of)?[ ,]{1,3}(\\p{L}{3,9})[ ,]{1,3}(?:in the year |of the year )?(\\d{4}(?!\\d)|(?:two|twenty|nineteen)(?:[ -]\\p{L}{3,8}){1,5})`, 'giu');

/** Dates with the day or the year in words, in order. What is all digits is not looked at. */
export function findSpelledDates(text: string): SpelledDate[] {
  if (!/(?:th|st|nd|rd|eth|two thousand|nineteen|twenty)\b/iu.test(text)) return [];
  const out: SpelledDate[] = [];
  for (const match of text.matchAll(pattern)) {
    const [whole, rawDay = '', month = '', rawYear = ''] = match;
    const digits = /^\d+/.exec(rawDay)?.[0];
    const spelled = /^\d/.test(rawYear) ? null : spelledYear(rawYear.split(/[ ]+/));
    if ((digits !== undefined && spelled === null) || (!/^\d/.test(rawYear) && spelled === null)) continue;
    const iso = isoDate(spelled?.year ?? Number(rawYear), monthNumber(month) ?? 0, digits ? Number(digits) : day.get(rawDay.toLowerCase().replace(' ', '-')) ?? 0);
    if (!iso) continue;
    const yearAt = whole.length - rawYear.length;
    const length = spelled ? rawYear.split(/[ ]+/).slice(0, spelled.taken).join(' ').length : rawYear.length;
    out.push({ start: match.index, end: match.index + yearAt + length, iso });
  }
  return out;
}
