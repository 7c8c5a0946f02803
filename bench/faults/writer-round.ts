import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@docuvault/db/migrate.ts';
import { openPglite } from '@docuvault/db/pglite/pglite-driver.ts';
import { localMigrations, productMigrations } from '@docuvault/testing/migrations.ts';

export type Round = {
  /** `id sha256` of each paper that was acknowledged before the end. */
  acknowledged: string[];
  /** Papers of the round before that were looked at, and what was not right. */
  checked: number;
  lost: string[];
  /** Documents in the vault, where it was counted. */
  rows: number | null;
};

/** Makes the database of an embedded vault in `home`. */
export const makeVault = async (home: string): Promise<void> => {
  const driver = await openPglite({ dataDirectory: join(home, 'database'), workerEntry: join(import.meta.dirname, 'pglite-worker.js') });
  await migrate(driver.admin, [...localMigrations(), ...productMigrations()]);
  await driver.close();
};

/**
 * A process on the vault: it verifies `before`, then takes papers in on four lanes until `strike` is called, a random while after its
 * first acknowledgement, and is killed. Without `strike` it verifies, counts the rows and ends.
 */
export const runRound = (home: string, before: readonly string[], strike: (() => void) | null, env: Record<string, string> = {}): Promise<Round> =>
  new Promise((resolve) => {
    const file = join(tmpdir(), `docuvault-acknowledged-${process.pid}`);
    writeFileSync(file, before.join('\n'));
    const child = spawn(process.execPath, [process.argv[1]!, '--writer', home, file, strike ? 'write' : 'check'], { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, ...env } });
    const round: Round = { acknowledged: [], checked: 0, lost: ['the vault did not open'], rows: null };
    let rest = '';
    child.stdout.on('data', (part: Buffer) => {
      const lines = (rest + part.toString()).split('\n');
      rest = lines.pop()!;
      for (const line of lines) {
        if (line.startsWith('rows ')) round.rows = Number(line.slice(5));
        else if (line.startsWith('verified ')) Object.assign(round, JSON.parse(line.slice(9)));
        else if (line.startsWith('ack ') && round.acknowledged.push(line.slice(4)) === 1 && strike) {
          // The blow comes while the next papers are being written.
          setTimeout(() => {
            strike();
            child.kill('SIGKILL');
          }, Math.random() * 300);
        }
      }
    });
    child.on('close', () => {
      resolve(round);
    });
  });
