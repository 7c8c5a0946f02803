import { beforeAll, describe, expect, it } from 'vitest';
import { openTestStorage, randomBytes, until, type TestStorage } from './test/open-storage.ts';

let storage: TestStorage;
const bytes = randomBytes(1_000_000);
beforeAll(async () => {
  storage = await openTestStorage();
  await storage.service.storage.createBucket('shown', { public: true });
  await storage.service.storage.from('shown').upload('file.bin', bytes, { contentType: 'application/octet-stream', cacheControl: '60' });
  await storage.service.storage.from('shown').upload('empty.bin', Buffer.alloc(0), { contentType: 'application/octet-stream' });
});

const get = (headers: Record<string, string> = {}, method = 'GET', name = 'file.bin') => fetch(`${storage.base}/object/public/shown/${name}`, { method, headers });

describe('a stored object', () => {
  it.each([
    ['bytes=0-0', 0, 0],
    ['bytes=65530-65545', 65_530, 65_545],
    ['bytes=999990-', 999_990, 999_999],
    ['bytes=-5', 999_995, 999_999],
    ['bytes=999999-2000000', 999_999, 999_999],
  ])('gives the range %s', async (range, start, end) => {
    const answer = await get({ range });
    expect([answer.status, answer.headers.get('content-range')]).toEqual([206, `bytes ${start}-${end}/1000000`]);
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes.subarray(start, end + 1))).toBe(true);
  });

  it('answers 416 beyond its end, and whole to ranges that cannot be read', async () => {
    const beyond = await get({ range: 'bytes=1000000-' });
    expect([beyond.status, beyond.headers.get('content-range'), await beyond.json()]).toMatchObject([416, 'bytes */1000000', { code: 'InvalidRange' }]);
    for (const range of ['bytes=5-2', 'bytes=0-1,5-9', 'lines=1-2', 'bytes=-']) expect((await get({ range })).status).toBe(200);
    expect((await get({ range: 'bytes=0-9', 'if-range': '"another"' })).status).toBe(200);
  });

  it('is not sent again to whoever has it', async () => {
    const first = await get();
    await first.arrayBuffer();
    const etag = first.headers.get('etag')!;
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
    expect(first.headers.get('cache-control')).toBe('max-age=60');
    expect((await get({ 'if-none-match': etag })).status).toBe(304);
    expect((await get({ 'if-none-match': `"x", W/${etag}` })).status).toBe(304);
    expect((await get({ 'if-none-match': '"x"' })).status).toBe(200);
    expect((await get({ 'if-modified-since': first.headers.get('last-modified')! })).status).toBe(304);
  });

  it('tells its size to HEAD without its bytes', async () => {
    const head = await get({}, 'HEAD');
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '1000000', '']);
    const missing = await get({}, 'HEAD', 'none.bin');
    expect(missing.status).toBe(400);
  });

  it('may be empty', async () => {
    const empty = await get({}, 'GET', 'empty.bin');
    expect([empty.status, empty.headers.get('content-length'), await empty.text()]).toEqual([200, '0', '']);
    expect((await get({ range: 'bytes=0-' }, 'GET', 'empty.bin')).status).toBe(416);
  });

  it('is closed again when the reader goes away', async () => {
    const { readdirSync } = await import('node:fs');
    const open = () => readdirSync('/dev/fd').length;
    const before = open();
    for (let i = 0; i < 10; i++) {
      const leave = new AbortController();
      const answer = await fetch(`${storage.base}/object/public/shown/file.bin`, { signal: leave.signal });
      await answer.body!.getReader().read();
      leave.abort();
    }
    await until(() => open() <= before + 3);
  });

  it('that was damaged on the disk is an error, never wrong bytes', async () => {
    await storage.service.storage.from('shown').upload('hurt.bin', randomBytes(200_000), { contentType: 'application/octet-stream' });
    const before = new Set((await storage.kept()).files);
    await storage.service.storage.from('shown').upload('hurt.bin', randomBytes(100), { contentType: 'application/octet-stream', upsert: true });
    const key = (await storage.kept()).files.find((file) => !before.has(file))!;
    async function* wrong() {
      yield await Promise.resolve(Buffer.alloc(132, 7));
    }
    await storage.blobs.put(key, wrong());
    const answer = await get({}, 'GET', 'hurt.bin');
    expect([answer.status, await answer.json()]).toMatchObject([500, { message: 'The stored file is damaged' }]);
    await storage.blobs.delete(key);
    const gone = await get({}, 'GET', 'hurt.bin');
    expect([gone.status, await gone.json()]).toMatchObject([400, { statusCode: '404' }]);
  });
});
