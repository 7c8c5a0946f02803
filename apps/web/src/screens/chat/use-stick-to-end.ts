import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

const nearPx = 80;

/** Keeps the end of a growing text in view for as long as the reader is there; who scrolled up is left alone. What stands there before anything was said is shown from its beginning. */
export const useStickToEnd = (grows: unknown, conversation: string, empty: boolean) => {
  const area = useRef<HTMLDivElement>(null);
  const sticking = useRef(true);
  const [away, setAway] = useState(false);
  const toEnd = useCallback(() => {
    sticking.current = true;
    area.current?.scrollTo({ top: area.current.scrollHeight });
  }, []);
  const onScroll = useCallback(() => {
    const { scrollHeight, scrollTop, clientHeight } = area.current!;
    sticking.current = scrollHeight - scrollTop - clientHeight < nearPx;
    setAway(!sticking.current);
  }, []);
  useEffect(() => {
    sticking.current = true;
  }, [conversation]);
  useLayoutEffect(() => {
    if (sticking.current) area.current?.scrollTo({ top: empty ? 0 : area.current.scrollHeight });
  }, [grows, conversation, empty]);
  return { area, away, toEnd, onScroll };
};
