import { useEffect, useRef } from 'react';
import type { PageWords } from '@docuvault/core/page-words.ts';
import { cx } from '../../../ui/cx.ts';
import type { Box } from './boxes.ts';
import { bringIntoView } from './bring-into-view.ts';
import { LitBoxes } from './lit-boxes.tsx';
import { WordLayer } from './word-layer.tsx';

export type Size = { width: number; height: number };

type Props = {
  url: string;
  title: string;
  /** Size in pixels of its own, null until it is known. */
  size: Size | null;
  scale: number;
  /** Quarter turns clockwise that it is given. */
  turn: number;
  words: PageWords | null;
  boxes: readonly Box[];
  onSize(size: Size): void;
};

const turnedBy = (turn: number, width: number, height: number): string =>
  [`none`, `translateX(${height}px) rotate(90deg)`, `translate(${width}px, ${height}px) rotate(180deg)`, `translateY(${width}px) rotate(270deg)`][turn]!;

/** A picture with what was found on it and its words, turned the way it is read; brings what was found into view. */
export const PictureSheet = ({ url, title, size, scale, turn, words, boxes, onSize }: Props) => {
  const sheet = useRef<HTMLDivElement>(null);
  const isKnown = size !== null;
  useEffect(() => {
    if (isKnown && boxes.length > 0) bringIntoView(sheet.current?.querySelector('[data-lit]'));
  }, [isKnown, boxes, turn]);
  const [width, height] = size ? [size.width * scale, size.height * scale] : [0, 0];
  const frame = size ? { width: turn % 2 === 0 ? width : height, height: turn % 2 === 0 ? height : width } : undefined;
  return (
    <div ref={sheet} className="relative isolate bg-white shadow-raised" style={frame}>
      <div className={size ? 'absolute top-0 left-0 origin-top-left' : undefined} style={size ? { width, height, transform: turnedBy(turn, width, height) } : undefined}>
        <img src={url} alt={title} draggable={false} onLoad={({ currentTarget }) => { onSize({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight }); }} className={cx('block', size ? 'size-full max-w-none' : 'max-w-full')} />
        {size && <LitBoxes boxes={boxes} />}
        {size && words && <WordLayer page={words} shape={size.width / size.height} />}
      </div>
    </div>
  );
};
