import { areaOf, inOrder, isConvex, type Corners, type Point } from './corners.ts';
import { findEdges, type Edges, type Grey } from './edges.ts';
import { angleBetween, crossing, findLines, type Line } from './lines.ts';
import { refine } from './refine.ts';

/** Pictures are looked at this large: paper is big, and text that small is no edge. */
export const lookedAt = 256;

/** Lines of writing are edges too: so many lines that those of the paper are among them. */
const mostLines = 56;
const leastEdge = 14;
const leastShare = 0.12;
const parallel = (35 * Math.PI) / 180;
const across = (50 * Math.PI) / 180;
const samples = 28;
/** So much of each side, and of all four together, has to lie on an edge. */
const leastSide = 0.3;
const leastSupport = 0.55;

type Pair = readonly [Line, Line];

/** How much of a side lies on an edge that runs its way, 0..1. */
const supportOf = (edges: Edges, from: Point, to: Point): number => {
  const { width, height, strength, direction } = edges;
  const normal = Math.atan2(to.x - from.x, -(to.y - from.y));
  let held = 0;
  for (let sample = 0; sample < samples; sample += 1) {
    const share = (sample + 0.5) / samples;
    const x = Math.round(from.x + (to.x - from.x) * share);
    const y = Math.round(from.y + (to.y - from.y) * share);
    let found = false;
    for (let dy = -2; dy <= 2 && !found; dy += 1) {
      for (let dx = -2; dx <= 2 && !found; dx += 1) {
        const [nx, ny] = [x + dx, y + dy];
        if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue;
        const here = ny * width + nx;
        const off = Math.abs(direction[here]! - normal) % Math.PI;
        found = strength[here]! >= leastEdge && Math.min(off, Math.PI - off) < 0.35;
      }
    }
    if (found) held += 1;
  }
  return held / samples;
};

const inside = ({ x, y }: Point, { width, height }: Edges): boolean => x >= -0.02 * width && y >= -0.02 * height && x <= 1.02 * width && y <= 1.02 * height;

const pairsOf = (lines: readonly Line[], { width, height }: Edges): Pair[] => {
  const apart = Math.min(width, height) / 5;
  const pairs: { pair: Pair; gap: number }[] = [];
  lines.forEach((a, index) => {
    for (const b of lines.slice(index + 1)) {
      // The distance of a line near 180° counts from the other side than that of one near 0°.
      const turnedOver = Math.abs(a.angle - b.angle) > Math.PI / 2;
      const gap = Math.abs(a.distance - (turnedOver ? -b.distance : b.distance));
      if (angleBetween(a, b) < parallel && gap > apart) pairs.push({ pair: [a, b], gap });
    }
  });
  // The widest first: what is found early makes the rest not worth looking at.
  return pairs.sort((a, b) => b.gap - a.gap).map(({ pair }) => pair);
};

/**
 * The paper in a picture: of all shapes of four straight edges the one whose sides lie best on edges and that is large.
 * Null when nothing looks like one. The picture should be about `lookedAt` pixels long.
 */
export const findPaper = (grey: Grey): Corners | null => {
  const edges = findEdges(grey);
  const lines = findLines(edges, leastEdge, mostLines);
  const pairs = pairsOf(lines, edges);
  const whole = grey.width * grey.height;
  let best: { corners: Corners; score: number } | null = null;
  pairs.forEach((one, index) => {
    for (const other of pairs.slice(index + 1)) {
      if (angleBetween(one[0], other[0]) < across || angleBetween(one[1], other[1]) < across) continue;
      const points = one.flatMap((a) => other.map((b) => crossing(a, b))).filter((point): point is Point => point !== null && inside(point, edges));
      if (points.length !== 4) continue;
      const corners = inOrder(points);
      const share = areaOf(corners) / whole;
      if (share < leastShare || !isConvex(corners)) continue;
      // No shape of this size can win: looking along its sides is what takes time.
      if (best && Math.sqrt(share) <= best.score) continue;
      const sides = corners.map((corner, at) => supportOf(edges, corner, corners[(at + 1) % 4]!));
      const support = sides.reduce((sum, side) => sum + side, 0) / 4;
      if (support < leastSupport || Math.min(...sides) < leastSide) continue;
      const score = support ** 2 * Math.sqrt(share);
      if (!best || score > best.score) best = { corners, score };
    }
  });
  const found = best as { corners: Corners; score: number } | null;
  const within = (value: number) => Math.min(1, Math.max(0, value));
  return found ? (refine(edges, leastEdge, found.corners).map(({ x, y }) => ({ x: within(x / (grey.width - 1)), y: within(y / (grey.height - 1)) })) as unknown as Corners) : null;
};
