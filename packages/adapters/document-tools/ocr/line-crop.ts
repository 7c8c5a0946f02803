import type { TextLine } from './find-lines.ts';
import { inkThreshold, type GreyImage } from './grey-image.ts';

/** Cuts a line out of the page, levelled, `height` pixels high, with `air` of its height around it. */
export function cropLine(page: GreyImage, line: TextLine, height: number, air = 0): GreyImage {
  const scale = height / (line.height * (1 + 2 * air));
  const run = Math.max(1, line.x1 - line.x0);
  const length = Math.hypot(run, line.right - line.left);
  const cos = run / length;
  const sin = (line.right - line.left) / length;
  const width = Math.max(8, Math.round((length + 2 * air * line.height) * scale));
  const data = new Uint8Array(width * height);
  // Shrinking reads the mean of several places, or thin strokes would be lost between them.
  const taps = Math.max(1, Math.round(1 / scale));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let j = 0; j < taps; j++) {
        for (let i = 0; i < taps; i++) {
          const along = (x + (i + 0.5) / taps) / scale - air * line.height;
          const across = (y + (j + 0.5) / taps - height / 2) / scale;
          sum += sample(page, line.x0 + along * cos - across * sin - 0.5, line.left + along * sin + across * cos - 0.5);
        }
      }
      data[y * width + x] = sum / (taps * taps);
    }
  }
  return { data, width, height };
}

function sample({ data, width, height }: GreyImage, x: number, y: number): number {
  const cx = Math.max(0, Math.min(width - 1.001, x));
  const cy = Math.max(0, Math.min(height - 1.001, y));
  const x0 = cx | 0;
  const y0 = cy | 0;
  const at = y0 * width + x0;
  const fx = cx - x0;
  const fy = cy - y0;
  const right = x0 + 1 < width ? 1 : 0;
  const below = y0 + 1 < height ? width : 0;
  const top = data[at]! * (1 - fx) + data[at + right]! * fx;
  const low = data[at + below]! * (1 - fx) + data[at + below + right]! * fx;
  return top * (1 - fy) + low * fy;
}

/** The tones of a line as if it were dark on light; `light` says that it is not. Their ground is the commoner side of the threshold that best parts its greys. */
type Tones = { light: boolean; ink: number; ground: number; grain: number };

function tonesOf(crop: GreyImage): Tones {
  const threshold = inkThreshold(crop);
  const histogram = new Float64Array(256);
  for (const value of crop.data) histogram[value]!++;
  let dark = 0;
  for (let v = 0; v <= threshold; v++) dark += histogram[v]!;
  const light = dark > 0.5 * crop.data.length;
  if (light) histogram.reverse();
  const limit = light ? 254 - threshold : threshold;
  const share = (from: number, to: number, part: number): number => {
    let left = 0;
    for (let v = from; v <= to; v++) left += part * histogram[v]!;
    for (let v = from; v <= to; v++) if ((left -= histogram[v]!) <= 0) return v;
    return to;
  };
  const ground = share(limit + 1, 255, 0.5);
  return { light, ink: share(0, limit, 0.25), ground, grain: ground - share(limit + 1, 255, 0.2) };
}

/** How far the ink of a line stands out from its ground, in greys. */
export function contrastOf(crop: GreyImage): number {
  const { ink, ground } = tonesOf(crop);
  return ground - ink;
}

/** Makes a line black on white whichever way it was printed: the ground with its grain becomes white, the ink black. */
export function clearLine(crop: GreyImage): GreyImage {
  const { light, ink, ground, grain } = tonesOf(crop);
  const white = Math.max(ground - 2 * grain - 2, (ink + ground) / 2);
  if (ground - ink < 10) return crop;
  const table = Uint8Array.from({ length: 256 }, (_, v) => Math.max(0, Math.min(255, Math.round(((light ? 255 - v : v) - ink) * 255 / (white - ink)))));
  return { ...crop, data: crop.data.map((value) => table[value]!) };
}
