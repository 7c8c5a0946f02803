import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { paperLines } from '../household-text.ts';
import { measureCalls, timingCells, type Timing } from '../statistics.ts';
import { textPdf } from '../text-pdf.ts';
import { plainGet } from '../vault-client.ts';

/** A call of a bare Hono route in a process of its own. */
const bareRoute = async (): Promise<{ alone: Timing; together: Timing }> => {
  const child = spawn(process.execPath, [process.argv[1]!, '--serve-nothing'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<number>((resolve) => child.stdout.once('data', (said: Buffer) => { resolve(Number(said.toString())); }));
  const call = () => plainGet(`http://127.0.0.1:${port}/`);
  await measureCalls(300, 4, call);
  const alone = await measureCalls(500, 1, call);
  const together = await measureCalls(3_000, 16, call);
  child.kill();
  return { alone, together };
};

/** Write and fsync of the same file that an upload carries. */
const plainWrite = async (): Promise<Timing> => {
  const folder = mkdtempSync(join(tmpdir(), 'docuvault-baseline-'));
  const timing = await measureCalls(200, 1, async (index) => {
    const file = await open(join(folder, `${index}.pdf`), 'w');
    await file.write(textPdf(paperLines(index).lines));
    await file.sync();
    await file.close();
  });
  rmSync(folder, { recursive: true, force: true });
  return timing;
};

/** Measures what the machine takes for nothing at all, for every ratio that follows. */
export const measureBaseline = async (print: (line?: string) => void): Promise<{ hono: number; write: number }> => {
  const route = await bareRoute();
  const write = await plainWrite();
  print('| baseline, this machine, this run | p50 / p95 / p99 · rate |');
  print('|---|---|');
  print(`| a bare Hono route, alone | ${timingCells(route.alone)} |`);
  print(`| a bare Hono route, 16 in flight | ${timingCells(route.together)} |`);
  print(`| write and fsync of one 3 KB file | ${timingCells(write)} |`);
  print();
  return { hono: route.alone.p50, write: write.p50 };
};
