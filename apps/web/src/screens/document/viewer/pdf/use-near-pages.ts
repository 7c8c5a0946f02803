import { useEffect, useState, type RefObject } from 'react';

/** Which pages lie in sight or close to it, and which of them is read: the one that fills most of the window. */
export const useNearPages = (scroller: RefObject<HTMLElement | null>, count: number): { near: ReadonlySet<number>; current: number } => {
  const [near, setNear] = useState<ReadonlySet<number>>(new Set([1]));
  const [current, setCurrent] = useState(1);
  useEffect(() => {
    const root = scroller.current;
    if (!root) return;
    const close = new IntersectionObserver(
      (entries) => {
        setNear((before) => {
          const next = new Set(before);
          for (const entry of entries) {
            const page = Number((entry.target as HTMLElement).dataset.page);
            if (entry.isIntersecting) next.add(page);
            else next.delete(page);
          }
          return next;
        });
      },
      { root, rootMargin: '100% 0px' },
    );
    for (const page of root.querySelectorAll('[data-page]')) close.observe(page);
    const follow = () => {
      const middle = root.getBoundingClientRect().top + root.clientHeight / 3;
      const pages = [...root.querySelectorAll<HTMLElement>('[data-page]')];
      const at = pages.findLast((page) => page.getBoundingClientRect().top <= middle) ?? pages[0];
      if (at) setCurrent(Number(at.dataset.page));
    };
    root.addEventListener('scroll', follow, { passive: true });
    return () => {
      close.disconnect();
      root.removeEventListener('scroll', follow);
    };
  }, [scroller, count]);
  return { near, current };
};
