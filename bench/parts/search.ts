import { times, type Bench } from '../context.ts';
import { searchMix } from '../search-mix.ts';
import { measureCalls, timingCells, type Timing } from '../statistics.ts';

type Row = Timing & { /** Processor time of the server a call, in milliseconds: what a busy machine does not change. */ cpu: number };
const first: Partial<Record<string, Timing>> = {};

/** Search over HTTP, alone and at 16 in flight; every query is new, so that each hybrid one is embedded. */
export const measureSearches = async (bench: Bench): Promise<void> => {
  const { client, papers } = bench;
  for (const query of searchMix(40, 1, papers)) await client.search(query, 'hybrid');
  const run = async (mode: 'keyword' | 'hybrid', count: number, inFlight: number, seed: number): Promise<Row> => {
    const queries = searchMix(count, seed + papers, papers);
    const before = bench.server.cpuMs();
    const timing = await measureCalls(count, inFlight, (index) => client.search(queries[index]!, mode));
    return { ...timing, cpu: (bench.server.cpuMs() - before) / count };
  };
  const rows: [string, Row][] = [
    ['keyword search, alone', await run('keyword', 400, 1, 11)],
    ['keyword search, 16 in flight', await run('keyword', 800, 16, 12)],
    ['hybrid search, alone', await run('hybrid', 300, 1, 13)],
    ['hybrid search, 16 in flight', await run('hybrid', 480, 16, 14)],
  ];
  for (const [name, timing] of rows) {
    first[name] ??= timing;
    bench.print(`| ${name}, ${papers.toLocaleString('en')} documents | ${timingCells(timing)} | ${timing.cpu.toFixed(1)} ms of processor time a call; ${times(timing.p50, bench.base.hono)} a bare call, ${times(timing.p50, bench.base.row)} reading one row; ${times(timing.p50, first[name].p50)} the first size |`);
  }
};
