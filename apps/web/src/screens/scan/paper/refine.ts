import type { Corners, Point } from './corners.ts';
import type { Edges } from './edges.ts';
import { crossing, type Line } from './lines.ts';

/** Edge pixels up to this far from a side belong to it. */
const reach = 3.5;
const sameWay = 0.3;
const leastPixels = 12;
/** A side that would move farther than this has caught something else. */
const mostMove = 6;

/** The straight line through the edge pixels beside a side, by total least squares; null where too few are there. */
const fit = ({ strength, direction, width, height }: Edges, least: number, from: Point, to: Point): Line | null => {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const normal = Math.atan2(along.x, -along.y);
  const near: Point[] = [];
  for (let y = Math.max(0, Math.floor(Math.min(from.y, to.y) - reach)); y <= Math.min(height - 1, Math.max(from.y, to.y) + reach); y += 1) {
    for (let x = Math.max(0, Math.floor(Math.min(from.x, to.x) - reach)); x <= Math.min(width - 1, Math.max(from.x, to.x) + reach); x += 1) {
      if (strength[y * width + x]! < least) continue;
      const off = Math.abs((x - from.x) * along.y - (y - from.y) * along.x);
      const at = (x - from.x) * along.x + (y - from.y) * along.y;
      const turn = Math.abs(direction[y * width + x]! - normal) % Math.PI;
      if (off <= reach && at >= 0 && at <= length && Math.min(turn, Math.PI - turn) < sameWay) near.push({ x, y });
    }
  }
  if (near.length < leastPixels) return null;
  const middle = { x: near.reduce((sum, { x }) => sum + x, 0) / near.length, y: near.reduce((sum, { y }) => sum + y, 0) / near.length };
  let [xx, xy, yy] = [0, 0, 0];
  for (const { x, y } of near) {
    xx += (x - middle.x) ** 2;
    xy += (x - middle.x) * (y - middle.y);
    yy += (y - middle.y) ** 2;
  }
  // The direction of least spread is the line's normal.
  const angle = (((0.5 * Math.atan2(2 * xy, xx - yy) + Math.PI / 2) % Math.PI) + Math.PI) % Math.PI;
  return { angle, distance: middle.x * Math.cos(angle) + middle.y * Math.sin(angle), votes: near.length };
};

const lineThrough = (from: Point, to: Point): Line => {
  const angle = ((Math.atan2(to.x - from.x, -(to.y - from.y)) % Math.PI) + Math.PI) % Math.PI;
  return { angle, distance: from.x * Math.cos(angle) + from.y * Math.sin(angle), votes: 0 };
};

/** Corners (in pixels) drawn onto the edges they were found by: the search for lines knows whole degrees only. */
export const refine = (edges: Edges, least: number, corners: Corners): Corners => {
  const sides = corners.map((from, index) => {
    const to = corners[(index + 1) % 4]!;
    return fit(edges, least, from, to) ?? lineThrough(from, to);
  });
  const next = corners.map((corner, index) => {
    const point = crossing(sides[(index + 3) % 4]!, sides[index]!);
    return point && Math.hypot(point.x - corner.x, point.y - corner.y) <= mostMove ? point : corner;
  });
  return next as unknown as Corners;
};
