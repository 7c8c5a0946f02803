/**
 * Brings the first of what was found into the middle of the pages' window. Only that window moves: `scrollIntoView` would push
 * the frame around it as well.
 */
export const bringIntoView = (found: Element | null | undefined): void => {
  const window = found?.closest('[role=region]');
  if (!found || !window) return;
  const [box, frame] = [found.getBoundingClientRect(), window.getBoundingClientRect()];
  const isSeen = box.left >= frame.left && box.right <= frame.right;
  window.scrollBy({ top: box.top + box.height / 2 - frame.top - frame.height / 2, left: isSeen ? 0 : box.left + box.width / 2 - frame.left - frame.width / 2 });
};
