import { execFileSync } from 'node:child_process';
import { missingPostgres, startPostgres, type PostgresServer } from '@docuvault/testing/postgres.ts';
import { newHome, removeHome, spawnProgram, startProduct, type Product } from '@docuvault/testing/product.ts';
import { tally, type Fault, type Outcome } from './fault.ts';
import { openLedger, pause } from './ledger.ts';

/** The schema and the record of migrations, as pg_dump tells them. */
const dumpOf = (server: PostgresServer): string =>
  [['--schema-only'], ['--data-only', '--table=supabase_migrations.schema_migrations']]
    .map((what) => execFileSync('pg_dump', [...what, server.adminUrl], { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 }))
    .join('').split('\n').filter((line) => !/^\\(un)?restrict/.test(line)).sort().join('\n');

/** Papers come in after all, as a proof that what was made works. */
const tryOut = async (product: Product): Promise<Omit<Outcome, 'done' | 'wrong'>> => {
  const ledger = await openLedger(product, 1);
  for (let n = 1; n <= 3; n++) await ledger.send(product.url, 0, n);
  return { ...(await ledger.verify(product.url)), seen: `uploads: ${tally(ledger.answers)}` };
};

/** `api` with an administrator's login migrates before it serves; it is killed while it does, again and again, on one database. */
export const killMigrationPostgres: Fault = {
  name: 'kill -9 of a migration, taken up again, PostgreSQL',
  missing: missingPostgres,
  run: async (scale) => {
    const [whole, broken] = await Promise.all([startPostgres(['fsync=on']), startPostgres(['fsync=on'])]);
    const home = newHome();
    const envOf = (server: PostgresServer) => ({ DATABASE_URL: server.appUrl, DATABASE_ADMIN_URL: server.adminUrl });
    const products: Product[] = [];
    try {
      products.push(await startProduct(home, envOf(whole), 'api'));
      let kills = 0;
      const most = Math.ceil(40 * scale);
      for (; kills < most; kills++) {
        const process = spawnProgram('api', home, { ...envOf(broken), PORT: '0' });
        const ended = await Promise.race([process.exited.then(() => true), pause(350 + Math.random() * 900).then(() => false)]);
        if (ended || process.log().includes('anon key')) {
          await process.stop('SIGKILL');
          break;
        }
        await process.stop('SIGKILL');
      }
      const product = await startProduct(home, envOf(broken));
      products.push(product);
      const same = dumpOf(whole) === dumpOf(broken);
      return { ...(await tryOut(product)), done: `${kills} × killed, then whole`, wrong: same ? [] : ['the schema is not the one of an uninterrupted migration'] };
    } finally {
      await Promise.all(products.map((one) => one.stop('SIGKILL')));
      for (const server of [whole, broken]) server.stop();
      removeHome(home);
    }
  },
};

/** The first start of the embedded vault makes its database and migrates it; it is killed at every moment of that. */
export const killMigrationEmbedded: Fault = {
  name: 'kill -9 of the first start (making the database, migrating), embedded',
  missing: () => null,
  run: async (scale) => {
    let kills = 0;
    let acknowledged = 0;
    const [lost, wrong]: [string[], string[]] = [[], []];
    const homes = Math.ceil(4 * scale);
    for (let one = 0; one < homes; one++) {
      const home = newHome();
      for (let n = 0; n < 8; n++) {
        const process = spawnProgram('server', home, { PORT: '0' });
        await pause(300 + Math.random() * 4_000);
        if (process.ended()) wrong.push(`start ${n} ended by itself: ${process.log().slice(-300)}`);
        await process.stop('SIGKILL');
        kills += 1;
      }
      const product = await startProduct(home);
      const outcome = await tryOut(product);
      acknowledged += outcome.acknowledged;
      lost.push(...outcome.lost);
      await product.stop('SIGKILL');
      removeHome(home);
    }
    return { acknowledged, lost, twice: 0, unheard: 0, done: `${kills} × killed, ${homes} vaults`, seen: 'each took papers in afterwards', wrong };
  },
};
