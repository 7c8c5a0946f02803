import { beforeAll, describe, expect, it } from 'vitest';
import { openTestStorage, randomBytes, refusal, type Person, type TestStorage } from './test/open-storage.ts';

let storage: TestStorage;
let asha: Person;
let ben: Person;
beforeAll(async () => {
  storage = await openTestStorage();
  asha = await storage.person('asha');
  ben = await storage.person('ben');
});

const pdf = { contentType: 'application/pdf' };
const at = (person: Person, name: string) => `${person.actor.userId}/${name}`;
const documents = (person: Person) => person.client.storage.from('documents');
const text = async (answer: { data: Blob | null }) => answer.data?.text();

describe('a person', () => {
  it('uploads into her own folder and reads the same bytes back', async () => {
    const bytes = randomBytes(300_000);
    const up = await documents(asha).upload(at(asha, 'own.pdf'), bytes, pdf);
    expect(up.error).toBeNull();
    expect(up.data).toMatchObject({ path: at(asha, 'own.pdf'), fullPath: `documents/${at(asha, 'own.pdf')}`, id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    const down = await documents(asha).download(at(asha, 'own.pdf'));
    expect(Buffer.from(await down.data!.arrayBuffer()).equals(bytes)).toBe(true);
    expect(down.data!.type).toBe('application/pdf');
  });

  it('keeps nothing readable on the disk', async () => {
    await documents(asha).upload(at(asha, 'secret.pdf'), Buffer.from('the salary of Asha'), pdf);
    const { files } = await storage.kept();
    for (const file of files) {
      const parts: Uint8Array[] = [];
      for await (const part of await storage.blobs.get(file)) parts.push(part);
      expect(Buffer.concat(parts).includes('salary')).toBe(false);
    }
  });

  it("is refused in another's folder as Supabase refuses it", async () => {
    const write = await documents(ben).upload(at(asha, 'intruder.pdf'), Buffer.from('x'), pdf);
    expect(refusal(write.error)).toEqual({ status: 400, statusCode: '403', message: 'new row violates row-level security policy' });
    const upsert = await documents(ben).upload(at(asha, 'own.pdf'), Buffer.from('x'), { ...pdf, upsert: true });
    expect(refusal(upsert.error)).toMatchObject({ statusCode: '403' });
    const missing = { status: 400, statusCode: '404', message: 'Object not found' };
    expect(refusal((await documents(ben).info(at(asha, 'own.pdf'))).error)).toEqual(missing);
    expect(refusal((await documents(ben).createSignedUrl(at(asha, 'own.pdf'), 60)).error)).toEqual(missing);
    expect(refusal((await documents(ben).move(at(asha, 'own.pdf'), at(ben, 'mine.pdf'))).error)).toEqual(missing);
    expect(refusal((await documents(ben).copy(at(asha, 'own.pdf'), at(ben, 'mine.pdf'))).error)).toEqual(missing);
    expect((await documents(ben).download(at(asha, 'own.pdf'))).error).not.toBeNull();
    expect((await documents(ben).list(asha.actor.userId)).data).toEqual([]);
    expect((await documents(ben).remove([at(asha, 'own.pdf')])).data).toEqual([]);
    expect((await documents(ben).createSignedUrls([at(asha, 'own.pdf')], 60)).data?.[0]).toMatchObject({ signedURL: null, error: expect.stringContaining('do not have access') });
    const single = await fetch(`${storage.base}/object/documents/${at(asha, 'own.pdf')}`, { method: 'DELETE', headers: { authorization: `Bearer ${ben.token}` } });
    expect([single.status, await single.json()]).toMatchObject([400, { statusCode: '403', message: 'Access denied' }]);
    expect((await documents(asha).download(at(asha, 'own.pdf'))).error).toBeNull();
  });

  it('is told of a name that is taken, and may replace it with upsert or update', async () => {
    const name = at(asha, 'twice.pdf');
    await documents(asha).upload(name, Buffer.from('one'), pdf);
    expect(refusal((await documents(asha).upload(name, Buffer.from('two'), pdf)).error)).toEqual({ status: 400, statusCode: '409', message: 'The resource already exists' });
    expect(await text(await documents(asha).download(name))).toBe('one');
    expect((await documents(asha).upload(name, Buffer.from('three'), { ...pdf, upsert: true })).error).toBeNull();
    expect(await text(await documents(asha).download(name))).toBe('three');
    expect((await documents(asha).update(name, Buffer.from('four'), pdf)).error).toBeNull();
    expect(await text(await documents(asha).download(name))).toBe('four');
  });

  it('uploads a Blob as a form, with cache time and metadata of her own', async () => {
    const name = at(asha, 'form.pdf');
    const up = await documents(asha).upload(name, new Blob(['from a form'], { type: 'application/pdf' }), { cacheControl: '77', metadata: { person: 'Asha', note: 'ünïcode' } });
    expect(up.error).toBeNull();
    const { data } = await documents(asha).info(name);
    expect(data).toMatchObject({ size: 11, contentType: 'application/pdf', cacheControl: 'max-age=77', metadata: { person: 'Asha', note: 'ünïcode' }, bucketId: 'documents' });
    expect(await text(await documents(asha).download(name))).toBe('from a form');
  });

  it('sends a file under any field name, and is told when a form has none', async () => {
    const send = (form: FormData) => fetch(`${storage.base}/object/documents/${at(asha, 'field.pdf')}`, { method: 'POST', headers: { authorization: `Bearer ${asha.token}`, 'x-upsert': 'true' }, body: form });
    const form = new FormData();
    form.append('whatever', new Blob(['x'], { type: 'application/pdf' }), 'name.pdf');
    expect((await send(form)).status).toBe(200);
    const empty = new FormData();
    empty.append('cacheControl', '60');
    const answer = await send(empty);
    expect([answer.status, await answer.json()]).toMatchObject([400, { statusCode: '400', code: 'InvalidRequest', message: 'No content provided' }]);
  });

  it('lists a folder with its folders, searched, sorted and in pages', async () => {
    for (const name of ['list/b.pdf', 'list/a.pdf', 'list/deep/c.pdf', 'list/deep/er/d.pdf', 'list/Budget_1.pdf']) await documents(asha).upload(at(asha, name), Buffer.from('x'), pdf);
    const list = async (options?: object) => (await documents(asha).list(at(asha, 'list'), options)).data!.map((row) => [row.name, row.id !== null]);
    expect(await list()).toEqual([['a.pdf', true], ['b.pdf', true], ['Budget_1.pdf', true], ['deep', false]]);
    expect(await list({ sortBy: { column: 'name', order: 'desc' }, limit: 2 })).toEqual([['deep', false], ['Budget_1.pdf', true]]);
    expect(await list({ limit: 2, offset: 1 })).toEqual([['b.pdf', true], ['Budget_1.pdf', true]]);
    expect(await list({ search: 'bud' })).toEqual([['Budget_1.pdf', true]]);
    expect(await list({ search: '%' })).toEqual([]);
    expect((await list({ sortBy: { column: 'created_at', order: 'desc' } }))!.map(([name]) => name)).toEqual(['deep', 'Budget_1.pdf', 'a.pdf', 'b.pdf']);
    const second = await documents(asha).list(at(asha, 'list/deep'));
    expect(second.data!.map((row) => row.name)).toEqual(['c.pdf', 'er']);
    expect(second.data![0]!.metadata).toMatchObject({ size: 1, mimetype: 'application/pdf' });
  });

  it('pages through everything with a cursor, folders folded or not', async () => {
    const names: string[] = [];
    for (let cursor: string | undefined, more = true; more; ) {
      const { data } = await documents(asha).listV2({ prefix: at(asha, 'list/'), limit: 2, ...(cursor ? { cursor } : {}) });
      names.push(...data!.objects.map((row) => row.name));
      cursor = data!.nextCursor;
      more = data!.hasNext;
    }
    expect(names).toEqual(['Budget_1.pdf', 'a.pdf', 'b.pdf', 'deep/c.pdf', 'deep/er/d.pdf'].map((name) => at(asha, `list/${name}`)));
    const folded = await documents(asha).listV2({ prefix: at(asha, 'list/'), with_delimiter: true });
    expect(folded.data!.folders).toEqual([{ name: at(asha, 'list/deep/'), key: 'deep' }]);
    expect(folded.data!.objects).toHaveLength(3);
  });

  it('moves, copies and removes; what is removed takes its bytes along', async () => {
    await documents(asha).upload(at(asha, 'from.pdf'), Buffer.from('moving'), { ...pdf, metadata: { kept: 'yes' } });
    const before = await storage.kept();
    expect((await documents(asha).move(at(asha, 'from.pdf'), at(asha, 'to.pdf'))).data).toMatchObject({ message: 'Successfully moved' });
    expect((await storage.kept()).files).toEqual(before.files);
    expect((await documents(asha).copy(at(asha, 'to.pdf'), at(asha, 'copy.pdf'))).data).toEqual({ path: `documents/${at(asha, 'copy.pdf')}` });
    expect(refusal((await documents(asha).copy(at(asha, 'to.pdf'), at(asha, 'copy.pdf'))).error)).toMatchObject({ statusCode: '409' });
    expect((await documents(asha).info(at(asha, 'copy.pdf'))).data).toMatchObject({ metadata: { kept: 'yes' }, contentType: 'application/pdf' });
    const removed = await documents(asha).remove([at(asha, 'to.pdf'), at(asha, 'none.pdf')]);
    expect(removed.data!.map((row) => row.name)).toEqual([at(asha, 'to.pdf')]);
    expect(await text(await documents(asha).download(at(asha, 'copy.pdf')))).toBe('moving');
    await documents(asha).remove([at(asha, 'copy.pdf')]);
    const after = await storage.kept();
    expect([after.files.length, after.rows]).toEqual([before.files.length - 1, before.rows - 1]);
  });

  it("cannot move a file of hers into another's folder", async () => {
    await documents(asha).upload(at(asha, 'stays.pdf'), Buffer.from('x'), pdf);
    expect(refusal((await documents(asha).move(at(asha, 'stays.pdf'), at(ben, 'planted.pdf'))).error)).toMatchObject({ statusCode: '403' });
    expect((await documents(ben).list(ben.actor.userId)).data).toEqual([]);
  });
});

describe('signed URLs', () => {
  it('open one object for anybody until they run out', async () => {
    await documents(asha).upload(at(asha, 'signed.pdf'), Buffer.from('for a while'), pdf);
    const { data } = await documents(asha).createSignedUrl(at(asha, 'signed.pdf'), 60);
    const open = await fetch(`${data!.signedUrl}&download=${encodeURIComponent('Rechnung März.pdf')}`);
    expect([open.status, await open.text()]).toEqual([200, 'for a while']);
    expect(open.headers.get('content-disposition')).toBe("attachment; filename=Rechnung%20M%C3%A4rz.pdf; filename*=UTF-8''Rechnung%20M%C3%A4rz.pdf");
    expect(open.headers.get('expires')).not.toBeNull();
    const elsewhere = await fetch(data!.signedUrl.replace('signed.pdf', 'own.pdf'));
    expect([elsewhere.status, await elsewhere.json()]).toMatchObject([400, { code: 'InvalidSignature' }]);
    storage.clock.advance(61_000);
    const late = await fetch(data!.signedUrl);
    expect([late.status, await late.json()]).toMatchObject([400, { statusCode: '400', code: 'InvalidJWT' }]);
  });

  it('are no access tokens, and access tokens are none of them', async () => {
    const { data } = await documents(asha).createSignedUrl(at(asha, 'signed.pdf'), 60);
    const token = new URL(data!.signedUrl).searchParams.get('token')!;
    expect((await fetch(`${storage.base}/bucket`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(400);
    const forged = await storage.sign({ url: `documents/${at(asha, 'signed.pdf')}`, scope: 'download', exp: 4_000_000_000 });
    expect((await fetch(`${storage.base}/object/sign/documents/${at(asha, 'signed.pdf')}?token=${forged}`)).status).toBe(400);
  });

  it('take an upload without a login, once, in the name of who signed', async () => {
    const { data } = await documents(asha).createSignedUploadUrl(at(asha, 'dropped.pdf'));
    const visitor = storage.anon.storage.from('documents');
    expect((await visitor.uploadToSignedUrl(data!.path, data!.token, Buffer.from('left here'), pdf)).error).toBeNull();
    expect(refusal((await visitor.uploadToSignedUrl(data!.path, data!.token, Buffer.from('again'), pdf)).error)).toMatchObject({ statusCode: '409' });
    expect(await text(await documents(asha).download(at(asha, 'dropped.pdf')))).toBe('left here');
    expect((await documents(ben).createSignedUploadUrl(at(asha, 'planted.pdf'))).error).not.toBeNull();
  });
});

describe('the public', () => {
  it('sees avatars without a login and nothing of private buckets', async () => {
    const face = randomBytes(2_000);
    await asha.client.storage.from('avatars').upload(at(asha, 'me.png'), face, { contentType: 'image/png' });
    const { data } = storage.anon.storage.from('avatars').getPublicUrl(at(asha, 'me.png'));
    const seen = await fetch(data.publicUrl);
    expect([seen.status, seen.headers.get('content-type'), seen.headers.get('x-content-type-options')]).toEqual([200, 'image/png', 'nosniff']);
    expect(Buffer.from(await seen.arrayBuffer()).equals(face)).toBe(true);
    const hidden = await fetch(`${storage.base}/object/public/documents/${at(asha, 'own.pdf')}`);
    expect([hidden.status, await hidden.json()]).toMatchObject([400, { statusCode: '404', error: 'Bucket not found' }]);
    expect((await storage.anon.storage.from('documents').download(at(asha, 'own.pdf'))).error).not.toBeNull();
    expect((await storage.anon.storage.from('avatars').upload('x/me.png', face, { contentType: 'image/png' })).error).not.toBeNull();
    expect((await storage.service.storage.from('documents').download(at(asha, 'own.pdf'))).error).toBeNull();
  });

  it.each(['not-a-jwt', 'eyJhbGciOiJub25lIn0.eyJyb2xlIjoic2VydmljZV9yb2xlIn0.'])('is refused with the token %s', async (token) => {
    for (const path of ['/bucket', '/object/list/documents', `/object/authenticated/documents/${at(asha, 'own.pdf')}`]) {
      const answer = await fetch(storage.base + path, { method: path.includes('list') ? 'POST' : 'GET', headers: { authorization: `Bearer ${token}` } });
      expect([answer.status, await answer.json()]).toMatchObject([400, { statusCode: '403', error: 'Unauthorized' }]);
    }
  });
});
