/*
 * Speed and memory of the embedded default, through its public wire. Prints tables; asserts nothing.
 *   npm run bench                      200, 2,000 and 10,000 documents (about 15 minutes)
 *   npm run bench -- --sizes 200,2000  smaller
 *   npm run bench -- --no-ocr
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { paperLines, zipfWord } from './household-text.ts';
import { createRandom } from './random.ts';
import { scanPicture } from './scan-picture.ts';
import { startServer, type Server } from './server-under-test.ts';
import { measureCalls, percentile, timingCells, type Timing } from './statistics.ts';
import { textPdf } from './text-pdf.ts';
import { signUp, type VaultClient } from './vault-client.ts';

const argument = (name: string): string | undefined => process.argv[process.argv.indexOf(`--${name}`) + 1 || process.argv.length];
const sizes = (argument('sizes') ?? '200,2000,10000').split(',').map(Number);
const withOcr = !process.argv.includes('--no-ocr');

const print = (line = '') => {
  console.log(line);
};

const ratio = (value: number, base: number): string => `${(value / base).toFixed(2)}×`;

const uploadPaper = (client: VaultClient, number: number) => client.upload(textPdf(paperLines(number).lines), `paper-${number}.pdf`);

/** Waits until everything that was put in has been processed to the end. */
const settle = async (client: VaultClient): Promise<number> => {
  const started = performance.now();
  for (;;) {
    const queued = await client.get<{ items: unknown[] }>('documents?status=queued&limit=1');
    const processing = await client.get<{ items: unknown[] }>('documents?status=processing&limit=1');
    if (queued.items.length + processing.items.length === 0) return (performance.now() - started) / 1000;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
};

/** From the start of an upload to the first keyword search that finds it, on an idle server. */
const timeToSearchable = async (client: VaultClient, number: number): Promise<number> => {
  const { marker } = paperLines(number);
  const started = performance.now();
  await uploadPaper(client, number);
  while ((await client.search(marker, 'keyword', 1)).total === 0) {
    if (performance.now() - started > 30_000) throw new Error('not searchable after 30 s');
  }
  return performance.now() - started;
};

const fileBaseline = async (): Promise<Timing> => {
  const folder = mkdtempSync(join(tmpdir(), 'docuvault-baseline-'));
  const timing = await measureCalls(100, 1, async (index) => {
    const file = await open(join(folder, `${index}.pdf`), 'w');
    await file.write(textPdf(paperLines(index).lines));
    await file.sync();
    await file.close();
  });
  rmSync(folder, { recursive: true, force: true });
  return timing;
};

const queries = (count: number, seed: number): string[] => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => Array.from({ length: 1 + Math.floor(random() * 3) }, () => zipfWord(0.25 + random() * 0.75)).join(' '));
};

const main = async () => {
  const home = mkdtempSync(join(tmpdir(), 'docuvault-bench-'));
  print(`${cpus().length} cores, ${cpus()[0]?.model ?? ''}, Node ${process.version}`);
  let server: Server = await startServer(home);
  const coldMs = server.startMs;
  await server.stop();
  server = await startServer(home);
  print();
  print('| figure | value |');
  print('|---|---|');
  print(`| start, cold (new database) | ${(coldMs / 1000).toFixed(2)} s |`);
  print(`| start, warm | ${(server.startMs / 1000).toFixed(2)} s |`);
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  print(`| resident at rest | ${server.residentMb().toFixed(0)} MiB |`);

  const client = await signUp(server);
  const empty = await measureCalls(300, 1, () => client.get('health-check/live'));
  const files = await fileBaseline();
  print(`| baseline: empty request (p50 / p95 / p99) | ${timingCells(empty)} |`);
  print(`| baseline: write and fsync the same file | ${timingCells(files)} |`);

  let number = 0;
  await uploadPaper(client, number++);
  await settle(client);
  const searchable: number[] = [];
  for (let i = 0; i < 20; i++) searchable.push(await timeToSearchable(client, number++));
  await settle(client);
  print(`| one text PDF to keyword-searchable, idle server (p50 / p95) | ${percentile(searchable, 50).toFixed(0)} / ${percentile(searchable, 95).toFixed(0)} ms |`);

  print();
  print('| documents | upload alone | upload, 8 in flight | rest processed in | keyword alone | keyword, 16 in flight | hybrid alone | hybrid, 16 in flight | resident | at most |');
  print('|---|---|---|---|---|---|---|---|---|---|');
  let first: Timing | null = null;
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, server.residentMb())), 500);
  for (const size of sizes) {
    const room = size - number;
    const alone = Math.min(100, Math.floor(room / 3));
    const together = Math.min(400, room - alone);
    const base = number + room - alone - together;
    await measureCalls(base - number, 4, (index) => uploadPaper(client, number + index));
    number = base;
    await settle(client);
    const uploadsAlone = await measureCalls(alone, 1, (index) => uploadPaper(client, number + index));
    number += alone;
    await settle(client);
    const uploadsTogether = await measureCalls(together, 8, (index) => uploadPaper(client, number + index));
    number += together;
    const rest = await settle(client);
    const words = queries(400, size);
    const run = (mode: 'keyword' | 'hybrid', inFlight: number, offset: number) =>
      measureCalls(200, inFlight, (index) => client.search(words[(index + offset) % words.length]!, mode));
    await run('hybrid', 4, 100);
    const keyword = await run('keyword', 1, 0);
    const keywordBusy = await run('keyword', 16, 200);
    const fresh = queries(800, size + 1);
    const hybrid = await measureCalls(200, 1, (index) => client.search(fresh[index]!, 'hybrid'));
    const hybridBusy = await measureCalls(400, 16, (index) => client.search(fresh[300 + index]!, 'hybrid'));
    first ??= keyword;
    print(`| ${size.toLocaleString('en')} | ${timingCells(uploadsAlone)} | ${timingCells(uploadsTogether)} | ${rest.toFixed(1)} s | ${timingCells(keyword)} (${ratio(keyword.p50, first.p50)} of the first row, ${ratio(keyword.p50, empty.p50)} of an empty request) | ${timingCells(keywordBusy)} | ${timingCells(hybrid)} | ${timingCells(hybridBusy)} | ${server.residentMb().toFixed(0)} MiB | ${peak.toFixed(0)} MiB |`);
  }
  clearInterval(watch);

  const book = await client.upload(textPdf(...Array.from({ length: 600 }, (_, i) => paperLines(1_000_000 + i).lines)), 'book.pdf');
  const during: number[] = [];
  const begun = performance.now();
  for (;;) {
    const asked = performance.now();
    const { status } = await client.get<{ status: string }>(`document-processor/${book.id}`);
    during.push(performance.now() - asked);
    if (status === 'completed' || status === 'failed') break;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  print();
  print(`A 600-page PDF: ${((performance.now() - begun) / 1000).toFixed(1)} s to the end; meanwhile ${during.length} progress reads took ${percentile(during, 50).toFixed(1)} / ${percentile(during, 99).toFixed(1)} / ${Math.max(...during).toFixed(1)} ms (p50 / p99 / most); resident ${server.residentMb().toFixed(0)} MiB`);

  if (withOcr) {
    const pictures = await Promise.all(Array.from({ length: 8 }, (_, i) => scanPicture(i)));
    await client.upload(await scanPicture(99), 'warm.png', 'image/png');
    await settle(client);
    const started = performance.now();
    for (const [i, picture] of pictures.entries()) await client.upload(picture, `scan-${i}.png`, 'image/png');
    await settle(client);
    const seconds = (performance.now() - started) / 1000;
    print();
    print(`OCR: ${(pictures.length / seconds).toFixed(2)} pages/s (A4 at 200 dpi, ${(seconds / pictures.length).toFixed(2)} s a page), resident ${server.residentMb().toFixed(0)} MiB`);
  }
  await server.stop();
  rmSync(home, { recursive: true, force: true });
};

await main();
