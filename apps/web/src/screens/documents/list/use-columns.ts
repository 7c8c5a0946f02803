import { useEffect, useState, type RefObject } from 'react';
import type { Shape } from '../documents-search.ts';

const least = { small: 10, large: 17 } as const;
const gap = 0.75;

export const remPx = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** How many cards stand beside each other in the element's width; 1 for the table. */
export const useColumns = (element: RefObject<HTMLElement | null>, shape: Shape): number => {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    const observer = new ResizeObserver(([entry]) => {
      setWidth(entry!.contentRect.width);
    });
    observer.observe(current);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  if (shape === 'table') return 1;
  const size = (least[shape] + gap) * remPx();
  return Math.max(shape === 'small' ? 2 : 1, Math.floor(width / size));
};
