import type { GreyImage } from './grey-image.ts';
import type { LineModels } from './line-models.ts';

/** A character that was read: where its middle lies in the crop, 0..1, and how sure it is, 0..1. */
export type ReadGlyph = { text: string; at: number; sure: number };

/** The height that the recogniser was taught with. */
export const GLYPH_HEIGHT = 48;
const MAX_WIDTH = 3200;

/** Reads one line, dark on light and GLYPH_HEIGHT high. Of repeated classes the first counts, blanks part them (CTC, Graves 2006). */
export async function recogniseLine(models: Pick<LineModels, 'recogniser' | 'characters'>, crop: GreyImage): Promise<ReadGlyph[]> {
  const width = Math.min(MAX_WIDTH, crop.width);
  const area = width * GLYPH_HEIGHT;
  const { data, dims } = await models.recogniser.run([1, 3, GLYPH_HEIGHT, width], (input) => {
    for (let y = 0; y < GLYPH_HEIGHT; y++) for (let x = 0; x < width; x++) input[y * width + x] = crop.data[y * crop.width + x]! / 127.5 - 1;
    input.copyWithin(area, 0, area);
    input.copyWithin(2 * area, 0, area);
  });
  const steps = dims[1]!;
  const classes = dims[2]!;
  const glyphs: ReadGlyph[] = [];
  let previous = 0;
  for (let step = 0; step < steps; step++) {
    let best = 0;
    let sure = data[step * classes]!;
    for (let k = 1; k < classes; k++) {
      const value = data[step * classes + k]!;
      if (value > sure) { sure = value; best = k; }
    }
    if (best !== 0 && best !== previous) glyphs.push({ text: models.characters[best] ?? '', at: (step + 0.5) / steps, sure });
    else if (best !== 0) {
      const last = glyphs.at(-1)!;
      if (sure > last.sure) { last.sure = sure; last.at = (step + 0.5) / steps; }
    }
    previous = best;
  }
  return glyphs;
}
