import sql from 'sql-template-tag';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refused, unavailable } from '@docuvault/core/errors.ts';
import type { ObjectStored } from './storage-context.ts';
import { openTestStorage, randomBytes, refusal, type Person, type TestStorage } from './test/open-storage.ts';

let storage: TestStorage;
let asha: Person;
let told: ObjectStored[] = [];
let answer: () => Promise<void> = () => Promise.resolve();
beforeAll(async () => {
  storage = await openTestStorage({
    onObjectStored: async (event) => {
      told.push(event);
      await answer();
    },
  });
  asha = await storage.person('asha');
});
beforeEach(() => {
  told = [];
  answer = () => Promise.resolve();
});

const own = (name: string) => `${asha.actor.userId}/${name}`;
const documents = () => asha.client.storage.from('documents');
const pdf = { contentType: 'application/pdf' };
const resumable = (method: string, url: string, headers: Record<string, string>, body?: BodyInit) =>
  fetch(url, { method, headers: { 'tus-resumable': '1.0.0', authorization: `Bearer ${asha.token}`, 'content-type': 'application/offset+octet-stream', ...headers }, body });
const begin = async (name: string, length: number) => {
  const metadata = Object.entries({ bucketName: 'documents', objectName: own(name), contentType: 'application/pdf' }).map(([key, value]) => `${key} ${btoa(value)}`).join(',');
  const made = await resumable('POST', `${storage.base}/upload/resumable`, { 'upload-length': String(length), 'upload-metadata': metadata });
  return made.headers.get('location')!;
};

describe('the product', () => {
  it('is told of every stored object, with who stored it and the file it became', async () => {
    await documents().upload(own('told.pdf'), Buffer.from('12345'), pdf);
    expect(told).toEqual([{ bucket: 'documents', name: own('told.pdf'), actor: expect.objectContaining({ userId: asha.actor.userId }), via: 'rest', blobId: expect.any(String), mimeType: 'application/pdf', size: 5 }]);
    const [row] = await storage.db.asService('look in a test', (tx) => tx.query(sql`select b.owner_id from private.blobs b where b.id = ${told[0]!.blobId}`));
    expect(row).toEqual({ owner_id: asha.actor.userId });
    const url = await begin('resumable.pdf', 4);
    await resumable('PATCH', url, { 'upload-offset': '0' }, randomBytes(4));
    expect(told.at(-1)).toMatchObject({ name: own('resumable.pdf'), via: 'tus', size: 4 });
  });

  it('may refuse an object, which is then as if it had never come', async () => {
    const before = await storage.kept();
    answer = () => Promise.reject(refused('quota.storage_exceeded', 'The storage is full.'));
    expect(refusal((await documents().upload(own('refused.pdf'), Buffer.from('x'), pdf)).error)).toEqual({ status: 400, statusCode: '422', message: 'The storage is full.' });
    expect((await documents().info(own('refused.pdf'))).error).not.toBeNull();
    expect(await storage.kept()).toEqual(before);
  });

  it('may refuse a replacement, and the former object is back', async () => {
    await documents().upload(own('former.pdf'), Buffer.from('former'), { ...pdf, metadata: { first: 'yes' } });
    const before = await storage.kept();
    answer = () => Promise.reject(refused('upload.malware', 'Malware.'));
    expect((await documents().update(own('former.pdf'), Buffer.from('bad'), pdf)).error).not.toBeNull();
    expect(await (await documents().download(own('former.pdf'))).data!.text()).toBe('former');
    expect((await documents().info(own('former.pdf'))).data).toMatchObject({ metadata: { first: 'yes' }, size: 6 });
    expect(await storage.kept()).toEqual(before);
  });

  it('may refuse a resumable upload for good, or be out of order and asked again', async () => {
    const url = await begin('later.pdf', 4);
    answer = () => Promise.reject(unavailable('upload.scanner_unavailable', 'Try again.'));
    const out = await resumable('PATCH', url, { 'upload-offset': '0' }, randomBytes(4));
    expect([out.status, await out.text()]).toEqual([503, 'Try again.']);
    expect((await documents().info(own('later.pdf'))).error).not.toBeNull();
    answer = () => Promise.resolve();
    expect((await resumable('HEAD', url, {})).headers.get('upload-offset')).toBe('4');
    expect((await documents().info(own('later.pdf'))).data).toMatchObject({ size: 4 });

    const bad = await begin('bad.pdf', 4);
    answer = () => Promise.reject(refused('upload.malware', 'Malware.'));
    const refusedAnswer = await resumable('PATCH', bad, { 'upload-offset': '0' }, randomBytes(4));
    expect([refusedAnswer.status, await refusedAnswer.text()]).toEqual([422, 'Malware.']);
    expect((await resumable('HEAD', bad, {})).status).toBe(404);
  });

  it('is told later of what a crash kept from it', async () => {
    await documents().upload(own('unheard.pdf'), Buffer.from('x'), pdf);
    const { blobId } = told[0]!;
    told = [];
    await storage.db.asService('stand in for a crash', (tx) => tx.query(sql`update storage.objects set untold_via = 'tus' where blob_id = ${blobId}`));
    await storage.sweep();
    expect(told).toEqual([]);
    storage.clock.advance(11 * 60_000);
    await storage.sweep();
    expect(told).toMatchObject([{ blobId, via: 'tus', actor: { userId: asha.actor.userId } }]);
    await storage.sweep();
    expect(told).toHaveLength(1);
  });
});

describe('an encrypted file', () => {
  const documentOf = (blobId: string) =>
    storage.db.asService('a document of the test', (tx) => tx.query(sql`
      insert into public.documents (id, user_id, title, file_name, file_path, mime_type, size_bytes, sha256, blob_id)
      values (${crypto.randomUUID()}, ${asha.actor.userId}, 'T', 't.pdf', ${own('t.pdf')}, 'application/pdf', 1, ${'ab'.repeat(32)}, ${blobId})`));

  it('stays while a document uses it, though its object is removed', async () => {
    await documents().upload(own('shared.pdf'), Buffer.from('x'), pdf);
    const { blobId } = told[0]!;
    await documentOf(blobId);
    const before = await storage.kept();
    await documents().remove([own('shared.pdf')]);
    expect(await storage.kept()).toEqual(before);
    await storage.db.asService('the document goes', (tx) => tx.query(sql`delete from public.documents where blob_id = ${blobId}`));
    storage.clock.advance(2 * 3_600_000);
    await storage.sweep();
    expect((await storage.kept()).rows).toBe(before.rows - 1);
  });

  it('that the product erased takes its object along: not there at once, and not listed after the sweep', async () => {
    await documents().upload(own('erased.pdf'), Buffer.from('x'), pdf);
    await storage.db.asService('the product erases it', (tx) => tx.query(sql`delete from private.blobs where id = ${told[0]!.blobId}`));
    expect((await documents().download(own('erased.pdf'))).error).not.toBeNull();
    await storage.sweep();
    expect((await documents().info(own('erased.pdf'))).error).not.toBeNull();
  });

  it('without a row is swept once its day is past, one with a row never', async () => {
    await documents().upload(own('kept.pdf'), Buffer.from('x'), pdf);
    async function* once() {
      yield await Promise.resolve(Buffer.from('orphan'));
    }
    const day = storage.clock.now().toISOString().slice(0, 10).replaceAll('-', '');
    for (const key of [`objects/${day}/orphan`, `uploads/${day}/${crypto.randomUUID()}/orphan`, 'documents/elsewhere/file']) await storage.blobs.put(key, once());
    await storage.sweep();
    expect((await storage.kept()).files.filter((file) => file.endsWith('orphan'))).toHaveLength(2);
    storage.clock.advance(3 * 24 * 3_600_000);
    await storage.sweep();
    const { files } = await storage.kept();
    expect(files.filter((file) => file.endsWith('orphan'))).toEqual([]);
    expect(files).toContain('documents/elsewhere/file');
    expect((await documents().download(own('kept.pdf'))).error).toBeNull();
  });
});
