import { inkThreshold, type GreyImage } from './grey-image.ts';

/**
 * Paints out the rules of tables and forms, which the engine otherwise takes for letters (l, |, [) or for edges of columns.
 * A rule is thin and long: at most 0.35 letters thick, and 4 letters high or 10 letters wide without a break. The headline that joins the
 * letters of a Devanagari word is broken by their stems, and so is no rule.
 */
export function eraseRules(image: GreyImage, textHeight: number): GreyImage {
  const { width, height, data } = image;
  const threshold = inkThreshold(image);
  const thick = Math.max(3, Math.round(0.35 * textHeight));
  const out = data.slice();
  /** Goes along one direction, line by line, and paints runs of ink that are thin across it. */
  const erase = (along: number, across: number, lines: number, length: number, stepLine: number, minimum: number, bridge: number): void => {
    for (let line = 0; line < lines; line++) {
      let from = -1;
      let last = -1;
      for (let i = 0; i <= length; i++) {
        const at = line * stepLine + i * along;
        if (i < length && data[at]! <= threshold && isThin(data, at, across, line, lines, threshold, thick)) {
          if (from < 0) from = i;
          last = i;
        } else if (from >= 0 && (i === length || i - last > bridge)) {
          if (last - from >= minimum) for (let k = from; k <= last; k++) clear(out, line * stepLine + k * along, across, line, lines);
          from = -1;
        }
      }
    }
  };
  erase(width, 1, width, height, 1, 4 * textHeight, 4);
  erase(1, width, height, width, width, 10 * textHeight, 0);
  return { data: out, width, height };
}

function isThin(data: Uint8Array, at: number, across: number, line: number, lines: number, threshold: number, thick: number): boolean {
  let size = 1;
  for (let k = 1; k <= thick && line - k >= 0 && data[at - k * across]! <= threshold; k++) size++;
  for (let k = 1; k <= thick && line + k < lines && data[at + k * across]! <= threshold; k++) size++;
  return size <= thick;
}

/** The pixel and its soft edge. */
function clear(out: Uint8Array, at: number, across: number, line: number, lines: number): void {
  for (let k = -1; k <= 1; k++) if (line + k >= 0 && line + k < lines) out[at + k * across] = 255;
}
