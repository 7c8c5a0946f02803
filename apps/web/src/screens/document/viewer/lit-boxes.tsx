import type { Box } from './boxes.ts';

/** What was looked for on a page, marked as with a pen. */
export const LitBoxes = ({ boxes }: { boxes: readonly Box[] }) =>
  boxes.map((box, index) => (
    <span key={index} data-lit aria-hidden className="pointer-events-none absolute rounded-xs bg-[#ffd84d]/55 mix-blend-multiply ring-2 ring-[#d9a400]/50" style={{ left: `${box.left * 100}%`, top: `${box.top * 100}%`, width: `${box.width * 100}%`, height: `${box.height * 100}%` }} />
  ));
