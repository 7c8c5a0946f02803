import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { missingPostgres, startPostgres } from '@docuvault/testing/postgres.ts';
import { newHome, removeHome, startProduct, type Product } from '@docuvault/testing/product.ts';
import { tally, type Fault, type Outcome } from './fault.ts';
import { openLedger, pause } from './ledger.ts';
import { missingMount, mountSmallDisk, type SmallDisk } from './small-disk.ts';

const fullMs = 5_000;
const backWithinMs = 30_000;

/** People send papers; each disk in turn is filled to the last byte for a while and cleared again. */
const fillInTurn = async (product: Product, disks: readonly SmallDisk[], rounds: number, whenCleared: (disk: SmallDisk) => void): Promise<Outcome> => {
  const ledger = await openLedger(product, 3);
  const wrong: string[] = [];
  let stop = false;
  const sending = ledger.keepSending(() => product.url, () => stop, 50);
  await pause(2_000);
  let slowest = 0;
  for (let round = 0; round < rounds; round++) {
    for (const [at, disk] of disks.entries()) {
      const until = performance.now() + fullMs;
      // What is given back by the programs themselves is taken at once.
      while (performance.now() < until) {
        disk.fill();
        await pause(100);
      }
      disk.clear();
      whenCleared(disk);
      const before = ledger.taken.length;
      const cleared = performance.now();
      while (ledger.taken.length < before + 3 && performance.now() - cleared < backWithinMs) await pause(20);
      if (ledger.taken.length < before + 3) wrong.push(`disk ${at}: no paper was taken within ${backWithinMs / 1000} s of its having room again`);
      slowest = Math.max(slowest, performance.now() - cleared);
    }
  }
  stop = true;
  await sending;
  const verdict = await ledger.verify(product.url);
  return { ...verdict, done: `${rounds * disks.length} × full for ${fullMs / 1000} s`, seen: `uploads: ${tally(ledger.answers)}; at work again at most ${(slowest / 1000).toFixed(1)} s after there was room`, wrong };
};

/** The embedded vault: its database on one small disk, its files on another. */
export const diskFullEmbedded: Fault = {
  name: 'disk full, embedded: the one of the database and the one of the files in turn',
  missing: missingMount,
  run: async (scale) => {
    const [ofDatabase, ofFiles] = [mountSmallDisk(512), mountSmallDisk(64)] as const;
    const home = join(ofDatabase.folder, 'home');
    const products: Product[] = [];
    try {
      mkdirSync(home);
      symlinkSync(ofFiles.folder, join(home, 'files'));
      const product = await startProduct(home, { RATE_LIMITS: 'off' });
      products.push(product);
      return await fillInTurn(product, [ofDatabase, ofFiles], Math.ceil(4 * scale), () => undefined);
    } finally {
      await Promise.all(products.map((one) => one.stop('SIGKILL')));
      for (const disk of [ofDatabase, ofFiles]) disk.remove();
    }
  },
};

/** PostgreSQL on one small disk, the folder of the files on another. */
export const diskFullPostgres: Fault = {
  name: 'disk full, the one of PostgreSQL and the one of the files in turn',
  missing: () => missingMount() ?? missingPostgres(),
  run: async (scale) => {
    const [ofDatabase, ofFiles] = [mountSmallDisk(512), mountSmallDisk(64)] as const;
    const home = newHome();
    const postgres = await startPostgres(['fsync=on', 'wal_recycle=off', 'min_wal_size=32MB'], ofDatabase.folder);
    const products: Product[] = [];
    let supervised = 0;
    try {
      mkdirSync(join(ofFiles.folder, 'home'));
      const product = await startProduct(join(ofFiles.folder, 'home'), { DATABASE_URL: postgres.appUrl, DATABASE_ADMIN_URL: postgres.adminUrl, RATE_LIMITS: 'off', DEFAULT_TIER: 'business' });
      products.push(product);
      const outcome = await fillInTurn(product, [ofDatabase, ofFiles], Math.ceil(4 * scale), () => {
        // A PostgreSQL that cannot write its log ends itself; what supervises it starts it again.
        if (!postgres.runs()) {
          postgres.restart('crash');
          supervised += 1;
        }
      });
      return { ...outcome, seen: `${outcome.seen}; PostgreSQL ended itself and was started by its supervisor ${supervised} times` };
    } finally {
      await Promise.all(products.map((one) => one.stop('SIGKILL')));
      postgres.stop();
      for (const disk of [ofDatabase, ofFiles]) disk.remove();
      removeHome(home);
    }
  },
};
