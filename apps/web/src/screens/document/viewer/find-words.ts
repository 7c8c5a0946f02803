/** A stretch of one string of a list: `from` and `to` are offsets in `items[item]`. */
export type Span = { item: number; from: number; to: number };

type Place = { item: number; at: number };
type Range = [start: number, end: number];
type Flow = { text: string; places: Place[] };

const word = /[\p{L}\p{M}\p{N}]/u;
const leastWord = 2;

/** One letter as it is compared: without case, width and accents. */
const fold = (letter: string): string => letter.normalize('NFKD').replaceAll(/[\u0300-\u036f]/g, '').toLowerCase();

/** Left out of what is compared: papers break words and lines where they like, and the vault's text joins words that were hyphenated over a line's end. */
const passedOver = /[\s\u00ad‐-]/;

/** The strings as one, without what is passed over, and where each of its letters stands. */
const flowOf = (items: readonly string[]): Flow => {
  let text = '';
  const places: Place[] = [];
  items.forEach((string, item) => {
    for (let at = 0; at < string.length; at += 1) {
      if (passedOver.test(string[at]!)) continue;
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

const needleOf = (wanted: string): string => [...wanted].filter((letter) => !passedOver.test(letter)).map(fold).join('');

/** Where the wanted begins and ends in the flow, each time that it stands there. */
const find = (items: readonly string[], { text, places }: Flow, wanted: string, whole: boolean): Range[] => {
  const needle = needleOf(wanted);
  const ranges: Range[] = [];
  if (needle === '') return ranges;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
    const end = at + needle.length;
    if (goesOn(items, places[at]!, -1) || (whole && goesOn(items, places[end - 1]!, 1))) continue;
    ranges.push([at, end]);
  }
  return ranges;
};

/** A run of fewer words than this may stand anywhere. */
const leastRun = 3;
const mostWordsOfQuote = 80;

/**
 * The longest runs of a quote's words that stand on the page, each once and close to the longest; none where they make up less than
 * half of it. A quote is a line of the vault's text, whose cells a PDF may paint in another order.
 */
const findRuns = (items: readonly string[], flow: Flow, quote: string): Range[] => {
  const words = quote.split(/\s+/).filter((one) => one !== '').slice(0, mostWordsOfQuote);
  const runs: { from: number; count: number; ranges: Range[] }[] = [];
  for (let from = 0; from + leastRun <= words.length; ) {
    let count = words.length - from;
    let ranges: Range[] = [];
    for (; count >= leastRun && ranges.length === 0; count -= 1) ranges = find(items, flow, words.slice(from, from + count).join(''), true);
    if (ranges.length > 0) runs.push({ from, count: count + 1, ranges });
    from += ranges.length > 0 ? count + 1 : 1;
  }
  if (runs.reduce((sum, { count }) => sum + count, 0) * 2 < words.length) return [];
  const [anchor] = runs.toSorted((a, b) => b.count - a.count);
  return runs.map(({ ranges }) => ranges.toSorted((a, b) => Math.abs(a[0] - anchor!.ranges[0]![0]) - Math.abs(b[0] - anchor!.ranges[0]![0]))[0]!);
};

/**
 * Where words stand in the strings of a page: first the whole of one of the `wanted` as it is written, then, with
 * `loose`, the longest runs of its words, then each of its words by itself where it begins a word. `orders` are orders in which the strings
 * may be read, as indexes; they are read as they come where none is given.
 */
export const findWords = (items: readonly string[], wanted: readonly string[], loose: boolean, orders: readonly (readonly number[])[] = [[...items.keys()]]): Span[] => {
  const readings = orders.map((order) => {
    const strings = order.map((index) => items[index]!);
    const flow = flowOf(strings);
    return { strings, flow, spans: (ranges: readonly Range[]) => ranges.flatMap(([start, end]) => spansBetween(flow.places, start, end)).map((span) => ({ ...span, item: order[span.item]! })) };
  });
  const first = (look: (reading: (typeof readings)[number]) => Range[]): Span[] => {
    for (const reading of readings) {
      const ranges = look(reading);
      if (ranges.length > 0) return reading.spans(ranges);
    }
    return [];
  };
  for (const phrase of wanted) {
    const spans = first(({ strings, flow }) => find(strings, flow, phrase, true));
    if (spans.length > 0) return spans;
  }
  if (!loose) return [];
  const runs = first(({ strings, flow }) => wanted.flatMap((phrase) => findRuns(strings, flow, phrase)));
  if (runs.length > 0) return runs;
  const words = new Set(wanted.flatMap((phrase) => phrase.split(/[^\p{L}\p{M}\p{N}]+/u)).filter((one) => one.length >= leastWord));
  return first(({ strings, flow }) => [...words].flatMap((one) => find(strings, flow, one, false)));
};
