import { useEffect, useMemo, useRef } from 'react';
import { bringIntoView } from './bring-into-view.ts';
import { findWords } from './find-words.ts';
import type { Focus } from './focus.ts';

/** Text as text, whatever it looks like, with the wanted words lit up. */
export const LitText = ({ text, focus, follow }: { text: string; focus: Focus | null; follow: boolean }) => {
  const root = useRef<HTMLDivElement>(null);
  const parts = useMemo(() => {
    const spans = focus ? findWords([text], focus.wanted, focus.loose).sort((a, b) => a.from - b.from) : [];
    let at = 0;
    const found: { text: string; lit: boolean }[] = [];
    for (const { from, to } of spans) {
      if (from < at) continue;
      found.push({ text: text.slice(at, from), lit: false }, { text: text.slice(from, to), lit: true });
      at = to;
    }
    return [...found, { text: text.slice(at), lit: false }];
  }, [text, focus]);
  useEffect(() => {
    if (follow) bringIntoView(root.current?.querySelector('mark'));
  }, [follow, parts]);
  return <div ref={root} className="break-words whitespace-pre-wrap">{parts.map((part, index) => (part.lit ? <mark key={index}>{part.text}</mark> : part.text))}</div>;
};
