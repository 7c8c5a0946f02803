import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const clamd = '/usr/sbin/clamd';

/** Why the ClamAV suite cannot run here, or null. With REQUIRE_ENGINES set, a reason is an error. */
export const missingClamav = (): string | null => {
  const reason = existsSync(clamd) ? null : 'clamd is not installed';
  if (reason && process.env.REQUIRE_ENGINES) throw new Error(`${reason}, and REQUIRE_ENGINES is set`);
  if (reason) console.warn(`skipped: ${reason}`);
  return reason;
};

/** A signature of our own, since the real database is fetched from outside: any file that holds this text. */
export const testSignatureText = 'DOCUVAULT-TEST-SIGNATURE';

const answers = (socket: string): Promise<boolean> =>
  new Promise((resolve) => {
    const connection = createConnection(socket, () => {
      connection.end();
      resolve(true);
    });
    connection.on('error', () => {
      resolve(false);
    });
  });

/** A real clamd on a socket of its own. */
export const startClamd = async (): Promise<{ url: string; stop(): void }> => {
  const directory = mkdtempSync(join(tmpdir(), 'docuvault-clamd-'));
  chmodSync(directory, 0o755);
  const database = join(directory, 'db');
  mkdirSync(database);
  writeFileSync(join(database, 'test.ndb'), `DocuVault.Test:0:*:${Buffer.from(testSignatureText).toString('hex')}\n`);
  const socket = join(directory, 'clamd.sock');
  const config = join(directory, 'clamd.conf');
  writeFileSync(config, [`LocalSocket ${socket}`, `DatabaseDirectory ${database}`, `TemporaryDirectory ${directory}`, 'Foreground yes', 'User root', 'StreamMaxLength 60M', ''].join('\n'));
  const daemon = spawn(clamd, ['--config-file', config], { stdio: 'ignore' });
  let ended = false;
  daemon.on('exit', () => {
    ended = true;
  });
  while (!(await answers(socket))) {
    if (ended) throw new Error('clamd ended before it was ready');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url: `unix://${socket}`,
    stop: () => {
      daemon.kill('SIGKILL');
      rmSync(directory, { recursive: true, force: true });
    },
  };
};
