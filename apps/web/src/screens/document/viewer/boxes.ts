import type { PageWord, PageWords } from '@docuvault/core/page-words.ts';
import type { Span } from './find-words.ts';

/** A place on a page, in shares of its width and height. */
export type Box = { left: number; top: number; width: number; height: number };

/** The part of a word's box that some of its letters take up, along the way the page is written. */
const partOf = ({ text, x, y, w, h }: PageWord, { from, to }: Span, turn: number): Box => {
  const [start, end] = [from / text.length, to / text.length];
  switch (turn) {
    case 1: return { left: x, top: y + h * (1 - end), width: w, height: h * (end - start) };
    case 2: return { left: x + w * (1 - end), top: y, width: w * (end - start), height: h };
    case 3: return { left: x, top: y + h * start, width: w, height: h * (end - start) };
    default: return { left: x + w * start, top: y, width: w * (end - start), height: h };
  }
};

/** One box around two of a line, null where they are not neighbours or it would cover lines that slant. */
const joined = (a: Box, b: Box, isAcross: boolean): Box | null => {
  const left = Math.min(a.left, b.left);
  const top = Math.min(a.top, b.top);
  const both = { left, top, width: Math.max(a.left + a.width, b.left + b.width) - left, height: Math.max(a.top + a.height, b.top + b.height) - top };
  const [thick, gap, size] = isAcross
    ? [Math.max(a.height, b.height), both.width - a.width - b.width, both.height]
    : [Math.max(a.width, b.width), both.height - a.height - b.height, both.width];
  return gap < 3 * thick && size < 1.5 * thick ? both : null;
};

/** Where spans of the words of a recognised page stand on it, neighbours in one box. */
export const boxesOfWords = ({ words, turn }: PageWords, spans: readonly Span[]): Box[] => {
  const boxes: Box[] = [];
  let before = -2;
  for (const span of spans) {
    const box = partOf(words[span.item]!, span, turn);
    const last = boxes.at(-1);
    const one = last && span.item === before + 1 ? joined(last, box, turn % 2 === 0) : null;
    if (one) boxes[boxes.length - 1] = one;
    else boxes.push(box);
    before = span.item;
  }
  return boxes;
};
