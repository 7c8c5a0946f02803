import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { openHousehold, type List } from './test/household.ts';

const { answer, call, fresh, get, me, process, put, send, vault } = await openHousehold();

describe('the trash', () => {
  const files = () => readdirSync(join(vault.directory, 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;

  it('keeps a document until it is restored, or deleted for good with file and key', async () => {
    await fresh();
    const id = await put();
    await process();
    const before = files();
    expect((await send('DELETE', `/${id}?permanent=true`)).status).toBe(409);
    expect((await send('DELETE', `/${id}`)).status).toBe(204);
    expect((await send('DELETE', `/${id}`)).status).toBe(204);
    expect((await get<List>('/')).items).toEqual([]);
    expect((await answer(send('POST', `/${id}/restore`))).body).toMatchObject({ id, deletedAt: null });
    await send('DELETE', `/${id}`);
    expect((await send('DELETE', `/${id}?permanent=true`)).status).toBe(204);
    expect((await call(`/${id}`)).status).toBe(404);
    expect(files()).toBe(before - 2);
    const [left] = await vault.db.asService('test', (tx) => tx.query<{ blobs: number; used: number }>(sql`
      select (select count(*) from private.blobs where owner_id = ${me().userId}) as blobs, (select storage_used from public.users where id = ${me().userId}) as used`));
    expect(left).toEqual({ blobs: 0, used: 0 });
  });
});

describe('the file of a document', () => {
  it('comes whole, in ranges, or not at all when the caller has it', async () => {
    await fresh();
    const id = await put('0123456789', 'Müller “Rechnung”.pdf');
    const whole = await call(`/${id}/file`);
    const text = await whole.text();
    expect(text).toContain('0123456789');
    expect(whole.headers.get('content-type')).toBe('application/pdf');
    expect(whole.headers.get('content-length')).toBe(String(text.length));
    expect(whole.headers.get('x-content-type-options')).toBe('nosniff');
    expect(whole.headers.get('content-security-policy')).toContain('sandbox');
    expect(whole.headers.get('content-disposition')).toBe(`attachment; filename="Mu_ller _Rechnung_.pdf"; filename*=UTF-8''M%C3%BCller%20%E2%80%9CRechnung%E2%80%9D.pdf`);
    const range = async (header: string, more = {}) => {
      const got = await call(`/${id}/file`, { headers: { range: header, ...more } });
      return [got.status, await got.text(), got.headers.get('content-range')];
    };
    const n = text.length;
    expect(await range('bytes=0-3')).toEqual([206, '%PDF', `bytes 0-3/${n}`]);
    expect(await range('bytes=-2')).toEqual([206, text.slice(-2), `bytes ${n - 2}-${n - 1}/${n}`]);
    expect(await range('bytes=9-')).toEqual([206, text.slice(9), `bytes 9-${n - 1}/${n}`]);
    expect(await range('bytes=9999-,1-2')).toEqual([206, 'PD', `bytes 1-2/${n}`]);
    expect(await range('bytes=9999-')).toEqual([416, expect.stringContaining('request.range_not_satisfiable'), `bytes */${n}`]);
    expect(await range('lines=1-2')).toEqual([200, text, null]);
    expect(await range('bytes=5-1')).toEqual([200, text, null]);
    const etag = whole.headers.get('etag')!;
    expect((await call(`/${id}/file`, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect(await range('bytes=0-3', { 'if-range': '"another"' })).toEqual([200, text, null]);
    const head = await call(`/${id}/file`, { method: 'HEAD' });
    expect([head.status, await head.text(), head.headers.get('content-length')]).toEqual([200, '', String(n)]);
    expect((await call(`/${id}/file?inline=1`)).headers.get('content-disposition')).toMatch(/^inline;/);
  });

  it('has a picture once it has been read', async () => {
    await fresh();
    const id = await put();
    expect(await answer(call(`/${id}/thumbnail`))).toMatchObject({ status: 404, body: { error: { code: 'document.thumbnail_not_ready' } } });
    await process();
    const picture = await call(`/${id}/thumbnail`);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/webp']);
    expect((await call(`/${id}/thumbnail`, { headers: { 'if-none-match': picture.headers.get('etag')! } })).status).toBe(304);
  });

  it('has others like it, and is not like itself', async () => {
    await fresh();
    const [one, two] = [await put('premium policy insured sum vehicle'), await put('premium policy insured sum house')];
    await process();
    const { items } = await get<{ items: { documentId: string }[] }>(`/${one}/similar`);
    expect(items.map((item) => item.documentId)).toEqual([two]);
  });

  it('gives its text by page', async () => {
    await fresh();
    const id = await put('one\ftwo');
    expect(await get(`/${id}/text`)).toEqual({ pages: [] });
    await process();
    expect(await get(`/${id}/text`)).toEqual({ pages: [{ page: 1, text: 'one' }, { page: 2, text: expect.stringMatching(/^two/) as string }] });
  });

  it('tells where recognised words stand, and of other pages nothing', async () => {
    await fresh();
    const id = await put('(scan) Total due\ftyped');
    expect(await get(`/${id}/pages/1/words`)).toEqual({ page: 1, turn: 0, words: [] });
    await process();
    expect(await get(`/${id}/pages/1/words`)).toEqual({ page: 1, turn: 0, words: ['(scan)', 'Total', 'due'].map((text, at) => ({ text, x: at / 100, y: 0.1, w: text.length / 1000, h: 0.02 })) });
    expect(await get(`/${id}/pages/2/words`)).toEqual({ page: 2, turn: 0, words: [] });
    expect(await answer(call(`/${id}/pages/none/words`))).toMatchObject({ status: 404, body: { error: { code: 'page.not_found' } } });
    expect(await answer(call(`/${crypto.randomUUID()}/pages/1/words`))).toMatchObject({ status: 404, body: { error: { code: 'document.not_found' } } });
    // A document read before places were kept.
    await vault.db.asService('test', (tx) => tx.query(sql`update public.document_pages set words = null where document_id = ${id}`));
    expect(await get(`/${id}/pages/1/words`)).toEqual({ page: 1, turn: 0, words: [] });
    await send('DELETE', `/${id}`);
    await send('DELETE', `/${id}?permanent=true`);
    expect((await call(`/${id}/pages/1/words`)).status).toBe(404);
  });

  it('is listed among its versions with the number in its name masked', async () => {
    await fresh();
    const id = await put('some words', 'PAN ABCPE1234F.pdf');
    const [version] = (await get<{ items: { fileName: string }[] }>(`/${id}/versions`)).items;
    expect(version!.fileName).toBe('PAN XXXXXX234F.pdf');
  });

  it('can be followed by another; both are kept, the new one is read, the document stays one', async () => {
    await fresh();
    const id = await put('the old text');
    await process();
    const post = (text: string) => {
      const form = new FormData();
      form.append('file', new Blob([`%PDF-1.7\n${text}`]), 'new.pdf');
      return answer(call(`/${id}/versions`, { method: 'POST', body: form }));
    };
    expect(await post('the new text')).toMatchObject({ status: 201, body: { duplicate: false, document: { id, version: 2, fileName: 'new.pdf', status: 'queued' } } });
    await process();
    expect(await get(`/${id}/text`)).toEqual({ pages: [{ page: 1, text: 'the new text' }] });
    expect((await get<{ pages: { text: string }[] }>(`/${id}/text?version=1`)).pages[0]!.text).toContain('old');
    expect(await (await call(`/${id}/file?version=1`)).text()).toContain('the old text');
    expect(await (await call(`/${id}/file`)).text()).toContain('the new text');
    expect((await get<{ items: { version: number; current: boolean }[] }>(`/${id}/versions`)).items).toMatchObject([{ version: 2, current: true }, { version: 1, current: false }]);
    expect(await post('the new text')).toMatchObject({ status: 200, body: { duplicate: true, document: { version: 2 } } });
    const other = await put('x');
    const held = await (await call(`/${other}/file`)).text();
    expect(await post(held.slice(9))).toMatchObject({ status: 409, body: { error: { code: 'document.duplicate_content', details: { documentId: other } } } });
    expect((await call(`/${id}/file?version=7`)).status).toBe(404);
  });
});
