/** A stretch of one string of a list: `from` and `to` are offsets in `items[item]`. */
export type Span = { item: number; from: number; to: number };

type Place = { item: number; at: number };
type Flow = { text: string; places: Place[] };

const word = /[\p{L}\p{M}\p{N}]/u;
const leastWord = 2;

/** One letter as it is compared: without case, width and accents. */
const fold = (letter: string): string => letter.normalize('NFKD').replaceAll(/[\u0300-\u036f]/g, '').toLowerCase();

/** The strings as one, without white space, and where each of its letters stands. PDF pages break words and lines where they like. */
const flowOf = (items: readonly string[]): Flow => {
  let text = '';
  const places: Place[] = [];
  items.forEach((string, item) => {
    for (let at = 0; at < string.length; at += 1) {
      if (/\s/.test(string[at]!)) continue;
      const folded = fold(string[at]!);
      text += folded;
      places.push(...Array.from(folded, () => ({ item, at })));
    }
  });
  return { text, places };
};

/** Whether a word goes on beyond the end of what was found. */
const goesOn = (items: readonly string[], place: Place, step: 1 | -1): boolean => {
  const string = items[place.item]!;
  const [own, next] = [string[place.at], string[place.at + step]];
  return own !== undefined && next !== undefined && word.test(own) && word.test(next);
};

const spansBetween = (places: readonly Place[], start: number, end: number): Span[] => {
  const spans: Span[] = [];
  for (let each = start; each < end; each += 1) {
    const { item, at } = places[each]!;
    const last = spans.at(-1);
    if (last?.item === item) last.to = at + 1;
    else spans.push({ item, from: at, to: at + 1 });
  }
  return spans;
};

const find = (items: readonly string[], { text, places }: Flow, wanted: string, whole: boolean): Span[] => {
  const needle = [...wanted].map(fold).join('').replaceAll(/\s/g, '');
  const spans: Span[] = [];
  if (needle === '') return spans;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
    const end = at + needle.length;
    if (goesOn(items, places[at]!, -1) || (whole && goesOn(items, places[end - 1]!, 1))) continue;
    spans.push(...spansBetween(places, at, end));
  }
  return spans;
};

/**
 * Where words stand in the strings of a page: first the whole of one of the `wanted` as it is written, then, with
 * `loose`, each of its words by itself where it begins a word.
 */
export const findWords = (items: readonly string[], wanted: readonly string[], loose: boolean): Span[] => {
  const flow = flowOf(items);
  for (const phrase of wanted) {
    const spans = find(items, flow, phrase, true);
    if (spans.length > 0) return spans;
  }
  if (!loose) return [];
  const words = new Set(wanted.flatMap((phrase) => phrase.split(/[^\p{L}\p{M}\p{N}]+/u)).filter((one) => one.length >= leastWord));
  return [...words].flatMap((one) => find(items, flow, one, false));
};
