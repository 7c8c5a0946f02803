import type { TextLine } from './find-lines.ts';
import type { GreyImage } from './grey-image.ts';
import { clearLine, cropLine } from './line-crop.ts';
import type { Network } from './line-models.ts';

const HEIGHT = 48;
const WIDTH = 192;

/** Whether a page stands on its head, by the vote of a network on the beginnings of its longest lines; null when it is undecided. */
export async function standsOnItsHead(turner: Network, page: GreyImage, lines: readonly TextLine[]): Promise<boolean | null> {
  const longest = lines.filter((line) => line.x1 - line.x0 > 2 * line.height).sort((a, b) => b.x1 - b.x0 - (a.x1 - a.x0)).slice(0, 11);
  let head = 0;
  let foot = 0;
  for (const line of longest) {
    const crop = clearLine(cropLine(page, line, HEIGHT));
    const area = HEIGHT * WIDTH;
    const width = Math.min(WIDTH, crop.width);
    const { data } = await turner.run([1, 3, HEIGHT, WIDTH], (input) => {
      input.fill(0, 0, area);
      for (let y = 0; y < HEIGHT; y++) for (let x = 0; x < width; x++) input[y * WIDTH + x] = crop.data[y * crop.width + x]! / 127.5 - 1;
      input.copyWithin(area, 0, area);
      input.copyWithin(2 * area, 0, area);
    });
    if (data[1]! > 0.7) head++;
    if (data[0]! > 0.7) foot++;
  }
  if (head + foot < 3 || Math.abs(head - foot) < 0.4 * (head + foot)) return null;
  return head > foot;
}
