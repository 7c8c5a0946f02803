import sql, { raw, type Sql } from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import type { UserActor } from '@docuvault/core/actor.ts';
import type { Database } from '@docuvault/db/types.ts';
import { createPerson } from '@docuvault/testing/database.ts';
import { fifteen } from '@docuvault/vault/family-vault/test/big-family.ts';
import { emergencies, grants, papers, sees } from '@docuvault/vault/family-vault/test/fifteen-grants.ts';
import { indexText } from '@docuvault/vault/search-engine/index-text.ts';

type Opened = { db: Database; direct: <Row = Record<string, unknown>>(actor: UserActor, statement: Sql) => Promise<Row[]> };

const ofDocuments: Readonly<Record<string, string>> = {
  documents: 'id', document_versions: 'document_id', document_pages: 'document_id', document_fields: 'document_id', document_activity: 'document_id', document_embeddings: 'document_id', document_search: 'document_id',
};

/** The family of fifteen of the functions' tests, by SQL: one vault, eleven papers, and who sees which in every table. */
export const describeFifteen = (open: () => Opened): void => {
  describe('a family of fifteen', () => {
    const people: Record<string, UserActor> = {};
    const ids: Record<string, string> = {};
    const vaultId = crypto.randomUUID();
    const names = (rows: readonly { id: string }[]) => [...new Set(rows.map(({ id }) => Object.entries(ids).find(([, one]) => one === id)?.[0] ?? id))].sort();
    const own = (name: string) => Object.keys(papers).filter((paper) => papers[paper]!.owner === name).sort();

    const addPaper = async (db: Database, name: string, folderId: string | null) => {
      const { owner, word, trashed } = papers[name]!;
      const { userId } = people[owner]!;
      const [id, blobId] = [crypto.randomUUID(), crypto.randomUUID()];
      ids[name] = id;
      await db.asService('test: a file', (tx) => tx.query(sql`
        insert into private.blobs (id, owner_id, storage_key, stored_bytes, key_version, wrapped_key) values (${blobId}, ${userId}, ${`documents/${userId}/${blobId}`}, 1, 1, ${new Uint8Array(60)})`));
      await db.asUser(people[owner]!, async (tx) => {
        const sha = id.replaceAll('-', '').repeat(2);
        await tx.query(sql`insert into public.documents (id, user_id, title, file_name, file_path, mime_type, size_bytes, sha256, blob_id, folder_id)
          values (${id}, ${userId}, ${name}, 'p.pdf', ${`${userId}/${id}/1`}, 'application/pdf', 1, ${sha}, ${blobId}, ${folderId})`);
        await tx.query(sql`insert into public.document_versions (document_id, version, user_id, blob_id, file_name, mime_type, size_bytes, sha256) values (${id}, 1, ${userId}, ${blobId}, 'p.pdf', 'application/pdf', 1, ${sha})`);
        await tx.query(sql`insert into public.document_fields (document_id, user_id, name, value, confidence, source) values (${id}, ${userId}, 'note', ${word}, 1, 'user')`);
        await tx.query(sql`insert into public.document_activity (id, document_id, user_id, actor_id, action) values (${crypto.randomUUID()}, ${id}, ${userId}, ${userId}, 'uploaded')`);
      });
      await db.asService('test: text', async (tx) => {
        await tx.query(sql`insert into public.document_pages (document_id, version, page, user_id, text, source) values (${id}, 1, 1, ${userId}, ${word}, 'text-layer')`);
        await indexText(tx, { documentId: id, userId, title: name, documentType: 'other', category: 'other', person: null, tags: [], fields: [], chunks: [{ ordinal: 0, page: 1, text: word }] });
      });
      if (trashed) await db.asUser(people[owner]!, (tx) => tx.query(sql`update public.documents set deleted_at = now() where id = ${id}`));
    };

    beforeAll(async () => {
      const { db } = open();
      for (const name of Object.keys(sees)) people[name] = await createPerson(db, name);
      await db.asService('test: a family', async (tx) => {
        await tx.query(sql`insert into public.family_vaults (id, name) values (${vaultId}, 'Fifteen')`);
        for (const [name, role] of fifteen) await tx.query(sql`insert into public.family_members (vault_id, user_id, role) values (${vaultId}, ${people[name]!.userId}, ${role})`);
      });
      const folders = { House: crypto.randomUUID(), Inner: crypto.randomUUID() };
      await db.asUser(people.asha!, async (tx) => {
        await tx.query(sql`insert into public.folders (id, user_id, name) values (${folders.House}, ${people.asha!.userId}, 'House of fifteen')`);
        await tx.query(sql`insert into public.folders (id, user_id, name, parent_id) values (${folders.Inner}, ${people.asha!.userId}, 'Inner', ${folders.House})`);
      });
      for (const name of Object.keys(papers)) await addPaper(db, name, papers[name]!.folder ? folders[papers[name]!.folder!] : null);
      await db.asService('test: what they share', async (tx) => {
        for (const { by, paper, folder, everything = false, to, permission = 'view', release = 'now' } of grants) {
          await tx.query(sql`insert into public.family_shares (id, vault_id, user_id, member_id, document_id, folder_id, everything, permission, release)
            values (${crypto.randomUUID()}, ${vaultId}, ${people[by]!.userId}, ${to ? people[to]!.userId : null}, ${paper ? ids[paper]! : null}, ${folder ? folders[folder] : null}, ${everything}, ${permission}, ${release})`);
        }
        for (const name of Object.values(emergencies)) {
          const contact = people[name]!.userId;
          await tx.query(sql`insert into public.emergency_contacts (id, vault_id, user_id, contact_id, wait_hours, position) values (${crypto.randomUUID()}, ${vaultId}, ${people.asha!.userId}, ${contact}, 24, 1)`);
          await tx.query(sql`insert into public.emergency_requests (id, vault_id, user_id, contact_id, wait_hours, requested_at, due_at, approved_at)
            values (${crypto.randomUUID()}, ${vaultId}, ${people.asha!.userId}, ${contact}, 24, now(), now() + interval '24 hours', ${name === emergencies.approved ? new Date() : null})`);
        }
      });
    });

    it.each(Object.keys(sees))('%s sees in every table what reaches them, and past the product their own', async (name) => {
      const { db, direct } = open();
      for (const [table, column] of Object.entries(ofDocuments)) {
        const all = sql`select ${raw(column)} as id from ${raw(`public.${table}`)} where ${raw(column)} = any(${Object.values(ids)}::uuid[])`;
        expect(names(await db.asUser(people[name]!, (tx) => tx.query<{ id: string }>(all))), table).toEqual([...sees[name]!].sort());
        expect(names(await direct<{ id: string }>(people[name]!, all)), `${table}, directly`).toEqual(own(name));
      }
    });

    it.each(Object.keys(sees))('%s changes and removes of the others nothing but what is given for it', async (name) => {
      const { db } = open();
      const editable = { ravi: ['passport', 'report'], asha: ['report'], arjun: ['payslip'] }[name] ?? [];
      const changed = await db.asUser(people[name]!, (tx) => tx.query<{ id: string }>(sql`
        update public.documents set person = 'x' where id = any(${Object.values(ids)}::uuid[]) and user_id <> ${people[name]!.userId} returning id`));
      expect(names(changed)).toEqual(editable);
      expect(await db.asUser(people[name]!, (tx) => tx.query(sql`delete from public.documents where id = any(${Object.values(ids)}::uuid[]) and user_id <> ${people[name]!.userId} returning id`))).toEqual([]);
    });
  });
};
