import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { Keyring } from '@docuvault/core/encryption/keyring.ts';
import type { Database, Tx } from '@docuvault/db/types.ts';
import { buildKeyring } from '../server/build-keyring.ts';
import type { House } from './house.ts';
import type { Progress } from './progress.ts';
import { rewrapFactor, rewrapPassword } from './rewrap.ts';
import { sealedColumns, type SealedColumn } from './sealed-columns.ts';

export type RotateReport = { version: number; rewrapped: number; newKey: boolean };

const batch = 200;
const background = { priority: 'background', timeoutMs: 120_000 } as const;

/** One batch of rows that an older key wraps, rewrapped in one transaction. Answers how many there were. */
const rewrapBatch = (db: Database, { table, key, column, context }: SealedColumn, keyring: Keyring): Promise<number> =>
  db.asService('wrap keys anew', async (tx) => {
    const rows = await tx.query<Record<string, unknown>>(sql`
      select * from ${raw(table)} t where t.key_version < ${keyring.current} order by t.key_version limit ${batch} for update`);
    for (const row of rows) {
      const bound = context(row);
      const wrapped = await keyring.wrap(await keyring.unwrap({ version: row.key_version as number, bytes: new Uint8Array(row[column] as Uint8Array) }, bound), bound);
      await tx.query(sql`update ${raw(table)} set key_version = ${wrapped.version}, ${raw(column)} = ${wrapped.bytes} where ${raw(key)} = ${row[key]}`);
    }
    return rows.length;
  }, background);

const rewrapFactors = (db: Database, keyring: Keyring): Promise<number> =>
  db.asService('wrap TOTP secrets anew', async (tx) => {
    const rows = await tx.query<{ id: string; secret: string }>(sql`
      select f.id, f.secret from auth.mfa_factors f where split_part(f.secret, '.', 1)::integer < ${keyring.current} limit ${batch} for update`);
    for (const row of rows) await tx.query(sql`update auth.mfa_factors set secret = ${await rewrapFactor(row, keyring, keyring)} where id = ${row.id}`);
    return rows.length;
  }, background);

const rewrapPasswords = (db: Database, keyring: Keyring): Promise<number> =>
  db.asService('wrap passwords of jobs anew', async (tx) => {
    const rows = await tx.query<{ id: string; document_id: string; password: { version: number; bytes: string } }>(sql`
      select q.id, q.document_id, q.payload -> 'password' as password from public.processing_queue q
      where (q.payload -> 'password' ->> 'version')::integer < ${keyring.current} limit ${batch} for update`);
    for (const row of rows) {
      const password = JSON.stringify(await rewrapPassword(row.document_id, row.password, keyring, keyring));
      await tx.query(sql`update public.processing_queue set payload = jsonb_set(payload, '{password}', ${password}::jsonb) where id = ${row.id}`);
    }
    return rows.length;
  }, background);

const count = async (tx: Tx, query: Sql): Promise<number> => (await tx.query<{ count: number }>(query))[0]!.count;

const leftBehind = (db: Database, current: number): Promise<number> =>
  db.asService('count keys of older versions', async (tx) => {
    let left = 0;
    for (const { table } of sealedColumns) left += await count(tx, sql`select count(*)::integer as count from ${raw(table)} t where t.key_version < ${current}`);
    return left + (await count(tx, sql`select count(*)::integer as count from auth.mfa_factors f where split_part(f.secret, '.', 1)::integer < ${current}`));
  });

/** A new key into secrets.json, the former one beside it: the file is replaced as a whole. */
const addKey = (house: House): void => {
  const path = join(house.config.home, 'secrets.json');
  const stored = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
  const keys = [...house.masterKeys()].map(([version, secret]) => `${version}:${secret}`);
  const next = { ...stored, encryptionKey: randomBytes(32).toString('base64'), encryptionKeysPrevious: keys.join(',') };
  writeFileSync(`${path}.new`, `${JSON.stringify(next, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
  Object.assign(house.secrets, next);
};

/**
 * Wraps every file's key, and every other secret, by the newest master key. Where the keys lie in secrets.json and nothing
 * is left over from an earlier run, a new master key is made first; where they come from the environment, the operator has
 * set the new one. A run that was interrupted is simply run again: what is rewrapped already is not touched. The files
 * themselves are not rewritten. Keep the older keys: older backups need them.
 */
export const rotateKeys = async (house: House, env: Record<string, string | undefined>, progress: Progress): Promise<RotateReport> => {
  const engine = await house.open();
  try {
    const fromEnvironment = Boolean(env.ENCRYPTION_KEY);
    const before = Math.max(...house.masterKeys().keys());
    const unfinished = (await leftBehind(engine.db, before)) > 0;
    const newKey = !fromEnvironment && !unfinished;
    if (newKey) addKey(house);
    const keyring = await buildKeyring(house.secrets.encryptionKey, house.config.masterKeys ?? house.secrets.encryptionKeysPrevious ?? null);
    let rewrapped = 0;
    const all = async (work: () => Promise<number>) => {
      for (let done = await work(); done > 0; done = await work()) {
        rewrapped += done;
        progress.step(`keys wrapped anew: ${rewrapped}`);
      }
    };
    for (const column of sealedColumns) await all(() => rewrapBatch(engine.db, column, keyring));
    await all(() => rewrapFactors(engine.db, keyring));
    await all(() => rewrapPasswords(engine.db, keyring));
    return { version: keyring.current, rewrapped, newKey };
  } finally {
    await engine.close();
  }
};
