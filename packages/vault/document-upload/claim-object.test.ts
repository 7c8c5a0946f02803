import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import type { UserActor } from '@docuvault/core/actor.ts';
import { sealFile } from '@docuvault/core/encryption/sealed-files.ts';
import { createPerson } from '@docuvault/testing/database.ts';
import { callerOf, openTestVault } from '@docuvault/testing/vault.ts';
import { deleteForGood } from '../documents/trash-documents.ts';
import { insertBlob } from '../files/blobs.repository.ts';
import { adoptObject } from './claim-object.ts';
import { documentUploadRoom } from './document-upload.routes.ts';

type Answer = { document: { id: string }; duplicate: boolean };

const vault = await openTestVault();
const asha = await createPerson(vault.db);
const upload = callerOf(documentUploadRoom(vault), asha);
let copies = 0;
const pdf = () => `%PDF-1.7\nobject ${copies++}`;
const codeOf = async (answer: Response) => ((await answer.json()) as { error: { code: string } }).error.code;
const counted = async () => {
  const [row] = await vault.db.asService('test', (tx) =>
    tx.query<{ documents: number; blobs: number; jobs: number }>(sql`
      select (select count(*) from public.documents) as documents, (select count(*) from private.blobs) as blobs, (select count(*) from public.processing_queue) as jobs`));
  return row!;
};

describe('an object of the bucket', () => {
  const putObject = async (owner: UserActor, content: string, name = `${owner.userId}/${crypto.randomUUID()}.pdf`, metadata: object | null = null) => {
    const id = crypto.randomUUID();
    const sealed = await sealFile(vault, id, `objects/20260101/${id}`, (async function* () {
      yield await Promise.resolve(new TextEncoder().encode(content));
    })());
    await vault.db.asService('test', async (tx) => {
      await insertBlob(tx, owner.userId, sealed, vault.clock.now());
      await tx.query(sql`insert into storage.objects (bucket_id, name, owner, owner_id, version, blob_id, user_metadata)
        values ('documents', ${name}, ${owner.userId}, ${owner.userId}, ${id}, ${id}, ${JSON.stringify(metadata)}::jsonb)`);
    });
    return { name, blobId: id };
  };
  const claim = (body: object, as = upload) => as('/', { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

  it('becomes a document without being copied, and goes with it', async () => {
    const { name, blobId } = await putObject(asha, pdf());
    const before = await counted();
    const answer = await claim({ objectName: name, title: 'Claimed', tags: ['tus'] });
    expect(answer.status).toBe(201);
    const { document, duplicate } = (await answer.json()) as Answer;
    expect({ duplicate, ...document }).toMatchObject({ duplicate: false, title: 'Claimed', tags: ['tus'], status: 'queued', mimeType: 'application/pdf' });
    expect(await counted()).toEqual({ ...before, documents: before.documents + 1, jobs: before.jobs + 1 });
    await vault.db.asUser(asha, (tx) => tx.query(sql`update public.documents set deleted_at = now() where id = ${document.id}`));
    await deleteForGood({ actor: asha, deps: vault }, document.id);
    const left = await vault.db.asService('test', (tx) => tx.query(sql`select 1 from private.blobs where id = ${blobId} union all select 1 from storage.objects where name = ${name}`));
    expect(left).toEqual([]);
  });

  it('that came by a resumable upload is a document at once; claiming it then says what it is called', async () => {
    const { name } = await putObject(asha, pdf());
    await adoptObject(vault, { bucket: 'documents', name, actor: asha, via: 'tus' });
    const answer = await claim({ objectName: name, title: 'Named later' });
    expect(await answer.json()).toMatchObject({ duplicate: false, document: { title: 'Named later' } });
  });

  it('is called as its metadata say, for an object cannot be called in every script', async () => {
    const { name } = await putObject(asha, pdf(), undefined, { fileName: 'बिजली का बिल.pdf' });
    await adoptObject(vault, { bucket: 'documents', name, actor: asha, via: 'tus' });
    const answer = await claim({ objectName: name });
    expect(await answer.json()).toMatchObject({ duplicate: false, document: { title: 'बिजली का बिल', fileName: 'बिजली का बिल.pdf' } });
  });

  it('that is no document stays an object, and is refused when it is claimed', async () => {
    const { name } = await putObject(asha, 'plain text');
    const before = await counted();
    await adoptObject(vault, { bucket: 'documents', name, actor: asha, via: 'tus' });
    expect(await counted()).toEqual(before);
    expect(await codeOf(await claim({ objectName: name }))).toBe('upload.type_not_accepted');
  });

  it('of somebody else, or that is not there, is not there', async () => {
    const ravi = await createPerson(vault.db, 'ravi');
    const { name } = await putObject(ravi, pdf());
    expect(await codeOf(await claim({ objectName: name }))).toBe('object.not_found');
    expect(await codeOf(await claim({ objectName: 'nothing' }))).toBe('object.not_found');
    expect(await codeOf(await claim({}))).toBe('request.invalid');
  });
});
