import type { PageReading } from '@docuvault/core/page-reader.ts';
import { cleanText } from '@docuvault/core/text/clean-text.ts';
import { layOut, type PlacedWord } from '@docuvault/core/text/layout.ts';
import { wordsOfPage } from '@docuvault/core/text/place-on-picture.ts';
import type { ImageAnswer, Vertex, VisionPage, VisionWord } from './vision-wire.ts';

type Point = { x: number; y: number };
/** Corners of a piece of text, from its upper left clockwise as it is read; so they tell which way it runs. */
type Corners = readonly [Point, Point, Point, Point];
/** What stands between two spaces, made of one or several of the service's words: it takes signs for words of their own. */
type Token = { text: string; from: Corners; to: Corners; confidence: number | null };

/** What the service read, laid out by the rules that lay out every page: rows of tables stay lines, columns are read one after the other. */
export function readingOf(answer: ImageAnswer): PageReading {
  const page = answer.fullTextAnnotation?.pages?.[0] ?? {};
  const tokens = tokensOf(page);
  const angle = directionOf(tokens);
  const quarters = ((Math.round(angle / (Math.PI / 2)) % 4) + 4) % 4;
  const turn = (4 - quarters) % 4;
  const size = sizeOf(page, tokens);
  const laid = layOut(tokens.map((token) => placed(token, angle, size)));
  return { text: cleanText(laid.text), confidence: meanConfidence(tokens), words: wordsOfPage(laid.words, turn) };
}

function tokensOf(page: VisionPage): Token[] {
  const tokens: Token[] = [];
  for (const { words } of (page.blocks ?? []).flatMap((block) => block.paragraphs ?? [])) {
    let open: Token | null = null;
    for (const word of words ?? []) {
      const corners = cornersOf(word.boundingBox?.vertices);
      const { text, endsBefore, endsAfter } = spelt(word);
      if (!corners || text === '') continue;
      if (open && !endsBefore) open = joined(open, text, corners, word.confidence);
      else {
        if (open) tokens.push(open);
        open = { text, from: corners, to: corners, confidence: word.confidence ?? null };
      }
      if (endsAfter) { tokens.push(open); open = null; }
    }
    if (open) tokens.push(open);
  }
  return tokens;
}

/** A word's letters; a hyphen that the line's end hides is written, so that the word is joined again where lines are. */
function spelt(word: VisionWord): { text: string; endsBefore: boolean; endsAfter: boolean } {
  const symbols = word.symbols ?? [];
  const breakOf = (at: number, before: boolean) => {
    const found = symbols.at(at)?.property?.detectedBreak;
    return found?.type && found.type !== 'UNKNOWN' && (found.isPrefix ?? false) === before ? found.type : null;
  };
  const after = breakOf(-1, false);
  return { text: symbols.map((symbol) => symbol.text ?? '').join('') + (after === 'HYPHEN' ? '-' : ''), endsBefore: breakOf(0, true) !== null, endsAfter: after !== null };
}

const joined = (open: Token, text: string, corners: Corners, confidence = 0): Token => ({
  text: open.text + text, from: open.from, to: corners,
  confidence: open.confidence === null ? null : (open.confidence * open.text.length + confidence * text.length) / (open.text.length + text.length),
});

function cornersOf(vertices: readonly Vertex[] | undefined): Corners | null {
  if (vertices?.length !== 4) return null;
  const points = vertices.map(({ x = 0, y = 0 }) => ({ x, y }));
  return points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)) ? points as unknown as Corners : null;
}

/** The angle at which the page's text runs, clockwise from rightwards, by the upper and lower edges of its words. */
function directionOf(tokens: readonly Token[]): number {
  let [x, y] = [0, 0];
  for (const { from, to } of tokens) {
    x += to[1].x - from[0].x + to[2].x - from[3].x;
    y += to[1].y - from[0].y + to[2].y - from[3].y;
  }
  return Math.atan2(y, x);
}

/** The picture's size as the service saw it; where it does not tell, as far as the words reach. */
function sizeOf(page: VisionPage, tokens: readonly Token[]): { width: number; height: number } {
  const points = tokens.flatMap(({ from, to }) => [...from, ...to]);
  const reach = (of: (point: Point) => number) => points.reduce((most, point) => Math.max(most, of(point)), 1);
  return { width: page.width || reach(({ x }) => x), height: page.height || reach(({ y }) => y) };
}

/** A token on the level page, for the layout, and where it stands on the picture. Its height is its edges', as the corners of a slanting box reach further. */
function placed({ text, from, to }: Token, angle: number, size: { width: number; height: number }): PlacedWord {
  const corners = [from[0], to[1], to[2], from[3]];
  const level = corners.map(({ x, y }) => ({ x: x * Math.cos(angle) + y * Math.sin(angle), y: y * Math.cos(angle) - x * Math.sin(angle) }));
  const middle = level.reduce((sum, { y }) => sum + y, 0) / 4;
  const height = Math.max(1, (level[3]!.y - level[0]!.y + level[2]!.y - level[1]!.y) / 2);
  const x0 = (level[0]!.x + level[3]!.x) / 2;
  const x1 = Math.max(x0 + 1, (level[1]!.x + level[2]!.x) / 2);
  const share = (value: number, whole: number) => Math.min(1, Math.max(0, value / whole));
  const xs = corners.map(({ x }) => share(x, size.width));
  const ys = corners.map(({ y }) => share(y, size.height));
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { text, x0, x1, y0: middle - height / 2, y1: middle + height / 2, place: { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y } };
}

/** By letters; null where there are none, or the service tells of none. */
function meanConfidence(tokens: readonly Token[]): number | null {
  const told = tokens.filter((token) => token.confidence !== null);
  const letters = told.reduce((sum, { text }) => sum + text.length, 0);
  if (letters === 0) return tokens.length === 0 ? 0 : null;
  return Math.round(told.reduce((sum, { text, confidence }) => sum + confidence! * text.length, 0) / letters * 1000) / 1000;
}
