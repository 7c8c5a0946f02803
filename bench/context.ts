import type { UserActor } from '@docuvault/core/actor.ts';
import type { Server } from './server-under-test.ts';
import { startServer } from './server-under-test.ts';
import { signUp, type VaultClient } from './vault-client.ts';

/** What one run of the bench shares: a vault of its own, one person in it, and what was measured for scale. */
export type Bench = {
  home: string;
  server: Server;
  client: VaultClient;
  person: UserActor;
  /** Papers put in so far; numbers below it are taken. */
  papers: number;
  /** Milliseconds at the middle of the same machine's simplest work of each kind, measured in this run. */
  base: { hono: number; write: number; row: number };
  print(line?: string): void;
};

/** A figure with its ratio to the baseline named beside it. */
export const times = (value: number, base: number): string => `${(value / base).toFixed(value / base < 10 ? 1 : 0)} ×`;

/** Stops the server, does something to its home, and starts it again with the same person signed in. */
export const whileStopped = async (bench: Bench, work: () => Promise<void>): Promise<void> => {
  await bench.server.stop();
  await work();
  bench.server = await startServer(bench.home);
  bench.client = await signUp(bench.server, bench.client.account);
};

/** Waits until nothing is queued or at work; answers how many seconds that took. */
export const settle = async (client: VaultClient): Promise<number> => {
  const started = performance.now();
  for (;;) {
    const queued = await client.get<{ items: unknown[] }>('documents?status=queued&limit=1');
    const processing = await client.get<{ items: unknown[] }>('documents?status=processing&limit=1');
    if (queued.items.length + processing.items.length === 0) return (performance.now() - started) / 1000;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};
