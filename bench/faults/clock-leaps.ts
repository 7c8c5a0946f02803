import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { missingPostgres, startPostgres } from '@docuvault/testing/postgres.ts';
import { newHome, removeHome, startProduct, startWorkerProcess, type Process } from '@docuvault/testing/product.ts';
import { tally, type Fault, type Outcome } from './fault.ts';
import { openLedger, pause, type Ledger } from './ledger.ts';

const library = '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1';
const missingFaketime = (): string | null => (existsSync(library) ? null : 'libfaketime is not installed');

/** A clock for processes to be started with, that can be set while they run; the monotonic clock goes on as it does when somebody sets the time. */
const createWrongClock = () => {
  const folder = mkdtempSync(join(tmpdir(), 'docuvault-clock-'));
  const file = join(folder, 'time');
  const set = (offset: string) => {
    writeFileSync(file, `${offset}\n`);
  };
  set('+0');
  return {
    env: { LD_PRELOAD: library, FAKETIME_TIMESTAMP_FILE: file, FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1', DONT_FAKE_MONOTONIC: '1' },
    set,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Minutes by which the process at `url` is ahead of us, by the date that HTTP has it say. */
const aheadBy = async (url: string): Promise<number> =>
  Math.round((new Date((await fetch(`${url}/functions/v1/health-check/live`)).headers.get('date')!).getTime() - Date.now()) / 60_000);

const minutesOf = (offset: string): number => Number.parseInt(offset) * ({ m: 1, h: 60, d: 24 * 60 }[offset.at(-1)!] ?? 0);

const leap = async (clock: ReturnType<typeof createWrongClock>, url: string, ledger: Ledger, leaps: readonly string[], rounds: number): Promise<string[]> => {
  const wrong: string[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const offset of leaps) {
      clock.set(offset);
      const [before, at] = [ledger.taken.length, performance.now()];
      await pause(4_000);
      while (ledger.taken.length < before + 3 && performance.now() - at < 30_000) await pause(50);
      if ((await aheadBy(url)) !== minutesOf(offset)) wrong.push(`the process does not feel the leap to ${offset}: it is ahead by ${await aheadBy(url)} minutes`);
      if (ledger.taken.length < before + 3) wrong.push(`no paper was taken within 30 s of the clock's leap to ${offset}`);
    }
  }
  clock.set('+0');
  return wrong;
};

/** One API and one worker of two leap to and fro while the others' clocks and the database's are right. */
export const clockLeapsInCluster: Fault = {
  name: 'clock of one API and one worker leaping two hours and forty days forth and back, the others right',
  missing: () => missingFaketime() ?? missingPostgres(),
  run: async (scale): Promise<Outcome> => {
    const postgres = await startPostgres(['fsync=on']);
    const home = newHome();
    const clock = createWrongClock();
    const env = { DATABASE_URL: postgres.appUrl, DATABASE_ADMIN_URL: postgres.adminUrl, RATE_LIMITS: 'off', DEFAULT_TIER: 'business' };
    const started: Pick<Process, 'stop'>[] = [];
    try {
      const [right, wrongOne] = [await startProduct(home, env, 'api'), await startProduct(home, { ...env, ...clock.env }, 'api')];
      started.push(right, wrongOne, await startWorkerProcess(home, env), await startWorkerProcess(home, { ...env, ...clock.env }));
      const ledger = await openLedger(right, 3);
      let stop = false;
      let turn = 0;
      const sending = ledger.keepSending(() => [right, wrongOne][turn++ % 2]!.url, () => stop, 300);
      const leaps = ['+2h', '+0', '-2h', '+0', '+40d', '-40d', '+0'];
      const rounds = Math.ceil(2 * scale);
      const wrong = await leap(clock, wrongOne.url, ledger, leaps, rounds);
      stop = true;
      await sending;
      const refused = [...ledger.answers].filter(([how]) => how !== '201');
      if (refused.length > 0) wrong.push(`uploads felt it: ${tally(new Map(refused))}`);
      return { ...(await ledger.verify(right.url)), done: `${rounds * leaps.length} leaps`, seen: `uploads: ${tally(ledger.answers)}`, wrong };
    } finally {
      await Promise.all(started.map((one) => one.stop('SIGKILL')));
      postgres.stop();
      clock.remove();
      removeHome(home);
    }
  },
};

/** The clock of the machine leaps under the embedded vault; database and all live by it. */
export const clockLeapsEmbedded: Fault = {
  name: 'clock leaping forty minutes forth and back, embedded',
  missing: missingFaketime,
  run: async (scale): Promise<Outcome> => {
    const home = newHome();
    const clock = createWrongClock();
    const started: Pick<Process, 'stop'>[] = [];
    try {
      const product = await startProduct(home, { RATE_LIMITS: 'off', ...clock.env });
      started.push(product);
      const ledger = await openLedger(product, 3);
      let stop = false;
      const sending = ledger.keepSending(() => product.url, () => stop, 300);
      const leaps = ['+40m', '+0', '-40m', '+0', '+40m', '-40m', '+0'];
      const rounds = Math.ceil(2 * scale);
      const wrong = await leap(clock, product.url, ledger, leaps, rounds);
      stop = true;
      await sending;
      return { ...(await ledger.verify(product.url)), done: `${rounds * leaps.length} leaps`, seen: `uploads: ${tally(ledger.answers)}`, wrong };
    } finally {
      await Promise.all(started.map((one) => one.stop('SIGKILL')));
      clock.remove();
      removeHome(home);
    }
  },
};
