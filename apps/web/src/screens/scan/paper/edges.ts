/** A picture in grey, one byte a pixel. */
export type Grey = { data: Uint8Array | Uint8ClampedArray; width: number; height: number };
/** Strength and direction (radians) of the change of light at each pixel; strength is 0 where it is not the ridge of an edge. */
export type Edges = { strength: Float32Array; direction: Float32Array; width: number; height: number };

const blurRadius = 2;

/** Grey from RGBA by the weights of Rec. 601. */
export const greyOf = ({ data, width, height }: { data: Uint8ClampedArray; width: number; height: number }): Grey => {
  const grey = new Uint8Array(width * height);
  for (let at = 0; at < grey.length; at += 1) grey[at] = (data[at * 4]! * 299 + data[at * 4 + 1]! * 587 + data[at * 4 + 2]! * 114) / 1000;
  return { data: grey, width, height };
};

/** A box blur along one axis; `step` is the distance of neighbours, `stride` that of lines. */
const blurLine = (from: Float32Array, to: Float32Array, lines: number, length: number, stride: number, step: number) => {
  for (let line = 0; line < lines; line += 1) {
    for (let at = 0; at < length; at += 1) {
      let sum = 0;
      let count = 0;
      for (let near = Math.max(0, at - blurRadius); near <= Math.min(length - 1, at + blurRadius); near += 1) {
        sum += from[line * stride + near * step]!;
        count += 1;
      }
      to[line * stride + at * step] = sum / count;
    }
  }
};

const blurred = ({ data, width, height }: Grey): Float32Array => {
  const one = Float32Array.from(data);
  const two = new Float32Array(one.length);
  blurLine(one, two, height, width, width, 1);
  blurLine(two, one, width, height, 1, width);
  return one;
};

/** Edges by Sobel's operator, thinned to their ridges as Canny does. */
export const findEdges = (grey: Grey): Edges => {
  const { width, height } = grey;
  const soft = blurred(grey);
  const raw = new Float32Array(soft.length);
  const direction = new Float32Array(soft.length);
  const at = (x: number, y: number) => soft[y * width + x]!;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const gx = at(x + 1, y - 1) + 2 * at(x + 1, y) + at(x + 1, y + 1) - at(x - 1, y - 1) - 2 * at(x - 1, y) - at(x - 1, y + 1);
      const gy = at(x - 1, y + 1) + 2 * at(x, y + 1) + at(x + 1, y + 1) - at(x - 1, y - 1) - 2 * at(x, y - 1) - at(x + 1, y - 1);
      raw[y * width + x] = Math.hypot(gx, gy);
      direction[y * width + x] = Math.atan2(gy, gx);
    }
  }
  const strength = new Float32Array(raw.length);
  for (let y = 2; y < height - 2; y += 1) {
    for (let x = 2; x < width - 2; x += 1) {
      const here = y * width + x;
      const dx = Math.round(Math.cos(direction[here]!));
      const dy = Math.round(Math.sin(direction[here]!));
      const step = dy * width + dx;
      if (raw[here]! >= raw[here + step]! && raw[here]! > raw[here - step]!) strength[here] = raw[here]!;
    }
  }
  return { strength, direction, width, height };
};
