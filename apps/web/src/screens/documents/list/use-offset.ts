import { useLayoutEffect, useState, type RefObject } from 'react';

/** How far below the top of the scrolling screen an element begins, in pixels. Measured when something changes its size, not while scrolling. */
export const useOffset = (element: RefObject<HTMLElement | null>, shape: string): number => {
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    const main = document.getElementById('main');
    const { current } = element;
    if (!current || !main) return;
    const measure = () => {
      setOffset(Math.round(current.getBoundingClientRect().top - main.getBoundingClientRect().top + main.scrollTop));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(main);
    for (let above = current.parentElement?.previousElementSibling; above; above = above.previousElementSibling) observer.observe(above);
    return () => {
      observer.disconnect();
    };
  }, [element, shape]);
  return offset;
};
