/* `node scripts/run.mjs bench/faults/kill-embedded.ts [rounds]`: kill -9 in mid-write, again and again, and nothing acknowledged may be lost. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@docuvault/db/migrate.ts';
import { openPglite } from '@docuvault/db/pglite/pglite-driver.ts';
import { localMigrations, productMigrations } from '@docuvault/testing/migrations.ts';
import { runWriter } from './embedded-writer.ts';

type Round = { acknowledged: string[]; checked: number; lost: string[]; rows: number | null };

const runRound = (home: string, before: readonly string[], killAfterMs: number | null): Promise<Round> =>
  new Promise((resolve) => {
    const file = join(home, 'acknowledged');
    writeFileSync(file, before.join('\n'));
    const child = spawn(process.execPath, [import.meta.filename, '--writer', home, file, killAfterMs === null ? 'check' : 'write'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const round: Round = { acknowledged: [], checked: 0, lost: ['the writer ended before it had verified'], rows: null };
    let rest = '';
    child.stdout.on('data', (part: Buffer) => {
      const lines = (rest + part.toString()).split('\n');
      rest = lines.pop()!;
      for (const line of lines) {
        if (line.startsWith('ack ')) {
          // The kill comes while the next papers are being written.
          if (round.acknowledged.push(line.slice(4)) === 1 && killAfterMs !== null) setTimeout(() => child.kill('SIGKILL'), killAfterMs);
        }
        else if (line.startsWith('rows ')) round.rows = Number(line.slice(5));
        else if (line.startsWith('verified ')) Object.assign(round, JSON.parse(line.slice(9)));
      }
    });
    child.on('close', () => {
      resolve(round);
    });
  });

const main = async (rounds: number): Promise<void> => {
  const home = mkdtempSync(join(tmpdir(), 'docuvault-faults-'));
  const driver = await openPglite({ dataDirectory: join(home, 'database'), workerEntry: join(import.meta.dirname, 'pglite-worker.js') });
  await migrate(driver.admin, [...localMigrations(), ...productMigrations()]);
  await driver.close();
  const all: string[] = [];
  const lost: string[] = [];
  let last: string[] = [];
  const started = performance.now();
  for (let n = 1; n <= rounds; n++) {
    const round = await runRound(home, last, Math.random() * 300);
    lost.push(...round.lost);
    last = round.acknowledged;
    all.push(...last);
    if (n % 20 === 0) console.log(`${n} kills, ${all.length} acknowledged, ${lost.length} lost, ${((performance.now() - started) / 1000).toFixed(0)} s`);
  }
  const end = await runRound(home, all, null);
  lost.push(...end.lost);
  console.log(`\n${rounds} kills · ${all.length} documents acknowledged · ${end.checked} verified at the end with every byte · ${lost.length} lost · ${end.rows} rows (the others were committed, and the kill came before the answer)`);
  for (const one of lost.slice(0, 20)) console.log(`  ${one}`);
  rmSync(home, { recursive: true, force: true });
  process.exit(lost.length === 0 ? 0 : 1);
};

const [flag, home, file, mode] = process.argv.slice(2);
if (flag === '--writer') void runWriter(home!, import.meta.dirname, file!, mode === 'write');
else void main(Number(flag ?? 200));
