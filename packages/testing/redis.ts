import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createConnection } from 'node:net';
import { freePort } from './postgres.ts';

const program = '/usr/bin/redis-server';

/** Why the Redis suites cannot run here, or null. With REQUIRE_ENGINES set, a reason is an error. */
export const missingRedis = (): string | null => {
  const reason = existsSync(program) ? null : 'Redis is not installed';
  if (reason && process.env.REQUIRE_ENGINES) throw new Error(`${reason}, and REQUIRE_ENGINES is set`);
  if (reason) console.warn(`skipped: ${reason}`);
  return reason;
};

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const connection = createConnection(port, '127.0.0.1', () => {
      connection.end();
      resolve(true);
    });
    connection.on('error', () => {
      resolve(false);
    });
  });

export type RedisServer = { url: string; start(): Promise<void>; stop(): Promise<void> };

/** A real Redis of one's own that keeps nothing on disk; `stop` kills it, `start` starts it again on the same port. */
export const startRedis = async (): Promise<RedisServer> => {
  const port = await freePort();
  let child: ChildProcess | null = null;
  const start = async () => {
    child = spawn(program, ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], { stdio: 'ignore' });
    while (!(await answers(port))) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    stop: async () => {
      const ended = new Promise((resolve) => child?.on('exit', resolve));
      child?.kill('SIGKILL');
      await ended;
    },
  };
};
