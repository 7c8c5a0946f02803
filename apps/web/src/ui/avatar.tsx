import { useEffect, useState } from 'react';
import { cx } from './cx.ts';

const initialsOf = (name: string): string => {
  const words = name.replace(/@.*$/, '').split(/[\s._-]+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => [...(word ?? '')][0] ?? '').join('').toLocaleUpperCase();
};

/** A person's picture, or the first letters of their name. The name stands beside it, so it has none of its own. */
export const Avatar = ({ name, src, className }: { name: string; src: string | null; className?: string }) => {
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    setBroken(false);
  }, [src]);
  return (
    <span aria-hidden className={cx('grid shrink-0 place-items-center overflow-hidden rounded-full bg-accent-wash font-medium text-accent-strong', className ?? 'size-7 text-xs')}>
      {src && !broken ? <img src={src} alt="" className="size-full object-cover" onError={() => { setBroken(true); }} /> : initialsOf(name)}
    </span>
  );
};
