import type { Span } from '../find-words.ts';

/** A place on a page, in shares of its width and height. */
export type Box = { left: number; top: number; width: number; height: number };

/** Where spans of the text layer stand on the page. */
export const boxesOf = (spans: readonly Span[], elements: readonly HTMLElement[], page: HTMLElement): Box[] => {
  const frame = page.getBoundingClientRect();
  return spans.flatMap(({ item, from, to }) => {
    const node = elements[item]?.firstChild;
    if (!(node instanceof Text) || to > node.length) return [];
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    return [...range.getClientRects()]
      .filter(({ width, height }) => width > 0 && height > 0)
      .map((box) => ({ left: (box.left - frame.left) / frame.width, top: (box.top - frame.top) / frame.height, width: box.width / frame.width, height: box.height / frame.height }));
  });
};
