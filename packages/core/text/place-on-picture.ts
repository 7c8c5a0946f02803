import type { PageWords } from '../page-words.ts';
import { cleanText } from './clean-text.ts';
import type { PlacedWord, ShareBox } from './layout.ts';

/** A place in shares of a picture's width and height. */
export type SharePoint = { x: number; y: number };

/** The box around points of a page that was turned clockwise by so many quarters, as it lies on the picture before it was turned. */
export function placeOf(points: readonly SharePoint[], turned: number): ShareBox {
  const back = points.map((point) => unturn(point, turned));
  const [xs, ys] = [back.map(({ x }) => clamp(x)), back.map(({ y }) => clamp(y))];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y };
}

/** The words of a laid out page and their places; what has no place, or no letters once it is clean, is left out. */
export function wordsOfPage(words: readonly PlacedWord[], turned: number): PageWords {
  return {
    turn: turned,
    words: words.flatMap(({ text, place }) => {
      const clean = cleanText(text).replace(/\s+/g, '');
      return place && clean !== '' ? [{ text: clean, ...place }] : [];
    }),
  };
}

function unturn({ x, y }: SharePoint, turned: number): SharePoint {
  switch (turned) {
    case 1: return { x: y, y: 1 - x };
    case 2: return { x: 1 - x, y: 1 - y };
    case 3: return { x: 1 - y, y: x };
    default: return { x, y };
  }
}

const clamp = (share: number): number => Math.min(1, Math.max(0, share));
