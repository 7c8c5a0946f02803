import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { createKeyring } from '@docuvault/core/encryption/keyring.ts';
import { enrol, stepOfCode } from '@docuvault/supabase-local/auth/totp.ts';
import { openTestDatabase } from '@docuvault/testing/database.ts';
import { openPassword, sealPassword } from '@docuvault/vault/document-processor/enqueue.ts';
import { rewrapFactor, rewrapPassword } from './rewrap.ts';
import { sealedColumns } from './sealed-columns.ts';

describe('what is wrapped by the master key', () => {
  it('is known to rotation and restore, table by table', async () => {
    const { driver } = await openTestDatabase();
    const rows = await driver.admin.query<{ name: string }>(sql`
      select format('%I.%I', n.nspname, c.relname) as name from pg_catalog.pg_attribute a
      join pg_catalog.pg_class c on c.oid = a.attrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where a.attname = 'key_version' and c.relkind in ('r', 'p') order by 1`);
    expect(rows.map((row) => row.name)).toEqual(sealedColumns.map((column) => column.table).sort());
  });

  it('opens after it was wrapped anew: second factors, and passwords that wait in a job', async () => {
    const [from, to] = [await createKeyring(new Map([[1, 'a'.repeat(32)]])), await createKeyring(new Map([[1, 'a'.repeat(32)], [2, 'b'.repeat(32)]]))];
    const id = crypto.randomUUID();
    const enrolled = await enrol(from, id, 'DocuVault AI', 'asha');
    const secret = await rewrapFactor({ id, secret: enrolled.sealed }, from, to);
    expect(secret).toMatch(/^2\./);
    expect(await stepOfCode(to, id, secret, '000000', new Date(), null).then(() => 'opened')).toBe('opened');
    const password = await rewrapPassword(id, await sealPassword(from, id, 'open sesame'), from, to);
    expect(password.version).toBe(2);
    expect(await openPassword(to, id, password)).toBe('open sesame');
  });
});
