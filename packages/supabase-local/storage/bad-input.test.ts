import { connect } from 'node:net';
import { beforeAll, describe, expect, it } from 'vitest';
import { openTestStorage, randomBytes, refusal, until, type Person, type TestStorage } from './test/open-storage.ts';

let storage: TestStorage;
let asha: Person;
beforeAll(async () => {
  storage = await openTestStorage({ maxFileBytes: 3_000_000 });
  asha = await storage.person('asha');
  await storage.service.storage.createBucket('small', { public: true, fileSizeLimit: '10KB', allowedMimeTypes: ['image/*', 'text/plain'] });
});

const own = (name: string) => `${asha.actor.userId}/${name}`;
const pdf = { contentType: 'application/pdf' };
const send = (path: string, init: RequestInit & { duplex?: 'half' } = {}) =>
  fetch(storage.base + path, { ...init, headers: { authorization: `Bearer ${asha.token}`, 'content-type': 'application/pdf', ...init.headers } });

/** Sends a request's beginning and hangs up. */
const hangUp = async (head: string[], body: Buffer) => {
  const { hostname, port } = new URL(storage.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  socket.write([...head, '', ''].join('\r\n'));
  socket.write(body);
  await new Promise((resolve) => setTimeout(resolve, 100));
  socket.destroy();
};

it('answers a route that is not there in the words of this wire', async () => {
  const answer = await send('/nope');
  expect([answer.status, await answer.json()]).toMatchObject([404, { statusCode: '404', error: 'Not Found', message: expect.stringMatching(/^Route GET:.*not found$/) as string }]);
});

describe('a file that is too large', () => {
  it('is refused by the limit of its bucket and by that of the server, without leaving anything', async () => {
    const before = await storage.kept();
    const tooLarge = { status: 400, statusCode: '413', message: 'The object exceeded the maximum allowed size' };
    const small = await storage.service.storage.from('small').upload('a.txt', Buffer.alloc(10_001), { contentType: 'text/plain' });
    expect(refusal(small.error)).toEqual(tooLarge);
    const large = await asha.client.storage.from('documents').upload(own('large.pdf'), Buffer.alloc(3_000_001), pdf);
    expect(refusal(large.error)).toEqual(tooLarge);
    const form = await asha.client.storage.from('documents').upload(own('large.pdf'), new Blob([Buffer.alloc(3_000_001)], { type: 'application/pdf' }));
    expect(refusal(form.error)).toEqual(tooLarge);
    expect((await asha.client.storage.from('documents').upload(own('full.pdf'), Buffer.alloc(3_000_000), pdf)).error).toBeNull();
    expect((await storage.kept()).files).toHaveLength(before.files.length + 1);
  });

  it('is refused while it streams in without a length, as soon as the limit is passed', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 100_000;
        controller.enqueue(new Uint8Array(100_000));
        if (sent >= 1_000_000_000) controller.close();
      },
    });
    const answer = await send(`/object/documents/${own('endless.pdf')}`, { method: 'POST', body: endless, duplex: 'half' });
    expect([answer.status, await answer.json()]).toMatchObject([400, { statusCode: '413', error: 'Payload too large' }]);
    expect(sent).toBeLessThan(300_000_000);
    expect((await asha.client.storage.from('documents').list(asha.actor.userId)).data!.map((row) => row.name)).not.toContain('endless.pdf');
  });
});

describe('a type that the bucket does not take', () => {
  it('is refused, a wildcard takes its kind, and no type at all is octets', async () => {
    const small = storage.service.storage.from('small');
    expect(refusal((await small.upload('a.pdf', Buffer.from('x'), pdf)).error)).toEqual({ status: 400, statusCode: '415', message: 'mime type application/pdf is not supported' });
    expect((await small.upload('a.png', Buffer.from('x'), { contentType: 'image/png' })).error).toBeNull();
    expect((await small.upload('a.txt', Buffer.from('x'), { contentType: 'text/plain;charset=UTF-8' })).error).toBeNull();
    expect(refusal((await small.upload('b', Buffer.from('x'), { contentType: 'imagepng' })).error)).toMatchObject({ statusCode: '415' });
  });

  it('would run in a browser: HTML is served as text and SVG inside a sandbox', async () => {
    const small = storage.service.storage.from('small');
    await storage.service.storage.createBucket('any', { public: true });
    await storage.service.storage.from('any').upload('page.html', Buffer.from('<script>1</script>'), { contentType: 'text/html' });
    await small.upload('a.svg', Buffer.from('<svg/>'), { contentType: 'image/svg+xml' });
    const page = await fetch(`${storage.base}/object/public/any/page.html`);
    expect(page.headers.get('content-type')).toBe('text/plain');
    const picture = await fetch(`${storage.base}/object/public/small/a.svg`);
    expect(picture.headers.get('content-security-policy')).toContain('sandbox');
  });
});

describe('a name', () => {
  it.each([['../secret.pdf'], ['a/../../b.pdf'], ['./a.pdf'], ['Rechnung März.pdf'], ['日本語.pdf'], ['a\0b'], ['a#b'], ['a%b'], ['a\\b'], ['\u{1f4a9}'], ['x'.repeat(5_000)]])(
    'that no object may have is refused: %j',
    async (name) => {
      const answer = await send(`/object/documents/${asha.actor.userId}%2F${encodeURIComponent(name)}`, { method: 'POST', body: 'x' });
      expect([answer.status, await answer.json()]).toMatchObject([400, { statusCode: '400', code: 'InvalidKey' }]);
    },
  );

  it('with spaces, brackets and signs is kept as it is', async () => {
    const name = own("Tax (2025) & Co's @home + $5; a=b,c.pdf");
    expect((await asha.client.storage.from('documents').upload(name, Buffer.from('x'), pdf)).error).toBeNull();
    expect((await asha.client.storage.from('documents').info(name)).data).toMatchObject({ name });
  });

  it('that cannot be decoded is refused, and so is a step out of the folder in the path itself', async () => {
    expect((await send('/object/documents/%E0%A4%A', { method: 'POST', body: 'x' })).status).toBe(400);
    const { hostname, port } = new URL(storage.url);
    const raw = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), hostname);
      socket.on('data', (data) => {
        resolve(data.toString());
        socket.destroy();
      });
      socket.write(`GET /storage/v1/object/public/any/../documents/${own('full.pdf')} HTTP/1.1\r\nHost: x\r\n\r\n`);
    });
    expect(raw).toMatch(/^HTTP\/1\.1 400/);
  });
});

describe('a request that is not what the route takes', () => {
  it.each([
    ['POST', '/object/list/documents', '{}'],
    ['POST', '/object/list/documents', '{"prefix":5}'],
    ['POST', '/object/list/documents', '{"prefix":"","limit":-1}'],
    ['POST', '/object/list/documents', '{"prefix":"","sortBy":{"column":"owner; drop table"}}'],
    ['POST', '/object/list/documents', '{'],
    ['POST', '/object/list/documents', '[]'],
    ['POST', '/object/list-v2/documents', '{"cursor":"bm9uc2Vuc2U="}'],
    ['POST', '/object/sign/documents/x.pdf', '{"expiresIn":"soon"}'],
    ['POST', '/object/sign/documents', '{"expiresIn":60,"paths":[]}'],
    ['POST', '/object/move', '{"bucketId":"documents"}'],
    ['POST', '/bucket', '{"name":"a/b"}'],
    ['POST', '/bucket', '{"name":"ok","file_size_limit":"huge"}'],
    ['DELETE', '/object/documents', '{"prefixes":["x",7]}'],
  ])('%s %s %s is a 400 that says why', async (method, path, body) => {
    const answer = await send(path, { method, body, headers: { 'content-type': 'application/json' } });
    const told = (await answer.json()) as { statusCode: string; message: string };
    expect([answer.status, told.statusCode]).toEqual([400, '400']);
    expect(told.message.length).toBeGreaterThan(5);
  });

  it('holds text that the database cannot: it simply finds nothing', async () => {
    const list = await send('/object/list/documents', { method: 'POST', body: JSON.stringify({ prefix: 'a\0b\ud800', search: '\0' }), headers: { 'content-type': 'application/json' } });
    expect([list.status, await list.json()]).toEqual([200, []]);
  });

  it('to a bucket that is not there says so', async () => {
    const up = await asha.client.storage.from('nowhere').upload('a.pdf', Buffer.from('x'), pdf);
    expect(refusal(up.error)).toEqual({ status: 400, statusCode: '404', message: 'Bucket not found' });
  });

  it.each(['/render/image/public/any/page.html', '/s3/any', '/iceberg/v1/config', '/vector/CreateIndex'])('to %s is 501', async (path) => {
    const answer = await send(path, { method: 'POST', body: '{}' });
    expect([answer.status, await answer.json()]).toMatchObject([501, { code: 'NotSupported' }]);
  });

  it('to no route is a 404', async () => {
    expect((await send('/nothing')).status).toBe(404);
  });
});

describe('a connection that drops in mid-upload', () => {
  it.each([
    ['raw', ['Content-Type: application/pdf', 'Content-Length: 2000000'], randomBytes(500_000)],
    ['form', ['Content-Type: multipart/form-data; boundary=b', 'Content-Length: 2000000'], Buffer.concat([Buffer.from('--b\r\nContent-Disposition: form-data; name=""; filename="x"\r\nContent-Type: application/pdf\r\n\r\n'), randomBytes(500_000)])],
  ])('leaves nothing and hurts nobody (%s)', async (_kind, headers, body) => {
    const before = await storage.kept();
    const path = `/storage/v1/object/documents/${own('dropped.pdf')}`;
    await Promise.all(Array.from({ length: 5 }, () => hangUp([`POST ${path} HTTP/1.1`, 'Host: x', `Authorization: Bearer ${asha.token}`, 'x-upsert: true', ...headers], body)));
    await until(async () => (await storage.kept()).files.length === before.files.length);
    expect((await asha.client.storage.from('documents').download(own('dropped.pdf'))).error).not.toBeNull();
    expect((await asha.client.storage.from('documents').upload(own('next.pdf'), Buffer.from('x'), { ...pdf, upsert: true })).error).toBeNull();
  });
});

describe('a form that is broken', () => {
  it.each([
    ['without a boundary', 'multipart/form-data', 'x'],
    ['cut short', 'multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name=""; filename="x"\r\nContent-Type: application/pdf\r\n\r\nhalf a fi'],
    ['of something else', 'multipart/form-data; boundary=b', 'no form at all'],
  ])('%s is refused', async (_how, type, body) => {
    const answer = await send(`/object/documents/${own('broken.pdf')}`, { method: 'POST', body, headers: { 'content-type': type } });
    expect(answer.status).toBe(400);
    expect((await asha.client.storage.from('documents').info(own('broken.pdf'))).error).not.toBeNull();
  });
});
