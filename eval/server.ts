import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Server = { readonly url: string; readonly stop: () => Promise<void> };

const freePort = (): Promise<number> => new Promise((resolve, reject) => {
  const probe = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
    const address = probe.address();
    probe.close(() => { if (address && typeof address === 'object') resolve(address.port); else reject(new Error('no port')); });
  });
});

/** Waits until the server's `/config.json` answers. */
async function answers(url: string, child: ChildProcess, seconds: number, output: () => string): Promise<void> {
  const until = Date.now() + seconds * 1000;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${output()}`);
    const response = await fetch(`${url}/config.json`).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`The server did not answer within ${seconds} s:\n${output()}`);
}

/** Starts the product as a user would, on an empty home of its own, which is removed at the end. */
export async function startServer(options: { keep: boolean }): Promise<Server> {
  const home = await mkdtemp(join(tmpdir(), 'docuvault-eval-'));
  const url = `http://127.0.0.1:${await freePort()}`;
  const env = { ...process.env, DOCUVAULT_HOME: home, PORT: new URL(url).port, HOST: '127.0.0.1', RATE_LIMITS: 'off' };
  const child = spawn('npm', ['start'], { cwd: process.cwd(), env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let tail = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { tail = (tail + chunk.toString()).slice(-4000); });
  const gone = new Promise<void>((resolve) => child.once('exit', () => { resolve(); }));
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.pid) {
      process.kill(-child.pid, 'SIGTERM');
      const late = setTimeout(() => { process.kill(-child.pid!, 'SIGKILL'); }, 20_000);
      await gone;
      clearTimeout(late);
    }
    if (options.keep) console.log(`The vault is kept in ${home}`);
    else await rm(home, { recursive: true, force: true });
  };
  try {
    await answers(url, child, 300, () => tail);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}
