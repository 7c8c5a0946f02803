export type Point = { x: number; y: number };
/** The four corners of a paper in a picture, clockwise from the top left, in shares of its width and height. */
export type Corners = readonly [Point, Point, Point, Point];

export const wholePicture: Corners = [{ x: 0, y: 0 }, { x: 1, y: 0 }, { x: 1, y: 1 }, { x: 0, y: 1 }];

/** Four points in the order of `Corners`, whatever order they come in. */
export const inOrder = (points: readonly Point[]): Corners => {
  const middle = { x: points.reduce((sum, { x }) => sum + x, 0) / points.length, y: points.reduce((sum, { y }) => sum + y, 0) / points.length };
  const around = [...points].sort((a, b) => Math.atan2(a.y - middle.y, a.x - middle.x) - Math.atan2(b.y - middle.y, b.x - middle.x));
  const first = around.reduce((best, point, index) => (point.x + point.y < around[best]!.x + around[best]!.y ? index : best), 0);
  return [0, 1, 2, 3].map((step) => around[(first + step) % 4]!) as unknown as Corners;
};

const cross = (a: Point, b: Point, c: Point): number => (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x);

/** Whether the corners make a shape that can be a paper: all turns go the same way. */
export const isConvex = (corners: Corners): boolean => corners.every((point, index) => cross(point, corners[(index + 1) % 4]!, corners[(index + 2) % 4]!) > 0);

/** Area by the shoelace formula, in the square of the points' unit. */
export const areaOf = (corners: Corners): number =>
  Math.abs(corners.reduce((sum, point, index) => sum + point.x * corners[(index + 1) % 4]!.y - corners[(index + 1) % 4]!.x * point.y, 0)) / 2;

/** One corner moved, kept inside the picture; the same corners when the shape would fold over. */
export const withCorner = (corners: Corners, index: number, to: Point): Corners => {
  const within = (value: number) => Math.min(1, Math.max(0, value));
  const moved = corners.map((point, at) => (at === index ? { x: within(to.x), y: within(to.y) } : point)) as unknown as Corners;
  return isConvex(moved) ? moved : corners;
};

/** The corners as they stand after the picture was turned by quarter turns clockwise. */
export const turned = (corners: Corners, quarters: number): Corners => {
  let next = corners;
  for (let quarter = 0; quarter < ((quarters % 4) + 4) % 4; quarter += 1) {
    const [a, b, c, d] = next.map(({ x, y }) => ({ x: 1 - y, y: x })) as unknown as Corners;
    next = [d, a, b, c];
  }
  return next;
};
