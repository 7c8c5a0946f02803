import type { Box } from '../boxes.ts';
import type { Span } from '../find-words.ts';

/** The pieces of a text layer as the eye reads them: from the top down, and along each row. A PDF may paint them in any order. */
export const rowOrder = (elements: readonly HTMLElement[]): number[] => {
  const placed = elements.map((element, index) => ({ index, box: element.getBoundingClientRect() })).filter(({ box }) => box.height > 0).sort((a, b) => a.box.top - b.box.top);
  const rows: (typeof placed)[] = [];
  for (const piece of placed) {
    const row = rows.at(-1);
    const first = row?.[0]?.box;
    if (row && first && (piece.box.top + piece.box.bottom) / 2 < first.bottom - 0.2 * first.height) row.push(piece);
    else rows.push([piece]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.box.left - b.box.left).map(({ index }) => index));
};

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
