import { useEffect, useState } from 'react';

const stepMs = 20_000;
const longestWaitMs = 2 ** 31 - 1;

/** The time, anew every 20 seconds; `onOver` is called when a moment has come. */
export const useNow = (until?: string, onOver?: () => void): number => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => { setNow(Date.now()); }, stepMs);
    return () => { clearInterval(timer); };
  }, []);
  useEffect(() => {
    const wait = until ? Date.parse(until) - Date.now() : -1;
    if (wait < 0 || wait > longestWaitMs || !onOver) return;
    const timer = setTimeout(onOver, wait + 500);
    return () => { clearTimeout(timer); };
  }, [until, onOver]);
  return now;
};
