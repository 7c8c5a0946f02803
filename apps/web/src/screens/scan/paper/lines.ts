import type { Edges } from './edges.ts';
import type { Point } from './corners.ts';

/** x·cos(angle) + y·sin(angle) = distance, angle in 0..π. */
export type Line = { angle: number; distance: number; votes: number };

const steps = 180;
const spread = 4;
/** Beyond this strength an edge counts no more: a black bar must not outvote the rim of the paper. */
const mostVote = 50;

const wrapped = (step: number): { step: number; flipped: boolean } => (step < 0 ? { step: step + steps, flipped: true } : step >= steps ? { step: step - steps, flipped: true } : { step, flipped: false });

/** The straightest, longest edges, by a Hough transform in which each pixel votes for lines across its own direction. */
export const findLines = ({ strength, direction, width, height }: Edges, least: number, most: number): Line[] => {
  const reach = Math.ceil(Math.hypot(width, height));
  const span = 2 * reach + 1;
  const votes = new Float32Array(steps * span);
  const cosines = Array.from({ length: steps }, (_, step) => Math.cos((step * Math.PI) / steps));
  const sines = Array.from({ length: steps }, (_, step) => Math.sin((step * Math.PI) / steps));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const value = strength[y * width + x]!;
      if (value < least) continue;
      const middle = Math.round((((direction[y * width + x]! + Math.PI) % Math.PI) / Math.PI) * steps);
      for (let near = middle - spread; near <= middle + spread; near += 1) {
        const { step } = wrapped(near);
        const distance = Math.round(x * cosines[step]! + y * sines[step]!) + reach;
        votes[step * span + distance]! += Math.min(value, mostVote);
      }
    }
  }
  const lines: Line[] = [];
  const isPeak = (step: number, distance: number, value: number): boolean => {
    for (let ds = -4; ds <= 4; ds += 1) {
      const { step: near, flipped } = wrapped(step + ds);
      for (let dd = -4; dd <= 4; dd += 1) {
        if (ds === 0 && dd === 0) continue;
        // Half a turn on, the same line lies at the opposite distance.
        const at = flipped ? 2 * reach - distance + dd : distance + dd;
        const other = at >= 0 && at < span ? votes[near * span + at]! : 0;
        if (other > value || (other === value && (ds < 0 || (ds === 0 && dd < 0)))) return false;
      }
    }
    return true;
  };
  const floor = (Math.min(width, height) / 5) * least;
  for (let step = 0; step < steps; step += 1) {
    for (let distance = 0; distance < span; distance += 1) {
      const value = votes[step * span + distance]!;
      if (value > floor && isPeak(step, distance, value)) lines.push({ angle: (step * Math.PI) / steps, distance: distance - reach, votes: value });
    }
  }
  return lines.sort((a, b) => b.votes - a.votes).slice(0, most);
};

/** The smaller angle between two lines, 0..π/2. */
export const angleBetween = (a: Line, b: Line): number => {
  const difference = Math.abs(a.angle - b.angle) % Math.PI;
  return Math.min(difference, Math.PI - difference);
};

/** Where two lines cross; null for parallels. */
export const crossing = (a: Line, b: Line): Point | null => {
  const determinant = Math.sin(b.angle - a.angle);
  if (Math.abs(determinant) < 1e-6) return null;
  return {
    x: (a.distance * Math.sin(b.angle) - b.distance * Math.sin(a.angle)) / determinant,
    y: (b.distance * Math.cos(a.angle) - a.distance * Math.cos(b.angle)) / determinant,
  };
};
