import { connect } from 'node:net';
import * as tus from 'tus-js-client';
import { beforeAll, describe, expect, it } from 'vitest';
import sql from 'sql-template-tag';
import { openTestStorage, randomBytes, until, type Person, type TestStorage } from '../test/open-storage.ts';

let storage: TestStorage;
let asha: Person;
let ben: Person;
beforeAll(async () => {
  storage = await openTestStorage();
  asha = await storage.person('asha');
  ben = await storage.person('ben');
});

const own = (name: string) => `${asha.actor.userId}/${name}`;
const encode = (metadata: Record<string, string>) => Object.entries(metadata).map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`).join(',');
const metadataOf = (objectName: string, more: Record<string, string> = {}) => ({ bucketName: 'documents', objectName, contentType: 'application/pdf', cacheControl: '3600', ...more });
const ask = (method: string, url: string, headers: Record<string, string> = {}, body?: BodyInit) =>
  fetch(url.startsWith('http') ? url : `${storage.base}/upload/resumable${url}`, { method, headers: { 'tus-resumable': '1.0.0', authorization: `Bearer ${asha.token}`, ...headers }, body });
const create = (name: string, length: number, headers: Record<string, string> = {}) =>
  ask('POST', '', { 'upload-length': String(length), 'upload-metadata': encode(metadataOf(name)), ...headers });
const patch = (url: string, offset: number, body: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  ask('PATCH', url, { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream', ...headers }, body);
const offsetOf = async (url: string) => Number((await ask('HEAD', url)).headers.get('upload-offset'));
const read = async (name: string) => Buffer.from(await (await asha.client.storage.from('documents').download(own(name))).data!.arrayBuffer());
const refuse = async (answer: Response) => [answer.status, (await answer.text()).trim()];

const upload = (name: string, bytes: Buffer, options: Partial<tus.UploadOptions> = {}) =>
  new Promise<tus.Upload>((resolve, reject) => {
    const work = new tus.Upload(bytes, {
      endpoint: `${storage.base}/upload/resumable`,
      headers: { authorization: `Bearer ${asha.token}`, 'x-upsert': 'true' },
      metadata: metadataOf(own(name)),
      chunkSize: 6 * 1024 * 1024,
      retryDelays: null,
      onError: reject,
      onSuccess: () => {
        resolve(work);
      },
      ...options,
    });
    work.start();
  });

describe('a resumable upload', () => {
  it('goes through in pieces as Uppy sends them, and is a stored object like any other', async () => {
    const bytes = randomBytes(14_000_000);
    const done = await upload('big.pdf', bytes, { metadata: metadataOf(own('big.pdf'), { metadata: JSON.stringify({ from: 'uppy' }) }), uploadDataDuringCreation: true });
    expect(done.url).toContain('/storage/v1/upload/resumable/');
    expect((await read('big.pdf')).equals(bytes)).toBe(true);
    const { data } = await asha.client.storage.from('documents').info(own('big.pdf'));
    expect(data).toMatchObject({ size: 14_000_000, contentType: 'application/pdf', cacheControl: 'max-age=3600', metadata: { from: 'uppy' } });
    const { files } = await storage.kept();
    expect(files.filter((file) => file.startsWith('uploads/'))).toEqual([]);
  });

  it('tells where it stands and what it can', async () => {
    const options = await fetch(`${storage.base}/upload/resumable`, { method: 'OPTIONS' });
    expect([options.status, options.headers.get('tus-version')]).toEqual([204, '1.0.0']);
    expect(options.headers.get('tus-extension')).toBe('creation,creation-with-upload,creation-defer-length,termination,expiration');
    expect(options.headers.get('tus-max-size')).toBe('52428800');
    const made = await create(own('steps.pdf'), 10);
    expect(made.status).toBe(201);
    expect(made.headers.get('location')).toMatch(new RegExp(`^${storage.base}/upload/resumable/[0-9a-f-]{36}$`));
    expect(new Date(made.headers.get('upload-expires')!).getTime()).toBeGreaterThan(storage.clock.now().getTime() + 23 * 3_600_000);
    const url = made.headers.get('location')!;
    const first = await patch(url, 0, randomBytes(4));
    expect([first.status, first.headers.get('upload-offset')]).toEqual([204, '4']);
    expect(await refuse(await patch(url, 0, randomBytes(4)))).toEqual([409, 'Upload-Offset conflict']);
    const head = await ask('HEAD', url);
    expect([head.status, head.headers.get('upload-offset'), head.headers.get('upload-length'), head.headers.get('cache-control')]).toEqual([200, '4', '10', 'no-store']);
    expect((await patch(url, 4, randomBytes(6))).headers.get('tus-complete')).toBe('1');
    expect((await read('steps.pdf')).length).toBe(10);
    expect(await offsetOf(url)).toBe(10);
    expect((await ask('DELETE', url)).status).toBe(400);
  });

  it('may learn its length late', async () => {
    const made = await ask('POST', '', { 'upload-defer-length': '1', 'upload-metadata': encode(metadataOf(own('late.pdf'))) });
    const url = made.headers.get('location')!;
    await patch(url, 0, randomBytes(5));
    expect((await ask('HEAD', url)).headers.get('upload-defer-length')).toBe('1');
    expect((await patch(url, 5, randomBytes(3), { 'upload-length': '8' })).status).toBe(204);
    expect((await read('late.pdf')).length).toBe(8);
  });

  it('of nothing is an empty object', async () => {
    expect((await create(own('empty.pdf'), 0)).status).toBe(201);
    expect((await read('empty.pdf')).length).toBe(0);
  });

  it('keeps what a broken connection had sent and goes on from there', async () => {
    const bytes = randomBytes(20_000_000);
    const url = (await create(own('broken.pdf'), bytes.length)).headers.get('location')!;
    const { hostname, port, pathname } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    socket.write([`PATCH ${pathname} HTTP/1.1`, 'Host: x', 'Tus-Resumable: 1.0.0', `Authorization: Bearer ${asha.token}`, 'Upload-Offset: 0', 'Content-Type: application/offset+octet-stream', `Content-Length: ${bytes.length}`, '', ''].join('\r\n'));
    await new Promise((resolve) => socket.write(bytes.subarray(0, 12_000_000), resolve));
    socket.destroy();
    await until(async () => (await offsetOf(url)) > 0);
    const offset = await offsetOf(url);
    expect(offset).toBeLessThanOrEqual(12_000_000);
    expect((await patch(url, offset, bytes.subarray(offset))).status).toBe(204);
    expect((await read('broken.pdf')).equals(bytes)).toBe(true);
  });

  it('takes two senders of the same piece for one', async () => {
    const bytes = randomBytes(3_000_000);
    const url = (await create(own('race.pdf'), bytes.length)).headers.get('location')!;
    const answers = await Promise.all([patch(url, 0, bytes), patch(url, 0, bytes)]);
    expect(answers.filter((answer) => answer.status === 204)).toHaveLength(1);
    expect((await read('race.pdf')).equals(bytes)).toBe(true);
  });

  it('whose last answer never came is completed when the client asks how far it is', async () => {
    const url = (await create(own('asked.pdf'), 6)).headers.get('location')!;
    await patch(url, 0, randomBytes(5));
    const id = url.split('/').at(-1)!;
    await storage.db.asService('stand in for a crash after the last byte', (tx) => tx.query(sql`update storage.resumable_uploads set length = 5 where id = ${id}`));
    expect(await offsetOf(url)).toBe(5);
    expect((await read('asked.pdf')).length).toBe(5);
    expect(await offsetOf(url)).toBe(5);
  });

  it('that was given up goes, at once when it is ended and after a day when it is forgotten', async () => {
    const ended = (await create(own('ended.pdf'), 100)).headers.get('location')!;
    const forgotten = (await create(own('forgotten.pdf'), 100)).headers.get('location')!;
    for (const url of [ended, forgotten]) await patch(url, 0, randomBytes(50));
    expect((await ask('DELETE', ended)).status).toBe(204);
    expect((await ask('HEAD', ended)).status).toBe(404);
    await storage.sweep();
    expect(await offsetOf(forgotten)).toBe(50);
    storage.clock.advance(25 * 3_600_000);
    expect((await ask('HEAD', forgotten)).status).toBe(410);
    expect((await patch(forgotten, 50, randomBytes(50))).status).toBe(410);
    await storage.sweep();
    expect((await ask('HEAD', forgotten)).status).toBe(404);
    expect((await storage.kept()).files.filter((file) => file.startsWith('uploads/'))).toEqual([]);
  });
});

describe('a resumable upload is refused', () => {
  it("into another's folder, to others than its maker, and without a token", async () => {
    const his = { authorization: `Bearer ${ben.token}` };
    expect(await refuse(await create(own('x.pdf'), 5, his))).toEqual([403, 'new row violates row-level security policy']);
    expect((await create(own('x.pdf'), 5, { authorization: `Bearer ${storage.anonToken}` })).status).toBe(403);
    expect((await create(own('x.pdf'), 5, { authorization: 'Bearer forged' })).status).toBe(403);
    const url = (await create(own('hers.pdf'), 5)).headers.get('location')!;
    for (const method of ['HEAD', 'DELETE']) expect((await ask(method, url, his)).status).toBe(403);
    expect((await patch(url, 0, randomBytes(5), his)).status).toBe(403);
    expect(await offsetOf(url)).toBe(0);
  });

  it('for a name that is taken, before a byte is sent', async () => {
    await asha.client.storage.from('documents').upload(own('taken.pdf'), Buffer.from('x'), { contentType: 'application/pdf' });
    expect(await refuse(await create(own('taken.pdf'), 5))).toEqual([409, 'The resource already exists']);
    expect((await create(own('taken.pdf'), 5, { 'x-upsert': 'true' })).status).toBe(201);
  });

  it.each([
    ['a bucket that is not there', { bucketName: 'nowhere' }, 5, 404, 'Bucket not found'],
    ['a type that the bucket does not take', { contentType: 'video/mp4' }, 5, 415, 'mime type video/mp4 is not supported'],
    ['a file that is too large', {}, 52_428_801, 413, 'Maximum size exceeded'],
  ])('for %s', async (_what, metadata, length, status, message) => {
    const answer = await ask('POST', '', { 'upload-length': String(length), 'upload-metadata': encode(metadataOf(own('refused.pdf'), metadata as Record<string, string>)) });
    expect(await refuse(answer)).toEqual([status, message]);
  });

  it.each([
    ['a step out of the folder', (id: string) => `${id}/../x.pdf`],
    ['5,000 characters', (id: string) => `${id}/${'x'.repeat(5_000)}`],
    ['letters beyond ASCII', (id: string) => `${id}/März.pdf`],
    ['none', () => ''],
  ])('for a name of %s', async (_what, nameOf) => {
    expect((await create(nameOf(asha.actor.userId), 5)).status).toBe(400);
  });

  it('without metadata, length or protocol version', async () => {
    expect((await ask('POST', '', { 'upload-length': '5' })).status).toBe(400);
    expect((await ask('POST', '', { 'upload-metadata': encode(metadataOf(own('x.pdf'))) })).status).toBe(400);
    expect((await fetch(`${storage.base}/upload/resumable`, { method: 'POST' })).status).toBe(412);
    for (const id of ['nothing', 'ZG9jdW1lbnRzL3gvbWlzc2luZw', crypto.randomUUID()]) expect((await ask('HEAD', `/${id}`)).status).toBe(404);
  });

  it('when more comes than was said', async () => {
    const url = (await create(own('more.pdf'), 5)).headers.get('location')!;
    expect((await patch(url, 0, randomBytes(6))).status).toBe(413);
    expect(await offsetOf(url)).toBe(0);
  });
});

describe('a signed upload token', () => {
  it('lets anybody upload that one object, in the name of who signed', async () => {
    const { data } = await asha.client.storage.from('documents').createSignedUploadUrl(own('signed.pdf'));
    const bytes = randomBytes(7_000_000);
    const endpoint = `${storage.base}/upload/resumable/sign`;
    const done = await upload('signed.pdf', bytes, { endpoint, headers: { 'x-signature': data!.token } });
    expect(done.url).toContain('/upload/resumable/sign/');
    expect((await read('signed.pdf')).equals(bytes)).toBe(true);
    await expect(upload('other.pdf', bytes, { endpoint, headers: { 'x-signature': data!.token } })).rejects.toThrow('Invalid signature');
    await expect(upload('other.pdf', bytes, { endpoint, headers: {} })).rejects.toThrow('Missing x-signature');
  });
});
