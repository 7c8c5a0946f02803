import sharp from 'sharp';
import type { Random } from './random.ts';
import type { Picture } from './raster.ts';
import { raw } from './scan.ts';

export type PhotoForm = {
  readonly as: 'photo'; readonly to: 'jpg' | 'pdf';
  /** EXIF orientation the phone wrote (1 upright, 3 upside down, 6 and 8 sideways). */
  readonly exif?: 1 | 3 | 6 | 8;
  /** 0 a careful photo, 1 an ordinary one, 2 a hasty one. */
  readonly haste?: number;
  /** The longer side in pixels. */
  readonly long?: number;
  readonly desk?: 'wood' | 'cloth' | 'dark';
};

type Point = readonly [number, number];

/** The eight coefficients of the map from the photo's plane to the page's (four point pairs). */
function homography(from: readonly Point[], to: readonly Point[]): number[] {
  const rows: number[][] = [];
  from.forEach(([x, y], index) => {
    const [u, v] = to[index]!;
    rows.push([x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v]);
  });
  for (let column = 0; column < 8; column += 1) {
    const pivot = rows.slice(column).reduce((best, row, index) => (Math.abs(row[column]!) > Math.abs(rows[best]![column]!) ? index + column : best), column);
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let row = 0; row < 8; row += 1) {
      if (row === column) continue;
      const factor = rows[row]![column]! / rows[column]![column]!;
      for (let k = column; k < 9; k += 1) rows[row]![k] = rows[row]![k]! - factor * rows[column]![k]!;
    }
  }
  return rows.map((row, index) => row[8]! / row[index]!);
}

const desks = { wood: [139, 101, 66], cloth: [96, 112, 120], dark: [52, 50, 48] } as const;

/** What a phone makes of a page on a table: perspective, a lamp to one side, the hand's shadow, blur, noise. */
export async function photographed(page: Picture, form: PhotoForm, random: Random): Promise<Buffer> {
  const haste = form.haste ?? 1;
  const upright = page.height >= page.width;
  const long = form.long ?? 3000;
  const width = upright ? Math.round(long * 0.75) : long;
  const height = upright ? long : Math.round(long * 0.75);
  const fit = Math.min((width * 0.92) / page.width, (height * 0.92) / page.height);
  const [w, h] = [page.width * fit, page.height * fit];
  const [ox, oy] = [(width - w) / 2, (height - h) / 2];
  const lean = 0.012 + 0.016 * haste;
  const off = (): number => random.between(-lean, lean) * Math.min(width, height);
  const pinch = random.between(0.2, 1) * lean * width * 0.8;
  const tilt = random.between(-1, 1) * (0.4 + haste) * (Math.PI / 180);
  const turn = ([x, y]: Point): Point => {
    const [dx, dy] = [x - width / 2, y - height / 2];
    return [width / 2 + dx * Math.cos(tilt) - dy * Math.sin(tilt), height / 2 + dx * Math.sin(tilt) + dy * Math.cos(tilt)];
  };
  const corners: Point[] = [
    turn([ox + pinch + off() / 2, oy + off() / 2]), turn([ox + w - pinch + off() / 2, oy + off() / 2]),
    turn([ox + w + off() / 2, oy + h + off() / 2]), turn([ox + off() / 2, oy + h + off() / 2]),
  ];
  const map = homography(corners, [[0, 0], [page.width - 1, 0], [page.width - 1, page.height - 1], [0, page.height - 1]]);
  const data = expose(page, width, height, map, desks[form.desk ?? 'wood'], haste, random);
  let image = sharp(data, { raw: { width, height, channels: 3 } }).blur(0.5 + 0.2 * haste);
  if (haste >= 2) image = sharp(await image.raw().toBuffer(), raw({ width, height, data })).convolve({ width: 3, height: 3, kernel: [0, 0, 1, 0, 2, 0, 1, 0, 0] });
  const orientation = form.exif ?? 1;
  if (orientation !== 1) {
    const back = { 3: 180, 6: 270, 8: 90 }[orientation];
    image = sharp(await image.raw().toBuffer(), raw({ width, height, data })).rotate(back);
  }
  return image.withMetadata({ orientation, density: 72 }).jpeg({ quality: 80 - 8 * haste }).toBuffer();
}

function expose(page: Picture, width: number, height: number, map: number[], desk: readonly number[], haste: number, random: Random): Buffer {
  const data = Buffer.allocUnsafe(width * height * 3);
  const [a, b, c, d, e, f, g, i] = map as [number, number, number, number, number, number, number, number];
  const lampX = random.between(0.1, 0.9) * width;
  const lampY = random.between(-0.2, 0.4) * height;
  const fall = (0.16 + 0.12 * haste) / (width * width + height * height);
  const shade = { x: random.between(0.55, 0.9) * width, slope: random.between(-0.5, 0.5), depth: 0.06 + 0.07 * haste, soft: width * 0.09 };
  const cast = [1, 0.99 - 0.01 * haste, 0.965 - 0.02 * haste];
  const grain = Float32Array.from({ length: 16381 }, () => random.normal() * (2 + 1.5 * haste));
  let at = 0;
  for (let y = 0; y < height; y += 1) {
    const start = Math.floor(random.next() * 16381);
    for (let x = 0; x < width; x += 1) {
      const z = g * x + i * y + 1;
      const u = (a * x + b * y + c) / z;
      const v = (d * x + e * y + f) / z;
      const far = (x - lampX) ** 2 + (y - lampY) ** 2;
      const shadow = shade.depth / (1 + Math.exp(-(x - shade.x - shade.slope * (y - height / 2)) / shade.soft));
      const light = 0.97 - fall * far - shadow;
      const noise = grain[(start + x * 3) % 16381]!;
      const inside = u >= 0 && v >= 0 && u < page.width - 1 && v < page.height - 1;
      if (inside) {
        const [iu, iv] = [Math.floor(u), Math.floor(v)];
        const [fu, fv] = [u - iu, v - iv];
        const p = (iv * page.width + iu) * 3;
        const q = p + page.width * 3;
        for (let k = 0; k < 3; k += 1) {
          const top = page.data[p + k]! * (1 - fu) + page.data[p + 3 + k]! * fu;
          const low = page.data[q + k]! * (1 - fu) + page.data[q + 3 + k]! * fu;
          data[at++] = Math.max(0, Math.min(255, (top * (1 - fv) + low * fv) * light * cast[k]! + noise));
        }
      } else {
        const wood = Math.sin(y * 0.021 + 3 * Math.sin(x * 0.0023) + Math.sin(x * 0.011)) * 14 + Math.sin(y * 0.17 + x * 0.004) * 4;
        for (let k = 0; k < 3; k += 1) data[at++] = Math.max(0, Math.min(255, (desk[k]! + wood) * (light + 0.02) + noise * 1.6));
      }
    }
  }
  return data;
}
