/** A box in shares (0..1) of a picture. */
export type ShareBox = { x: number; y: number; w: number; h: number };

/** A word with its box; y grows downwards, any unit. `place` is where it stands on the picture it was read from, and is only carried along. */
export type PlacedWord = { text: string; x0: number; y0: number; x1: number; y1: number; place?: ShareBox };

type Segment = { words: PlacedWord[]; x0: number; y0: number; x1: number; y1: number; height: number };
type Row = { segments: Segment[]; y0: number; y1: number; height: number };

/** Between the cells of a row: wide enough to be told from a space between words, narrow enough for a snippet. */
export const CELL_GAP = '   ';

/**
 * Puts words into reading order and returns the lines of the page, separated by newlines, an empty line between paragraphs.
 * Rows of a table stay on one line, their cells separated by CELL_GAP; columns of running text are read one after the other.
 * The order in which a PDF paints its words is ignored: it is often last to first, or by column of a table.
 */
export function layOutWords(words: readonly PlacedWord[]): string {
  return layOut(words).text;
}

/** As `layOutWords`, and the words in the order in which the text has them. */
export function layOut(words: readonly PlacedWord[]): { text: string; words: PlacedWord[] } {
  const rows = buildRows(words);
  const lines: string[] = [];
  const order: PlacedWord[] = [];
  for (const band of splitIntoBands(rows)) {
    if (band.gutter === null) {
      appendRows(lines, band.rows);
      order.push(...wordsOf(band.rows));
    } else for (const side of splitAtGutter(band.rows, band.gutter)) {
      const inner = layOut(side);
      if (inner.text !== '') lines.push(inner.text, '');
      order.push(...inner.words);
    }
  }
  return { text: lines.join('\n').replace(/\n{3,}/g, '\n\n').trim(), words: order };
}

function wordsOf(rows: readonly Row[]): PlacedWord[] {
  return rows.flatMap((row) => row.segments.flatMap((segment) => segment.words));
}

function appendRows(lines: string[], rows: readonly Row[]): void {
  const lead = leadOf(rows);
  let previous: Row | undefined;
  for (const row of rows) {
    if (previous && row.y0 - previous.y1 > 0.9 * Math.min(row.height, previous.height) && !goOn(previous, row, lead)) lines.push('');
    lines.push(row.segments.map((segment) => segment.words.map((word) => word.text).join(' ')).join(CELL_GAP));
    previous = row;
  }
  lines.push('');
}

const isProse = (row: Row): boolean => row.segments.length === 1 && row.segments[0]!.words.length >= 5;
const middleOf = (row: Row): number => (row.y0 + row.y1) / 2;

/** How far lines of running text lie apart on a page, from middle to middle; null where there is little of it. */
function leadOf(rows: readonly Row[]): number | null {
  const steps = rows.slice(1).flatMap((row, i) => (isProse(row) && isProse(rows[i]!) ? [middleOf(row) - middleOf(rows[i]!)] : []));
  return steps.length < 3 ? null : median(steps);
}

/** Whether two rows are lines of one paragraph in a text that is set wide: they lie as far apart as its lines do. */
function goOn(previous: Row, row: Row, lead: number | null): boolean {
  return lead !== null && isProse(previous) && middleOf(row) - middleOf(previous) < 1.2 * lead;
}

type OpenRow = { words: PlacedWord[]; y0: number; y1: number };

/** Groups words that share a line (vertical overlap of at least half the smaller one and no collision), then cuts each line at wide gaps. */
function buildRows(words: readonly PlacedWord[]): Row[] {
  const sorted = words.filter((word) => word.text !== '' && word.x1 > word.x0 && word.y1 > word.y0)
    .sort((a, b) => (a.y0 + a.y1) - (b.y0 + b.y1) || a.x0 - b.x0);
  const open: OpenRow[] = [];
  for (const word of sorted) {
    let best: OpenRow | undefined;
    let bestOverlap = 0.5;
    for (let i = open.length - 1; i >= 0 && i >= open.length - 8; i--) {
      const row = open[i]!;
      const overlap = (Math.min(row.y1, word.y1) - Math.max(row.y0, word.y0)) / Math.min(row.y1 - row.y0, word.y1 - word.y0);
      if (overlap > bestOverlap && !collides(row, word)) { best = row; bestOverlap = overlap; }
    }
    if (best) {
      best.words.push(word);
      // The band follows the words' mean, so that one tall letter does not swallow the next line.
      const share = 1 / best.words.length;
      best.y0 += (word.y0 - best.y0) * share;
      best.y1 += (word.y1 - best.y1) * share;
    } else open.push({ words: [word], y0: word.y0, y1: word.y1 });
  }
  const pitch = pitchOf(sorted);
  return open.map((row) => toRow(row.words, pitch)).sort((a, b) => a.y0 + a.y1 - b.y0 - b.y1);
}

/** A tall word beside two small lines overlaps both; words of the second line would sit on top of those of the first. */
function collides(row: OpenRow, word: PlacedWord): boolean {
  return row.words.some((other) => Math.min(other.x1, word.x1) - Math.max(other.x0, word.x0) > 0.4 * Math.min(other.x1 - other.x0, word.x1 - word.x0));
}

const FEWEST_FOR_PITCH = 15;

/**
 * The width that every letter has on a page of a typewriter or of a monospaced face; null elsewhere, where the mean width of
 * a word's letters differs from word to word. There a space is as wide as a letter, which elsewhere would part two cells.
 */
function pitchOf(words: readonly PlacedWord[]): number | null {
  const widths = words.filter(({ text }) => text.length >= 4 && text.length <= 20).map((word) => (word.x1 - word.x0) / (word.text.length - 0.25));
  if (widths.length < FEWEST_FOR_PITCH) return null;
  const usual = median(widths);
  const even = widths.filter((width) => Math.abs(width - usual) < 0.07 * usual).length;
  return even >= 0.8 * widths.length ? usual : null;
}

/** Of its height, the gap that parts the cells of a row whose spaces do not tell that they are wider; and the widest that any row's spaces are. */
const USUAL_CELL_GAP = 0.85;
const WIDEST_SPACE = 1.3;

/**
 * The widest gap that is a space for all that the row tells of its own spaces; 0 where it tells nothing. Spaces of one line are alike: where enough of them tell how wide they are, a cell's gap
 * is clearly wider. A line of many words at even gaps is set to fill its column, and has no cells.
 */
function widestSpace(words: readonly PlacedWord[], height: number, pitch: number | null): number {
  const gaps = words.slice(1).map((word, i) => word.x0 - words[i]!.x1).sort((a, b) => a - b);
  const usual = Math.max(USUAL_CELL_GAP * height, pitch === null ? 0 : 1.75 * pitch);
  const spaces = gaps.filter((gap) => gap <= usual);
  const own = Math.min(WIDEST_SPACE * height, spaces.length >= 3 ? 1.6 * spaces[spaces.length >> 1]! : 0);
  const middle = gaps[gaps.length >> 1] ?? 0;
  const lettered = words.filter(({ text }) => /^\P{N}*\p{L}\P{N}*$/u.test(text)).length;
  const filled = gaps.length >= 5 && lettered > 0.6 * words.length && middle <= WIDEST_SPACE * height && gaps.at(-1)! <= 1.6 * middle;
  return filled ? gaps.at(-1)! : Math.max(own, pitch === null ? 0 : 1.75 * pitch);
}

function toRow(words: PlacedWord[], pitch: number | null): Row {
  words.sort((a, b) => a.x0 - b.x0);
  const height = median(words.map((word) => word.y1 - word.y0));
  const segments: Segment[] = [];
  const widest = widestSpace(words, height, pitch);
  let current: PlacedWord[] = [];
  for (const word of words) {
    const last = current.at(-1);
    if (last && word.x0 - last.x1 > Math.max(widest, USUAL_CELL_GAP * Math.min(height, last.y1 - last.y0, word.y1 - word.y0))) {
      segments.push(toSegment(current));
      current = [];
    }
    current.push(word);
  }
  segments.push(toSegment(current));
  return { segments, y0: median(words.map((w) => w.y0)), y1: median(words.map((w) => w.y1)), height };
}

function toSegment(words: PlacedWord[]): Segment {
  const height = median(words.map((word) => word.y1 - word.y0));
  return {
    words, height,
    x0: Math.min(...words.map((word) => word.x0)), x1: Math.max(...words.map((word) => word.x1)),
    y0: Math.min(...words.map((word) => word.y0)), y1: Math.max(...words.map((word) => word.y1)),
  };
}

type Band = { rows: Row[]; gutter: number | null };

const MIN_COLUMN_ROWS = 5;

/** Cuts a page from top to bottom into bands of plain rows and bands of text columns with a common gutter. */
function splitIntoBands(rows: readonly Row[]): Band[] {
  const bands: Band[] = [];
  let plain: Row[] = [];
  let i = 0;
  while (i < rows.length) {
    const found = columnsFrom(rows, i);
    if (found) {
      if (plain.length > 0) bands.push({ rows: plain, gutter: null });
      plain = [];
      bands.push({ rows: rows.slice(i, found.end), gutter: found.gutter });
      i = found.end;
    } else plain.push(rows[i++]!);
  }
  if (plain.length > 0) bands.push({ rows: plain, gutter: null });
  return bands;
}

/** The longest run of rows from `start` that no word crosses at one x and that reads as running text on both sides. */
function columnsFrom(rows: readonly Row[], start: number): { end: number; gutter: number } | null {
  const candidates = new Map<number, number>();
  for (const row of rows.slice(start, start + 12)) {
    for (let k = 1; k < row.segments.length; k++) {
      const [from, to] = [row.segments[k - 1]!.x1, row.segments[k]!.x0];
      // Ragged or indented lines make this gap wider than the gutter; somewhere inside it the gutter lies.
      const step = 0.4 * row.height;
      for (let x = from + step / 2; x < Math.min(to, from + 20 * row.height); x += step) candidates.set(Math.round(x / step), x);
    }
  }
  let best: { end: number; gutter: number } | null = null;
  for (const gutter of candidates.values()) {
    let end = start;
    while (end < rows.length && !rows[end]!.segments.some((s) => s.x0 < gutter && s.x1 > gutter)) end++;
    if (end - start < MIN_COLUMN_ROWS || (best && end <= best.end)) continue;
    if (readsAsColumns(rows.slice(start, end), gutter)) best = { end, gutter };
  }
  return best;
}

/**
 * Running text has lines of several words, most of which go on a sentence and so begin with a small letter.
 * Table cells, addresses and labels begin with a capital or a digit. Scripts without case need long lines instead.
 */
function readsAsColumns(rows: readonly Row[], gutter: number): boolean {
  return [(s: Segment) => s.x1 <= gutter, (s: Segment) => s.x0 >= gutter].every((inside) => {
    const filled = rows.filter((row) => row.segments.some(inside));
    const segments = filled.flatMap((row) => row.segments.filter(inside));
    if (filled.length < MIN_COLUMN_ROWS) return false;
    const running = segments.filter((s) => s.words.length >= 3).length;
    const goesOn = segments.filter((s) => /^\p{Ll}/u.test(s.words[0]!.text)).length;
    const uncased = segments.filter((s) => s.words.length >= 5 && /^\p{Lo}/u.test(s.words[0]!.text)).length;
    return running >= 0.55 * segments.length && (goesOn >= 0.35 * segments.length || uncased >= 0.6 * segments.length);
  });
}

function splitAtGutter(rows: readonly Row[], gutter: number): PlacedWord[][] {
  const words = wordsOf(rows);
  return [words.filter((word) => word.x1 <= gutter), words.filter((word) => word.x1 > gutter)];
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
