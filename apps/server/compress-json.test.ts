import { gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { compressJson } from './compress-json.ts';

const app = new Hono();
app.use('*', async (c, next) => {
  await next();
  c.res.headers.set('x-request-id', 'r');
});
app.use('*', compressJson());
app.get('/long', (c) => c.json({ items: Array.from({ length: 500 }, (_, number) => ({ number, title: 'a paper' })) }, 200, { 'x-total-count': '500' }));
app.get('/short', (c) => c.json({ items: [] }, 404));
app.get('/file', (c) => c.body('x'.repeat(10_000), 200, { 'content-type': 'application/pdf' }));
app.delete('/', (c) => c.body(null, 204));

const ask = (path: string, encoding = 'gzip, br', method = 'GET') => app.request(path, { method, headers: { 'accept-encoding': encoding } });

describe('JSON on its way to the browser', () => {
  it('is gzipped where it is long, with every header it had', async () => {
    const answer = await ask('/long');
    expect(Object.fromEntries(['content-encoding', 'vary', 'x-total-count', 'x-request-id'].map((name) => [name, answer.headers.get(name)]))).toEqual({ 'content-encoding': 'gzip', vary: 'Accept-Encoding', 'x-total-count': '500', 'x-request-id': 'r' });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect((JSON.parse(gunzipSync(bytes).toString()) as { items: unknown[] }).items).toHaveLength(500);
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  });

  it('is left as it is where it is short, or where the caller cannot read gzip', async () => {
    const short = await ask('/short');
    expect([short.status, short.headers.get('content-encoding'), await short.json()]).toEqual([404, null, { items: [] }]);
    expect((await ask('/long', 'identity')).headers.get('content-encoding')).toBeNull();
  });

  it('leaves files and empty answers alone', async () => {
    const file = await ask('/file');
    expect([file.headers.get('content-encoding'), (await file.text()).length]).toEqual([null, 10_000]);
    expect((await ask('/', 'gzip', 'DELETE')).status).toBe(204);
  });
});
