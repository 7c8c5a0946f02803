import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sql, { raw, type Sql } from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import type { UserActor } from '@docuvault/core/actor.ts';
import { DatabaseError } from '@docuvault/db/errors.ts';
import type { AdminConnection, Database } from '@docuvault/db/types.ts';
import { createPerson } from '@docuvault/testing/database.ts';
import { accessMatrix, laws, renderMatrix, type AccessRow } from './catalogue.ts';
import { describeFifteen } from './fifteen-suite.ts';
import { addDocument, describeSharing } from './sharing-suite.ts';
import { seedVault } from './seed-vault.ts';

export type Opened = {
  db: Database;
  admin: Pick<AdminConnection, 'query'>;
  /** Asks as Supabase's PostgREST does: signed in as `authenticator`, become the person, by no code of the product. */
  direct: <Row = Record<string, unknown>>(actor: UserActor, statement: Sql) => Promise<Row[]>;
};

const identifier = /^[a-z_]+$/;
const table = (name: string) => {
  if (!identifier.test(name)) throw new Error(`not a table name: ${name}`);
  return raw(`public.${name}`);
};

/** The laws of the schema and the access of each persona, on whichever engine is opened. */
export const describeAccess = (engine: string, open: () => Promise<Opened>): void => {
  describe(`access on ${engine}`, () => {
    let opened: Opened;
    let asha: UserActor;
    let stranger: UserActor;
    let tables: string[];
    let seeded: Awaited<ReturnType<typeof seedVault>>;
    let secondId: string;
    beforeAll(async () => {
      opened = await open();
      asha = await createPerson(opened.db, 'asha');
      stranger = await createPerson(opened.db, 'stranger');
      seeded = await seedVault(opened.db, asha);
      secondId = await addDocument(opened.db, asha);
      const rows = await opened.admin.query<AccessRow>(accessMatrix);
      tables = [...new Set(rows.map((row) => row.table))];
    });

    it.each(laws)('$name', async ({ finds }) => {
      const offenders = await opened.admin.query<{ offender: string }>(finds);
      expect(offenders.map((row) => row.offender)).toEqual([]);
    });

    it('is what docs/access.md says', async () => {
      const rows = await opened.admin.query<AccessRow>(accessMatrix);
      const page = readFileSync(join(import.meta.dirname, '../../docs/access.md'), 'utf8');
      const written = page.split('\n').filter((line) => /^\| [a-z_]+ \| (anon|authenticated) \|/.test(line)).join('\n');
      expect(renderMatrix(rows)).toBe(written);
    });

    it('gives the owner something in every table that owners may read', async () => {
      const rows = await opened.admin.query<AccessRow>(accessMatrix);
      const readable = rows.filter((row) => row.role === 'authenticated' && row.verb === 'select' && row.allowed).map((row) => row.table);
      for (const name of readable.filter((t) => t !== 'documents_archive')) {
        const seen = await opened.db.asUser(asha, (tx) => tx.query(sql`select 1 from ${table(name)} limit 1`));
        expect(seen, name).toHaveLength(1);
      }
    });

    it('shows a stranger nothing of hers in any table', async () => {
      for (const name of tables) {
        const seen = await opened.db
          .asUser(stranger, (tx) => tx.query<{ row: Record<string, unknown> }>(sql`select to_jsonb(t) as row from ${table(name)} t`))
          .catch((error: unknown) => {
            if (error instanceof DatabaseError && error.sqlState === '42501') return [];
            throw error;
          });
        const hers = seen.filter(({ row }) => row.user_id === asha.userId || row.id === asha.userId);
        expect(hers, name).toEqual([]);
      }
    });

    it('lets a stranger change or remove nothing of hers', async () => {
      for (const name of tables) {
        const owner = name === 'users' ? raw('id') : raw('user_id');
        for (const verb of ['update', 'delete'] as const) {
          const attempt = verb === 'delete'
            ? sql`delete from ${table(name)} where ${owner} = ${asha.userId} returning 1 as one`
            : sql`update ${table(name)} set ${owner} = ${owner} where ${owner} = ${asha.userId} returning 1 as one`;
          const changed = await opened.db.asUser(stranger, (tx) => tx.query(attempt)).catch((error: unknown) => {
            if (error instanceof DatabaseError && ['42501', '42703'].includes(error.sqlState)) return [];
            throw error;
          });
          expect(changed, `${verb} ${name}`).toEqual([]);
        }
      }
    });

    describeSharing(() => ({ ...opened, asha, tables, secondId, ...seeded }));

    describeFifteen(() => opened);

    it('shows the public key nothing at all', async () => {
      for (const name of tables) {
        await expect(opened.db.asUser({ role: 'anon' }, (tx) => tx.query(sql`select 1 from ${table(name)}`)), name).rejects.toMatchObject({ sqlState: '42501' });
      }
    });

    it('lets nobody raise their own plan, storage or limits', async () => {
      for (const change of [sql`subscription_tier = 'business'`, sql`storage_limit = 1`, sql`storage_used = 0`, sql`ai_limit = 1000000`, sql`email = 'x@y.z'`]) {
        await expect(opened.db.asUser(asha, (tx) => tx.query(sql`update public.users set ${change}`))).rejects.toMatchObject({ sqlState: '42501' });
      }
    });

    it('lets nobody file a document under another name or over another person\'s file', async () => {
      const [hers] = await opened.db.asUser(asha, (tx) => tx.query<{ blob_id: string }>(sql`select blob_id from public.documents limit 1`));
      const insert = (userId: string, path: string) => sql`
        insert into public.documents (id, user_id, title, file_name, file_path, mime_type, size_bytes, sha256, blob_id)
        values (${crypto.randomUUID()}, ${userId}, 't', 'f', ${path}, 'application/pdf', 1, ${'0'.repeat(64)}, ${hers!.blob_id})`;
      await expect(opened.db.asUser(stranger, (tx) => tx.query(insert(asha.userId, `${asha.userId}/x`)))).rejects.toMatchObject({ sqlState: '42501' });
      await expect(opened.db.asUser(stranger, (tx) => tx.query(insert(stranger.userId, `${stranger.userId}/x`)))).rejects.toMatchObject({ sqlState: '42501' });
    });

    it('puts a figure of any year somewhere', async () => {
      for (const at of ['1999-01-01', '2026-06-01', '2031-12-31', '2150-01-01']) {
        await opened.db.asUser(asha, (tx) =>
          tx.query(sql`insert into public.analytics_data (user_id, metric_type, metric_value, date_recorded) values (${asha.userId}, 'test', 1, ${at}::timestamptz)`));
      }
      await opened.db.asService('upkeep', (tx) => tx.query(sql`select private.maintain_partitions('2031-06-01')`));
      const parts = await opened.admin.query<{ part: string }>(sql`select tableoid::regclass::text as part from public.analytics_data where metric_type = 'test' order by date_recorded`);
      expect(parts.map((row) => row.part.replace('public.', ''))).toEqual(['analytics_data_default', 'analytics_data_2026', 'analytics_data_2031', 'analytics_data_2150']);
    });
  });
};
