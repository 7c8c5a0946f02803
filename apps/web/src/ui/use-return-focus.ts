import { useEffect, useRef, type RefObject } from 'react';

/** Gives the focus to an element when something that is `shown` for a while goes and takes the focus along; it is left alone where it is elsewhere. */
export const useReturnFocus = <T extends HTMLElement>(shown: boolean): RefObject<T | null> => {
  const element = useRef<T>(null);
  const was = useRef(shown);
  useEffect(() => {
    if (was.current && !shown && (document.activeElement === document.body || document.activeElement === null)) element.current?.focus();
    was.current = shown;
  }, [shown]);
  return element;
};
