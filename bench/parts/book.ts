import type { Bench } from '../context.ts';
import { paperLines } from '../household-text.ts';
import { percentile } from '../statistics.ts';
import { textPdf } from '../text-pdf.ts';

/** Lists documents every 10 ms while a PDF of 600 text pages is processed. */
export const measureBook = async (bench: Bench): Promise<void> => {
  const { client, server } = bench;
  const book = textPdf(...Array.from({ length: 600 }, (_, i) => paperLines(1_000_000 + i).lines));
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, server.residentMb())), 250);
  const begun = performance.now();
  const { id } = await client.upload(book, 'book.pdf');
  const lists: number[] = [];
  let readable = 0;
  for (let status = 'queued'; status !== 'completed' && status !== 'failed'; ) {
    const asked = performance.now();
    await client.get('documents?limit=50');
    lists.push(performance.now() - asked);
    const progress = await client.get<{ status: string; stage: string }>(`document-processor/${id}`);
    status = progress.status;
    if (readable === 0 && progress.stage === 'embedding') readable = performance.now() - begun;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  clearInterval(watch);
  const seconds = (performance.now() - begun) / 1000;
  bench.print(`| list call while a 600-page PDF is processed | ${percentile(lists, 50).toFixed(1)} / ${percentile(lists, 99).toFixed(1)} / worst ${Math.max(...lists).toFixed(1)} ms (p50 / p99 / worst of ${lists.length}) | all words searchable after ${(readable / 1000).toFixed(1)} s, embedded after ${seconds.toFixed(1)} s; at most ${peak.toFixed(0)} MiB |`);
};
