import sql, { raw, type Sql } from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import type { UserActor } from '@docuvault/core/actor.ts';
import { DatabaseError } from '@docuvault/db/errors.ts';
import type { Database } from '@docuvault/db/types.ts';
import { secretNumber } from './seed-vault.ts';

export type Shared = {
  db: Database; asha: UserActor; spouse: UserActor; vaultId: string; documentId: string; secondId: string; tables: readonly string[];
  direct: <Row = Record<string, unknown>>(actor: UserActor, statement: Sql) => Promise<Row[]>;
};

/** A second document of the owner's, which nobody is given. */
export const addDocument = async (db: Database, owner: UserActor): Promise<string> => {
  const [id, blobId] = [crypto.randomUUID(), crypto.randomUUID()];
  const { userId } = owner;
  await db.asService('test vault: another file', (tx) =>
    tx.query(sql`insert into private.blobs (id, owner_id, storage_key, stored_bytes, key_version, wrapped_key) values (${blobId}, ${userId}, ${`documents/${userId}/${blobId}`}, 1, 1, ${new Uint8Array(60)})`));
  await db.asUser(owner, async (tx) => {
    await tx.query(sql`insert into public.documents (id, user_id, title, file_name, file_path, mime_type, size_bytes, sha256, blob_id)
      values (${id}, ${userId}, 'Diary', 'd.pdf', ${`${userId}/${id}/1`}, 'application/pdf', 1, ${id.replaceAll('-', '').repeat(2)}, ${blobId})`);
    await tx.query(sql`insert into public.document_fields (document_id, user_id, name, value, confidence, source) values (${id}, ${userId}, 'holderName', 'Asha Rao', 1, 'user')`);
    await tx.query(sql`insert into public.document_activity (id, document_id, user_id, actor_id, action) values (${crypto.randomUUID()}, ${id}, ${userId}, ${userId}, 'uploaded')`);
  });
  return id;
};

/** Tables that say something of a document, and the column that names it. */
const ofDocuments: Record<string, 'id' | 'document_id'> = {
  documents: 'id', document_versions: 'document_id', document_pages: 'document_id', document_fields: 'document_id', document_tags: 'document_id', document_activity: 'document_id',
  document_embeddings: 'document_id', document_search: 'document_id',
};
/** Tables of which a member of the family sees rows that are not their own. */
const ofFamilies = new Set(['family_vaults', 'family_members', 'family_activity', 'family_shares', 'emergency_contacts', 'emergency_requests', 'tags']);

/** What a member of the family may do to what is shared with them, and what not, in every table. */
export const describeSharing = (open: () => Shared): void => {
  describe('a spouse with whom one document is shared', () => {
    const as = <T = Record<string, unknown>>(statement: Sql) => open().db.asUser(open().spouse, (tx) => tx.query<T>(statement));
    const setShare = (permission: 'view' | 'edit', release: 'now' | 'emergency' | 'never' = 'now') =>
      open().db.asUser(open().asha, (tx) => tx.query(sql`update public.family_shares set permission = ${permission}, release = ${release} where vault_id = ${open().vaultId}`));
    const refusedOrNothing = (statement: Sql) =>
      as(statement).catch((error: unknown) => {
        if (error instanceof DatabaseError && ['42501', '42703', '23503'].includes(error.sqlState)) return [];
        throw error;
      });

    it('sees of it what the owner sees, and of her other documents nothing', async () => {
      const { asha, documentId, secondId, tables } = open();
      for (const [name, column] of Object.entries(ofDocuments)) {
        const seen = await as<{ id: string }>(sql`select distinct ${raw(column)} as id from ${raw(`public.${name}`)} where user_id = ${asha.userId}`);
        expect(seen.map((row) => row.id), name).toEqual([documentId]);
        expect(await as(sql`select 1 from ${raw(`public.${name}`)} where ${raw(column)} = ${secondId}`), name).toEqual([]);
      }
      for (const name of tables.filter((one) => !(one in ofDocuments) && !ofFamilies.has(one))) {
        const rows = await as<{ row: Record<string, unknown> }>(sql`select to_jsonb(t) as row from ${raw(`public.${name}`)} t`).catch((error: unknown) => {
          if (error instanceof DatabaseError && error.sqlState === '42501') return [];
          throw error;
        });
        expect(rows.filter(({ row }) => row.user_id === asha.userId || row.id === asha.userId), name).toEqual([]);
      }
    });

    it('changes, removes and adds nothing where it is for reading', async () => {
      const { asha, documentId, tables } = open();
      for (const name of tables.filter((one) => one !== 'emergency_contacts' && one !== 'family_shares')) {
        for (const verb of ['update', 'delete'] as const) {
          const statement = verb === 'delete' ? sql`delete from ${raw(`public.${name}`)} where user_id = ${asha.userId} returning 1 as one`
            : sql`update ${raw(`public.${name}`)} set user_id = user_id where user_id = ${asha.userId} returning 1 as one`;
          expect(await refusedOrNothing(statement), `${verb} ${name}`).toEqual([]);
        }
      }
      for (const change of [sql`title = 'x'`, sql`deleted_at = now()`, sql`folder_id = null`, sql`version = 7`]) {
        expect(await refusedOrNothing(sql`update public.documents set ${change} where id = ${documentId} returning 1 as one`)).toEqual([]);
      }
      expect(await refusedOrNothing(sql`insert into public.document_fields (document_id, user_id, name, value, confidence, source) values (${documentId}, ${asha.userId}, 'x', 'y', 1, 'user') returning 1 as one`)).toEqual([]);
      expect(await refusedOrNothing(sql`insert into public.family_shares (id, vault_id, user_id, document_id, permission, release) values (${crypto.randomUUID()}, ${open().vaultId}, ${open().spouse.userId}, ${documentId}, 'view', 'now') returning 1 as one`)).toEqual([]);
      expect(await refusedOrNothing(sql`insert into public.document_link_items (link_id, document_id, user_id, place) select l.id, ${documentId}::uuid, ${open().spouse.userId}::uuid, 1 from public.document_links l returning 1 as one`)).toEqual([]);
    });

    it('puts right what it says where it is for editing, and neither file, place nor trash', async () => {
      const { asha, documentId, secondId } = open();
      await setShare('edit');
      expect(await as(sql`update public.documents set title = 'Passport of Asha' where id = ${documentId} returning title`)).toEqual([{ title: 'Passport of Asha' }]);
      expect(await as(sql`update public.document_fields set value = 'Asha R', source = 'user' where document_id = ${documentId} and name = 'holderName' returning value`)).toEqual([{ value: 'Asha R' }]);
      for (const change of [sql`deleted_at = now()`, sql`folder_id = null`, sql`version = 7`, sql`file_name = 'x'`, sql`status = 'failed'`, sql`sha256 = ${'0'.repeat(64)}`]) {
        await expect(as(sql`update public.documents set ${change} where id = ${documentId}`)).rejects.toMatchObject({ sqlState: '42501' });
      }
      expect(await as(sql`update public.documents set title = 'x' where id = ${secondId} returning 1 as one`)).toEqual([]);
      expect(await refusedOrNothing(sql`delete from public.documents where user_id = ${asha.userId} returning 1 as one`)).toEqual([]);
    });

    it('reads by a query of their own, past the product, nothing of it, and changes nothing', async () => {
      const { asha, direct, documentId, spouse, tables } = open();
      await setShare('edit');
      const allowed = async (person: UserActor, statement: Sql) => direct<{ row: string }>(person, statement).catch((error: unknown) => {
        if (error instanceof DatabaseError && ['42501', '42703'].includes(error.sqlState)) return [];
        throw error;
      });
      for (const name of tables) {
        const seen = await allowed(spouse, sql`select to_jsonb(t)::text as row from ${raw(`public.${name}`)} t`);
        expect(seen.filter(({ row }) => row.includes(secretNumber) || row.includes(secretNumber.toLowerCase()) || row.includes(documentId) && name in ofDocuments), name).toEqual([]);
        for (const verb of ['update', 'delete'] as const) {
          if (!(name in ofDocuments)) continue;
          const statement = verb === 'delete' ? sql`delete from ${raw(`public.${name}`)} where ${raw(ofDocuments[name]!)} = ${documentId} returning '' as row`
            : sql`update ${raw(`public.${name}`)} set user_id = user_id where ${raw(ofDocuments[name]!)} = ${documentId} returning '' as row`;
          expect(await allowed(spouse, statement), `${verb} ${name}`).toEqual([]);
        }
      }
      expect(await allowed(spouse, sql`update public.documents set title = 'x' where id = ${documentId} returning '' as row`)).toEqual([]);
      expect(await allowed(spouse, sql`insert into public.document_fields (document_id, user_id, name, value, confidence, source) values (${documentId}, ${asha.userId}, 'note', 'x', 1, 'user') returning '' as row`)).toEqual([]);
      expect(await allowed(asha, sql`select f.value as row from public.document_fields f where f.document_id = ${documentId} and f.name = 'passportNumber'`)).toEqual([{ row: secretNumber }]);
      expect(await as(sql`select 1 as one from public.documents where id = ${documentId}`)).toEqual([{ one: 1 }]);
    });

    it('reads the shared rows only by the logins that the operator names, where some are named', async () => {
      const { db, documentId } = open();
      const name = (logins: string | null) => db.asService('test: the operator names logins', (tx) => logins === null
        ? tx.query(sql`delete from private.settings where key = 'product_logins'`)
        : tx.query(sql`insert into private.settings (key, value) values ('product_logins', ${logins}) on conflict (key) do update set value = excluded.value`));
      const seen = () => as(sql`select 1 as one from public.documents where id = ${documentId}`);
      await name('somebody_else');
      expect(await seen()).toEqual([]);
      await name('somebody_else, postgres, docuvault_app');
      expect(await seen()).toEqual([{ one: 1 }]);
      await name(null);
    });

    it('sees nothing of it once it is for an emergency only, held back, or no longer shared', async () => {
      const { asha, db, vaultId, documentId, spouse } = open();
      const seen = async () => Object.keys(ofDocuments).map(async (name) => (await as(sql`select 1 from ${raw(`public.${name}`)} where user_id = ${asha.userId}`)).length);
      for (const release of ['emergency', 'never'] as const) {
        await setShare('view', release);
        expect(await Promise.all(await seen()), release).toEqual(Object.keys(ofDocuments).map(() => 0));
      }
      await setShare('view', 'emergency');
      await db.asService('test: time passes', (tx) => tx.query(sql`update public.emergency_requests set due_at = now() where vault_id = ${vaultId}`));
      expect(await as(sql`select id from public.documents where user_id = ${asha.userId}`)).toEqual([{ id: documentId }]);
      await setShare('view');
      await db.asService('test: the spouse leaves', (tx) => tx.query(sql`delete from public.family_members where vault_id = ${vaultId} and user_id = ${spouse.userId}`));
      expect(await Promise.all(await seen())).toEqual(Object.keys(ofDocuments).map(() => 0));
      for (const name of ofFamilies) expect(await as(sql`select 1 from ${raw(`public.${name}`)}`), name).toEqual([]);
    });
  });
};
