/** An 8-bit grey picture, row by row, 0 black to 255 white. */
export type GreyImage = { data: Uint8Array; width: number; height: number };

/** Shrinks by a whole factor, averaging, so that thin strokes turn grey rather than vanish. */
export function shrink(image: GreyImage, factor: number): GreyImage {
  if (factor <= 1) return image;
  const width = Math.max(1, Math.floor(image.width / factor));
  const height = Math.max(1, Math.floor(image.height / factor));
  const data = new Uint8Array(width * height);
  const sums = new Uint32Array(width);
  const area = factor * factor;
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (let dy = 0; dy < factor; dy++) {
      let at = (y * factor + dy) * image.width;
      for (let x = 0; x < width; x++) for (let dx = 0; dx < factor; dx++) sums[x]! += image.data[at++]!;
    }
    for (let x = 0; x < width; x++) data[y * width + x] = sums[x]! / area;
  }
  return { data, width, height };
}

/** The grey value below which `share` (0..1) of the pixels lie. */
export function percentile(image: GreyImage, share: number): number {
  const histogram = new Uint32Array(256);
  for (const value of image.data) histogram[value]!++;
  let left = share * image.data.length;
  for (let value = 0; value < 256; value++) {
    left -= histogram[value]!;
    if (left <= 0) return value;
  }
  return 255;
}

/** Otsu's threshold (1979): the grey value that best parts ink from paper. */
export function inkThreshold(image: GreyImage): number {
  const histogram = new Float64Array(256);
  for (const value of image.data) histogram[value]!++;
  const total = image.data.length;
  let sum = 0;
  for (let v = 0; v < 256; v++) sum += v * histogram[v]!;
  let below = 0;
  let sumBelow = 0;
  let best = 127;
  let bestVariance = -1;
  for (let v = 0; v < 256; v++) {
    below += histogram[v]!;
    if (below === 0 || below === total) continue;
    sumBelow += v * histogram[v]!;
    const difference = sumBelow / below - (sum - sumBelow) / (total - below);
    const variance = below * (total - below) * difference * difference;
    if (variance > bestVariance) { bestVariance = variance; best = v; }
  }
  return best;
}

/** A quarter turn clockwise, `quarters` times. */
export function turn(image: GreyImage, quarters: number): GreyImage {
  const times = ((quarters % 4) + 4) % 4;
  if (times === 0) return image;
  const { width: w, height: h, data: from } = image;
  const data = new Uint8Array(w * h);
  if (times === 2) {
    for (let i = 0, j = from.length - 1; i < from.length; i++, j--) data[i] = from[j]!;
    return { data, width: w, height: h };
  }
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) data[times === 1 ? x * h + (h - 1 - y) : (w - 1 - x) * h + y] = from[y * w + x]!;
  }
  return { data, width: h, height: w };
}

/** As seen in a mirror: left and right change places. */
export function mirror({ data, width, height }: GreyImage): GreyImage {
  const seen = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) seen.set(data.subarray(y * width, (y + 1) * width).toReversed(), y * width);
  return { data: seen, width, height };
}
