import { memo, type CSSProperties } from 'react';
import type { PageWord, PageWords } from '@docuvault/core/page-words.ts';

/** Of a line's height, how much the letters' size is. */
const typeSize = 0.8;
const measured = 100;
let pen: CanvasRenderingContext2D | null = null;

/** How wide a word is in the layer's face, in sizes of its type. */
const widthOf = (text: string): number => {
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) return text.length / 2;
  pen.font = `${measured}px sans-serif`;
  return Math.max(0.1, pen.measureText(text).width / measured);
};

/**
 * A word's place in units of the layer, so that it follows every change of size by itself. The letters are stretched to the width that the
 * word has on the page; `shape` is the page's width by its height.
 */
const placed = ({ text, x, y, w, h }: PageWord, turn: number, shape: number): CSSProperties => {
  const isAcross = turn % 2 === 0;
  const long = isAcross ? w * shape : h;
  const high = isAcross ? h : w * shape;
  const corner = [{ x, y }, { x, y: y + h }, { x: x + w, y: y + h }, { x: x + w, y }][turn]!;
  return {
    left: `${corner.x * 100}%`, top: `${corner.y * 100}%`, fontSize: `${high * typeSize * 100}cqh`,
    transform: `rotate(${-90 * turn}deg) scaleX(${long / (widthOf(text) * high * typeSize)})`,
  };
};

/** Whether a word begins a line below the one before. */
const isBelow = (word: PageWord, before: PageWord | undefined, turn: number): boolean => {
  if (!before) return false;
  const [a, b, size] = turn % 2 === 0 ? [word.y + word.h / 2, before.y + before.h / 2, before.h] : [word.x + word.w / 2, before.x + before.w / 2, before.w];
  return Math.abs(a - b) > size / 2;
};

/** The recognised words over the picture of a page, invisible: to select, copy and read aloud. */
export const WordLayer = memo(({ page, shape }: { page: PageWords; shape: number }) => (
  <div className="word-layer">
    {page.words.map((word, index) => [
      isBelow(word, page.words[index - 1], page.turn) && <br key={`${index} above`} />,
      <span key={index} data-word style={placed(word, page.turn, shape)}>{word.text} </span>,
    ])}
  </div>
));
WordLayer.displayName = 'WordLayer';
