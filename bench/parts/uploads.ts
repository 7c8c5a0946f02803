import { settle, times, type Bench } from '../context.ts';
import { paperLines } from '../household-text.ts';
import { measureCalls, percentile, timingCells } from '../statistics.ts';
import { textPdf } from '../text-pdf.ts';

const paper = (number: number) => textPdf(paperLines(number).lines);

/** From the start of an upload to the first keyword search that finds it, on an idle server. */
const timeToSearchable = async (bench: Bench, number: number): Promise<number> => {
  const { marker } = paperLines(number);
  const started = performance.now();
  await bench.client.upload(paper(number), `paper-${number}.pdf`);
  while ((await bench.client.search(marker, 'keyword', 1)).total === 0) {
    if (performance.now() - started > 30_000) throw new Error('not searchable after 30 s');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return performance.now() - started;
};

/** From the start of eight uploads at once until the last of them is found. */
const eightToSearchable = async (bench: Bench, first: number): Promise<number[]> =>
  Promise.all(Array.from({ length: 8 }, (_, i) => timeToSearchable(bench, first + i)));

/** How many papers the part puts in: fewer into a small vault. */
export const uploadsAt = (size: number) => (size < 1_000 ? { warm: 2, single: 10, eights: 2, alone: 60, together: 80 } : { warm: 5, single: 20, eights: 5, alone: 120, together: 320 });

/** Their number. */
export const uploadedAt = (size: number): number => {
  const { warm, single, eights, alone, together } = uploadsAt(size);
  return warm + single + eights * 8 + alone + together;
};

/** Uploads a second, alone and at 8 in flight, each while what came before is being read; and the time to keyword-searchable. */
export const measureUploads = async (bench: Bench, size: number): Promise<void> => {
  const counts = uploadsAt(size);
  const upload = (number: number) => bench.client.upload(paper(number), `paper-${number}.pdf`);
  for (let i = 0; i < counts.warm; i += 1) await upload(bench.papers++);
  await settle(bench.client);
  const single: number[] = [];
  for (let i = 0; i < counts.single; i += 1) {
    single.push(await timeToSearchable(bench, bench.papers++));
    await settle(bench.client);
  }
  const eight: number[] = [];
  for (let i = 0; i < counts.eights; i += 1) {
    eight.push(...(await eightToSearchable(bench, bench.papers)));
    bench.papers += 8;
    await settle(bench.client);
  }
  const cpuBefore = bench.server.cpuMs();
  const alone = await measureCalls(counts.alone, 1, (index) => upload(bench.papers + index));
  bench.papers += counts.alone;
  const restAlone = await settle(bench.client);
  const cpuAlone = (bench.server.cpuMs() - cpuBefore) / counts.alone;
  const together = await measureCalls(counts.together, 8, (index) => upload(bench.papers + index));
  bench.papers += counts.together;
  const restTogether = await settle(bench.client);
  const vault = bench.papers.toLocaleString('en');
  bench.print(`| uploads alone, ${vault} documents | ${timingCells(alone)} | ${times(alone.p50, bench.base.write)} a write with fsync; ${cpuAlone.toFixed(0)} ms of processor time a paper until all is done; read and embedded ${restAlone.toFixed(1)} s later |`);
  bench.print(`| uploads, 8 in flight, ${vault} documents | ${timingCells(together)} | read and embedded ${restTogether.toFixed(1)} s later |`);
  bench.print(`| upload to keyword-searchable, idle server, ${vault} documents | ${percentile(single, 50).toFixed(0)} / ${percentile(single, 95).toFixed(0)} / ${percentile(single, 99).toFixed(0)} ms | ${times(percentile(single, 50), bench.base.hono)} a bare call |`);
  bench.print(`| upload to keyword-searchable, 8 in flight, ${vault} documents | ${percentile(eight, 50).toFixed(0)} / ${percentile(eight, 95).toFixed(0)} / ${percentile(eight, 99).toFixed(0)} ms | |`);
};
