import { inkThreshold, shrink, type GreyImage } from './grey-image.ts';

/** How the lines of text lie: `sideways` when they run up and down, `angle` the slant in degrees (clockwise positive) after that. */
export type Skew = { sideways: boolean; angle: number };

const MAX_DEGREES = 15;

/**
 * Finds the slant of the lines of text within ±15°, and whether they run up and down, from projection profiles
 * (W. Postl, "Detection of linear oblique structures", 1986): at the right slant the rows between lines are empty and the profile
 * has the sharpest steps. The picture must be dark on light.
 */
export function findSkew(image: GreyImage): Skew {
  const small = shrink(image, Math.max(1, Math.round(Math.max(image.width, image.height) / 900)));
  const points = inkEdges(small);
  if (points.xs.length < 50) return { sideways: false, angle: 0 };
  const level = bestSlant(points.xs, points.ys, small.width, small.height);
  const upright = bestSlant(points.ys, points.xs.map((x) => small.width - 1 - x), small.height, small.width);
  // Tables have strong vertical rules; only a clearly sharper profile means that the page lies on its side.
  const sideways = upright.sharpness > 1.5 * level.sharpness;
  return { sideways, angle: sideways ? upright.angle : level.angle };
}

type Points = { xs: Float32Array; ys: Float32Array };

/** Lower edges of the ink (ink above, paper below): baselines are straight where the middles of letters are not, and rules count little. */
function inkEdges(image: GreyImage): Points {
  const threshold = inkThreshold(image);
  const xs: number[] = [];
  const ys: number[] = [];
  const margin = Math.round(image.width * 0.02);
  for (let y = 0; y < image.height - 1; y++) {
    for (let x = margin; x < image.width - margin; x++) {
      const at = y * image.width + x;
      if (image.data[at]! <= threshold && image.data[at + image.width]! > threshold) { xs.push(x); ys.push(y); }
    }
  }
  // 40,000 points are plenty; more only cost time.
  const step = Math.max(1, Math.floor(xs.length / 40_000));
  const pick = (list: number[]): Float32Array => Float32Array.from({ length: Math.floor(list.length / step) }, (_, i) => list[i * step]!);
  return { xs: pick(xs), ys: pick(ys) };
}

function bestSlant(xs: Float32Array, ys: Float32Array, width: number, height: number): { angle: number; sharpness: number } {
  let best = { angle: 0, sharpness: sharpness(xs, ys, width, height, 0) };
  for (const [span, step] of [[MAX_DEGREES, 0.5], [0.4, 0.1], [0.08, 0.02]] as const) {
    const centre = best.angle;
    for (let angle = centre - span; angle <= centre + span + 1e-9; angle += step) {
      if (Math.abs(angle) > MAX_DEGREES) continue;
      const value = sharpness(xs, ys, width, height, angle);
      if (value > best.sharpness) best = { angle, sharpness: value };
    }
  }
  return best;
}

/** Sum of squares of the profile across lines that slope down to the right by `degrees`. */
function sharpness(xs: Float32Array, ys: Float32Array, width: number, height: number, degrees: number): number {
  const slope = Math.tan(degrees * Math.PI / 180);
  const offset = Math.ceil(Math.abs(slope) * width) + 1;
  const bins = new Float64Array(height + 2 * offset + 2);
  for (let i = 0; i < xs.length; i++) {
    const bin = Math.round(ys[i]! - slope * xs[i]!) + offset;
    bins[bin]! += 1;
  }
  let sum = 0;
  for (const bin of bins) sum += bin * bin;
  return sum;
}
