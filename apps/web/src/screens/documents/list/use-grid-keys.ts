import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';

type Options = {
  count: number;
  columns: number;
  root: RefObject<HTMLElement | null>;
  scrollTo(index: number): void;
  onToggle(index: number, range: boolean): void;
};

const step = (key: string, columns: number): number | null => {
  switch (key) {
    case 'ArrowDown': return columns;
    case 'ArrowUp': return -columns;
    case 'ArrowRight': return columns > 1 ? 1 : null;
    case 'ArrowLeft': return columns > 1 ? -1 : null;
    case 'PageDown': return columns * 10;
    case 'PageUp': return columns * -10;
    case 'Home': return -Infinity;
    case 'End': return Infinity;
    default: return null;
  }
};

/** Moves through a grid by arrows; one item of it is in the tab order. Space selects, shift with arrows selects a range, Enter opens. */
export const useGridKeys = ({ count, columns, root, scrollTo, onToggle }: Options) => {
  const [active, setActive] = useState(0);
  const wanted = useRef<number | null>(null);
  const item = useCallback((index: number) => root.current?.querySelector<HTMLElement>(`[data-index="${index}"]`), [root]);
  useEffect(() => {
    if (wanted.current === null) return;
    const element = item(wanted.current);
    if (!element) return;
    element.focus({ preventScroll: true });
    wanted.current = null;
  });
  const current = Math.min(active, Math.max(0, count - 1));
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const onItem = event.target instanceof HTMLElement && event.target.dataset.index !== undefined;
    const by = step(event.key, columns);
    if (by !== null && count > 0) {
      event.preventDefault();
      const next = Math.max(0, Math.min(count - 1, current + by));
      if (event.shiftKey && next !== current) {
        onToggle(current, true);
        onToggle(next, true);
      }
      setActive(next);
      wanted.current = next;
      scrollTo(next);
    } else if (onItem && event.key === ' ') {
      event.preventDefault();
      onToggle(current, event.shiftKey);
    } else if (onItem && event.key === 'Enter') {
      event.preventDefault();
      item(current)?.querySelector('a')?.click();
    }
  };
  return { active: current, setActive, onKeyDown };
};
