import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

export type Server = { url: string; anonKey: string; startMs: number; pid: number; residentMb(): number; proportionalMb(): number; /** Milliseconds of processor time so far, all processes and threads. */ cpuMs(): number; stop(signal?: NodeJS.Signals): Promise<void> };

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => {
        resolve(port);
      });
    });
  });

const descendants = (pid: number): number[] => {
  const parents = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      parents.set(parent, [...(parents.get(parent) ?? []), Number(name)]);
    } catch {
      // the process ended while it was looked at
    }
  }
  const all: number[] = [];
  const walk = (at: number) => {
    all.push(at);
    for (const child of parents.get(at) ?? []) walk(child);
  };
  walk(pid);
  return all;
};

/** Resident memory in MiB of a process and everything below it, by /proc. */
export const residentMb = (pid: number): number =>
  descendants(pid).reduce((total, each) => {
    try {
      return total + Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${each}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    } catch {
      return total;
    }
  }, 0);

/**
 * Memory in MiB of a process and everything below it, pages that several share counted once (proc(5), "Pss"): the sum of what is resident
 * counts the code of Node, 40 MiB, with each of them. What the machine gives away, while asking takes milliseconds: not for every look.
 */
export const proportionalMb = (pid: number): number =>
  descendants(pid).reduce((total, each) => {
    try {
      return total + Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${each}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
    } catch {
      return total;
    }
  }, 0);

/** Processor time in milliseconds of a process and everything below it, those that have ended included, by /proc (in ticks of 10 ms). */
export const cpuMs = (pid: number): number =>
  descendants(pid).reduce((total, each) => {
    try {
      const stat = readFileSync(`/proc/${each}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return total + [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0) * 10;
    } catch {
      return total;
    }
  }, 0);

const root = join(import.meta.dirname, '../..');

/** The options that `npm start` gives to Node. */
const flags = (): string[] => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } };
  return scripts.start.split(' ').filter((part) => part.startsWith('--'));
};

/** Starts the built server as `npm start` does, on a home folder and a free port, and waits until it is ready. */
export const startServer = async (home: string, env: Record<string, string> = {}): Promise<Server> => {
  const port = await freePort();
  const started = performance.now();
  const child: ChildProcess = spawn(process.execPath, [...flags(), join(root, 'dist', 'server.js')], {
    env: { ...process.env, PORT: String(port), DOCUVAULT_HOME: home, RATE_LIMITS: 'off', ...env },
    stdio: ['ignore', 'ignore', env.BENCH_LOG ? 'inherit' : 'ignore'],
  });
  const url = `http://127.0.0.1:${port}`;
  let ended = false;
  const exited = new Promise<void>((resolve) =>
    child.on('exit', () => {
      ended = true;
      resolve();
    }),
  );
  for (;;) {
    if (ended) throw new Error('the server ended before it was ready');
    const ready = await fetch(`${url}/functions/v1/health-check/ready`).then((answer) => answer.ok, () => false);
    if (ready) break;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const startMs = performance.now() - started;
  const config = (await (await fetch(`${url}/config.json`)).json()) as { supabaseAnonKey: string };
  return {
    url, startMs, anonKey: config.supabaseAnonKey, pid: child.pid!,
    residentMb: () => residentMb(child.pid!),
    proportionalMb: () => proportionalMb(child.pid!),
    cpuMs: () => cpuMs(child.pid!),
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      await exited;
    },
  };
};
