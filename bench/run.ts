/*
 * Speed and memory of the embedded default, over HTTP. Prints tables; asserts nothing. bench/README.md says what is measured.
 *   npm run bench                                          everything, at 200, 2,000 and 10,000 documents (about eight minutes)
 *   npm run bench -- --only search --documents 2000        one part at one size; parts: start, uploads, search, book, ocr
 *   npm run bench -- --home ~/filled …                     keeps the vault there, and takes up the one that is there
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveNothing } from './baseline-server.ts';
import { whileStopped, type Bench } from './context.ts';
import { fillVault } from './fill-vault.ts';
import { measureBaseline } from './parts/baseline.ts';
import { measureBook } from './parts/book.ts';
import { measureOcr } from './parts/ocr.ts';
import { measureSearches } from './parts/search.ts';
import { measureUploads, uploadedAt } from './parts/uploads.ts';
import { startServer } from './server-under-test.ts';
import { actorOf, signUp, type Account } from './vault-client.ts';

const argument = (name: string): string | undefined => process.argv[process.argv.indexOf(`--${name}`) + 1 || process.argv.length];
const parts = argument('only')?.split(',') ?? ['start', 'uploads', 'search', 'book', 'ocr'];
const sizes = (argument('documents') ?? '200,2000,10000').split(',').map(Number);
const wants = (part: string) => parts.includes(part);

const print = (line = '') => {
  process.stdout.write(`${line}\n`);
};

const restMs = 3_000;

const main = async () => {
  const kept = argument('home');
  const home = kept ?? mkdtempSync(join(tmpdir(), 'docuvault-bench-'));
  const noted = join(home, 'bench.json');
  const before = existsSync(noted) ? (JSON.parse(readFileSync(noted, 'utf8')) as { account: Account; papers: number }) : null;
  print(`${cpus().length} cores, ${cpus()[0]?.model ?? ''}, Node ${process.version}, load ${loadavg()[0]!.toFixed(1)} at the start`);
  print();
  const base = await measureBaseline(print);
  let server = await startServer(home);
  const coldMs = server.startMs;
  await server.stop();
  server = await startServer(home);
  const client = await signUp(server, before?.account);
  const bench: Bench = { home, server, client, person: actorOf(client), papers: before?.papers ?? 0, base: { ...base, row: Number.NaN }, print };
  const note = (papers: number) => {
    bench.papers = papers;
    if (kept) writeFileSync(noted, JSON.stringify({ account: client.account, papers }));
  };
  const workers = new URL('./', import.meta.url);
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, bench.server.residentMb())), 500);
  print('| figure | value | beside it |');
  print('|---|---|---|');
  if (wants('start')) {
    print(`| start, cold (new database) | ${(coldMs / 1000).toFixed(2)} s | |`);
    print(`| start, warm | ${(server.startMs / 1000).toFixed(2)} s | |`);
    await new Promise((resolve) => setTimeout(resolve, restMs));
    print(`| resident at rest, all processes | ${server.residentMb().toFixed(0)} MiB | |`);
  }
  for (const size of wants('search') || wants('uploads') ? sizes : sizes.slice(-1)) {
    const target = Math.max(bench.papers, 1, wants('uploads') ? size - uploadedAt(size) : size);
    await whileStopped(bench, async () => {
      bench.base.row = await fillVault(home, bench.person, bench.papers, target, workers, note);
    });
    if (wants('start')) print(`| start, warm, ${size.toLocaleString('en')} documents | ${(bench.server.startMs / 1000).toFixed(2)} s | one row read in ${bench.base.row.toFixed(2)} ms |`);
    if (wants('uploads')) await measureUploads(bench, size);
    if (wants('search')) await measureSearches(bench);
    print(`| resident after that, all processes | ${bench.server.residentMb().toFixed(0)} MiB | at most ${peak.toFixed(0)} MiB, load ${loadavg()[0]!.toFixed(1)} |`);
  }
  if (wants('book')) await measureBook(bench);
  if (wants('ocr')) await measureOcr(bench);
  print(`| resident at most, the whole run | ${peak.toFixed(0)} MiB | load ${loadavg()[0]!.toFixed(1)} at the end |`);
  clearInterval(watch);
  await bench.server.stop();
  if (kept) note(bench.papers);
  else rmSync(home, { recursive: true, force: true });
};

if (process.argv.includes('--serve-nothing')) serveNothing();
else await main();
