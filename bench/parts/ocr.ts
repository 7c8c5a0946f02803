import { settle, type Bench } from '../context.ts';
import { scanPicture } from '../scan-picture.ts';

/** Pages recognised a second: eight A4 pages at 200 dpi as pictures, as the server does it, one at a time. */
export const measureOcr = async (bench: Bench): Promise<void> => {
  const { client } = bench;
  const pictures = await Promise.all(Array.from({ length: 8 }, (_, i) => scanPicture(i)));
  await client.upload(await scanPicture(99), 'warm.png', 'image/png');
  await settle(client);
  let peak = 0;
  let shared = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, bench.server.residentMb());
    shared = Math.max(shared, bench.server.proportionalMb());
  }, 250);
  const started = performance.now();
  for (const [i, picture] of pictures.entries()) await client.upload(picture, `scan-${i}.png`, 'image/png');
  await settle(client);
  clearInterval(watch);
  const seconds = (performance.now() - started) / 1000;
  bench.print(`| OCR, A4 at 200 dpi | ${(pictures.length / seconds).toFixed(2)} pages/s | ${(seconds / pictures.length).toFixed(2)} s a page; at most ${peak.toFixed(0)} MiB by the sum of processes, ${shared.toFixed(0)} with shared pages counted once |`);
};
