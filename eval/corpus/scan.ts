import sharp from 'sharp';
import type { Random } from './random.ts';
import type { Picture } from './raster.ts';

export type ScanForm = {
  readonly as: 'scan'; readonly dpi: 150 | 200 | 300; readonly to: 'pdf' | 'jpg' | 'png';
  /** Degrees the sheet lies askew. */
  readonly skew: number;
  /** Quarter turns the sheet was fed in by, clockwise. */
  readonly turn?: 90 | 180 | 270;
  readonly grey?: boolean; readonly quality?: number;
  /** 1 is an office scanner, 2 a worn copier. */
  readonly wear?: number;
};

export const raw = (picture: Picture) => ({ raw: { width: picture.width, height: picture.height, channels: 3 as const } });

/** What a flatbed makes of a page: askew, a little soft, uneven lamp, sensor noise, dust, JPEG blocks. */
export async function scanned(picture: Picture, form: ScanForm, random: Random): Promise<Buffer> {
  const wear = form.wear ?? 1;
  const turned = sharp(Buffer.from(picture.data), raw(picture))
    .rotate(form.skew, { background: '#f1efe9' })
    .blur(0.3 + 0.18 * wear + (form.dpi === 300 ? 0.25 : 0));
  const { data, info } = await turned.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  age(data, info.width, info.height, wear, random);
  let image = sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } });
  if (form.turn) image = sharp(await image.png({ compressionLevel: 1 }).toBuffer()).rotate(form.turn);
  if (form.grey) image = image.greyscale();
  image = image.withMetadata({ density: form.dpi });
  return form.to === 'png' ? image.png({ palette: false, compressionLevel: 8 }).toBuffer() : image.jpeg({ quality: form.quality ?? 72 }).toBuffer();
}

function age(data: Buffer, width: number, height: number, wear: number, random: Random): void {
  const lampX = random.between(-0.02, 0.02) * wear;
  const lampY = random.between(-0.02, 0.02) * wear;
  const sigma = 2.2 * wear;
  const grain = Float32Array.from({ length: 8191 }, () => random.normal() * sigma);
  let at = 0;
  for (let y = 0; y < height; y += 1) {
    const row = lampY * (y / height - 0.5);
    const start = Math.floor(random.next() * 8191);
    for (let x = 0; x < width; x += 1) {
      const light = 0.985 + row + lampX * (x / width - 0.5);
      const noise = grain[(start + x * 7) % 8191]!;
      for (let channel = 0; channel < 3; channel += 1, at += 1) data[at] = Math.max(0, Math.min(255, data[at]! * light + noise + 2));
    }
  }
  const specks = Math.floor((width * height / 90_000) * wear);
  for (let speck = 0; speck < specks; speck += 1) {
    const cx = Math.floor(random.next() * (width - 3));
    const cy = Math.floor(random.next() * (height - 3));
    const tone = random.between(60, 190);
    const side = random.next() < 0.8 ? 1 : 2;
    for (let dy = 0; dy < side; dy += 1) for (let dx = 0; dx < side; dx += 1) data.fill(tone, ((cy + dy) * width + cx + dx) * 3, ((cy + dy) * width + cx + dx) * 3 + 3);
  }
}
