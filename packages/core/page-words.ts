/** A word and where it stands: left, top, width and height in shares (0..1) of the page as it is displayed. */
export type PageWord = { text: string; x: number; y: number; w: number; h: number };

/**
 * The words of a page that was recognised, in the order in which its text has them. `turn` tells how many quarter turns clockwise
 * bring the page as it is displayed upright: a photograph may lie on its side.
 */
export type PageWords = { turn: number; words: PageWord[] };

/** Steps in the width and in the height of a page; a step is finer than a pixel of a page that can be read. */
const STEPS = 10_000;
/** More words than a printed page holds are the noise of a picture. */
const MOST_WORDS = 10_000;

const inSteps = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * STEPS);

/**
 * The words as they are stored: the turn, then a line each, `x y w h word`, in ten-thousandths of the page. Measured: 24 bytes a
 * word, 19 as the database keeps it; 4 KB for a page of 200 words.
 */
export function packWords({ turn, words }: PageWords): string {
  const lines = words.slice(0, MOST_WORDS).map(({ text, x, y, w, h }) => `${inSteps(x)} ${inSteps(y)} ${inSteps(w)} ${inSteps(h)} ${text.replace(/\s+/g, '')}`);
  return [String(turn), ...lines].join('\n');
}

/** What `packWords` wrote; no words where it is null, as for pages with a text layer and those read before places were kept. */
export function unpackWords(packed: string | null): PageWords {
  if (packed === null) return { turn: 0, words: [] };
  const [turn, ...lines] = packed.split('\n');
  return {
    turn: Number(turn),
    words: lines.map((line) => {
      const [x, y, w, h, text] = line.split(' ');
      return { text: text ?? '', x: Number(x) / STEPS, y: Number(y) / STEPS, w: Number(w) / STEPS, h: Number(h) / STEPS };
    }),
  };
}
