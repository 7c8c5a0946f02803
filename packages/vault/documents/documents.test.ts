import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import type { UserActor } from '@docuvault/core/actor.ts';
import { createPerson } from '@docuvault/testing/database.ts';
import { callerOf, openTestVault, type Caller, type TestVault } from '@docuvault/testing/vault.ts';
import { createProcessor } from '../document-processor/processor.ts';
import { ingestFile } from '../document-upload/ingest-file.ts';
import { documentsRoom } from './documents.routes.ts';

type Doc = Record<string, unknown> & { id: string; title: string; tags: string[]; folderId: string | null; version: number; fields: { name: string; value: unknown; source: string }[] };
type List = { items: Doc[]; nextCursor: string | null };

let vault: TestVault;
let asha: UserActor;
let call: Caller;
let stranger: Caller;
let copies = 0;

beforeAll(async () => {
  vault = await openTestVault();
});
const fresh = async () => {
  asha = await createPerson(vault.db);
  const room = documentsRoom(vault);
  call = callerOf(room, asha);
  stranger = callerOf(room, await createPerson(vault.db, 'ravi'));
};
async function* bytesOf(text: string) {
  yield await Promise.resolve(new TextEncoder().encode(text));
}
const put = async (text = 'a paper', fileName = 'paper.pdf', options: Parameters<typeof ingestFile>[1]['options'] = {}) => {
  vault.clock.advance(1000);
  const { document } = await ingestFile({ actor: asha, deps: vault }, { stream: bytesOf(`%PDF-1.7\n${text} ${copies++}`), fileName, options });
  return document.id;
};
const process = () => createProcessor(vault, { worker: 'test' }).runOnce();
const send = (method: string, path: string, body?: unknown, as = call) =>
  as(path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }) });
const get = async <T>(path: string, as = call) => (await (await as(path)).json()) as T;
const answer = async (response: Response | Promise<Response>) => {
  const got = await response;
  return { status: got.status, body: got.status === 204 ? null : ((await got.json()) as { error?: { code: string } } & Record<string, unknown>) };
};
const titles = async (query: string) => (await get<List>(`/?${query}`)).items.map((item) => item.title);

describe('the list of documents', () => {
  it('is the caller\'s own, newest first, in pages, and carries neither text nor fields', async () => {
    await fresh();
    for (const name of ['a', 'b', 'c', 'd', 'e']) await put('text', `${name}.pdf`);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: List = await get(`/?limit=2${cursor ? `&cursor=${cursor}` : ''}`);
      expect(page.items.length).toBeLessThanOrEqual(2);
      for (const item of page.items) {
        expect(item).not.toHaveProperty('fields');
        seen.push(item.title);
      }
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(['e', 'd', 'c', 'b', 'a']);
    expect((await get<List>('/', stranger)).items).toEqual([]);
  });

  it.each(['title', '-title', 'createdAt', 'updatedAt', '-accessedAt', 'fileName', 'expiresOn', '-expiresOn', '-sizeBytes', 'sizeBytes'])(
    'sorted by %s comes in pages without gap or double', async (sort) => {
      await fresh();
      const ids = new Set<string>();
      for (const [i, name] of ['Zebra', 'apple', 'Mango', 'kiwi'].entries()) {
        const id = await put('x'.repeat(i * 3), `${name}.pdf`);
        ids.add(id);
        if (i % 2) await send('PATCH', `/${id}`, { expiresOn: `2030-01-0${i}` });
      }
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page: List = await get(`/?limit=1&sort=${sort}${cursor ? `&cursor=${cursor}` : ''}`);
        seen.push(...page.items.map((item) => item.id));
        cursor = page.nextCursor;
      }
      expect(new Set(seen)).toEqual(ids);
      expect(seen).toHaveLength(4);
    });

  it('is narrowed by every filter', async () => {
    await fresh();
    const folder = (await (await send('POST', '/folders', { name: 'Home' })).json()) as Doc;
    await put('x', 'lease.pdf', { folderId: folder.id, tags: ['Home'], person: 'Ravi' });
    const passport = await put('y', 'passport.pdf');
    await put('z', 'other.pdf');
    await send('PATCH', `/${passport}`, { documentType: 'passport', expiresOn: '2027-03-01' });
    expect(await titles('tag=home')).toEqual(['lease']);
    expect(await titles(`folderId=${folder.id}`)).toEqual(['lease']);
    expect(await titles('folderId=none&sort=title')).toEqual(['other', 'passport']);
    expect(await titles('person=ravi')).toEqual(['lease']);
    expect(await titles('documentType=passport')).toEqual(['passport']);
    expect(await titles('category=identity')).toEqual(['passport']);
    expect(await titles('expiresBefore=2027-03-02')).toEqual(['passport']);
    expect(await titles('expiresBefore=2027-03-01')).toEqual([]);
    expect(await titles('status=queued&sort=title')).toEqual(['lease', 'other', 'passport']);
    expect(await titles('status=failed')).toEqual([]);
    await send('DELETE', `/${passport}`);
    expect(await titles('documentType=passport')).toEqual([]);
    expect(await titles('trashed=true')).toEqual(['passport']);
  });

  it('refuses what it does not understand', async () => {
    await fresh();
    for (const query of ['category=nonsense', 'limit=0', 'limit=201', 'cursor=!!', 'sort=color', 'expiresBefore=soon', 'folderId=x', `cursor=${btoa('["-createdAt","x","y"]')}`]) {
      expect({ query, status: (await call(`/?${query}`)).status }).toEqual({ query, status: 400 });
    }
  });

  it('masks identity numbers, which the document itself shows whole', async () => {
    await fresh();
    const id = await put('x', 'Passport Z1234567.pdf');
    await send('PATCH', `/${id}`, { documentType: 'passport', fields: { documentNumber: 'Z1234567' } });
    const [item] = (await get<List>('/')).items;
    expect(JSON.stringify(item)).not.toContain('Z1234567');
    expect(item!.title).toMatch(/Passport X+4567/);
    expect(await get<Doc>(`/${id}`)).toMatchObject({ title: 'Passport Z1234567', fields: [{ name: 'documentNumber', value: 'Z1234567', source: 'user' }] });
  });
});

describe('a document put right', () => {
  it('has what its owner said, and goes on having it when it is read again', async () => {
    await fresh();
    const id = await put('some words');
    await process();
    const patch = {
      title: 'Our lease', tags: ['home', 'rent'], person: 'Asha', documentType: 'lease', fields: { totalAmount: 1250.5, startDate: '2024-05-01', landlord: 'Mr Rao' }, expiresOn: '2026-04-30',
    };
    const patched = await answer(send('PATCH', `/${id}`, patch));
    const expected = { title: 'Our lease', tags: ['home', 'rent'], person: 'Asha', documentType: 'lease', category: 'property', expiresOn: '2026-04-30' };
    expect(patched).toMatchObject({ status: 200, body: expected });
    const names = (patched.body as unknown as Doc).fields.filter((field) => field.source === 'user').map((field) => [field.name, field.value]);
    expect(Object.fromEntries(names)).toEqual({ totalAmount: 1250.5, startDate: '2024-05-01', landlord: 'Mr Rao', expiryDate: '2026-04-30' });
    await send('POST', '/bulk', { action: 'reprocess', documentIds: [id] });
    await process();
    expect(await get<Doc>(`/${id}`)).toMatchObject({ ...expected, status: 'completed' });
  });

  it('loses a field that is set to null, takes fields as an array, and leaves alone what is not named', async () => {
    await fresh();
    const id = await put('x', 'x.pdf', { tags: ['kept'] });
    await send('PATCH', `/${id}`, { fields: [{ name: 'issuer', value: 'Bank' }, { name: 'holderName', value: 'A' }] });
    const { body } = await answer(send('PATCH', `/${id}`, { fields: { issuer: null }, folderId: null }));
    expect(body).toMatchObject({ tags: ['kept'], fields: [{ name: 'holderName' }] });
  });

  it.each([
    [{ fields: { expiryDate: '31/12/2027' } }, 'document.invalid_field'], [{ fields: { issueDate: '2027-02-30' } }, 'document.invalid_field'],
    [{ fields: { totalAmount: 'a lot' } }, 'document.invalid_field'], [{ fields: { 'Not A Name': 'x' } }, 'request.invalid'], [{ title: '' }, 'request.invalid'],
    [{ title: 'x'.repeat(501) }, 'request.invalid'], [{ category: 'nonsense' }, 'request.invalid'], [{ expiresOn: '2027-13-01' }, 'request.invalid'], [{ tags: 'home' }, 'request.invalid'],
  ])('refuses %j', async (patch, code) => {
    await fresh();
    expect(await answer(send('PATCH', `/${await put()}`, patch))).toMatchObject({ status: 400, body: { error: { code } } });
  });

  it('cannot be put into somebody else\'s folder', async () => {
    await fresh();
    const theirs = (await (await send('POST', '/folders', { name: 'Theirs' }, stranger)).json()) as Doc;
    expect(await answer(send('PATCH', `/${await put()}`, { folderId: theirs.id }))).toMatchObject({ status: 404, body: { error: { code: 'folder.not_found' } } });
  });

  it('tells what happened to it', async () => {
    await fresh();
    const id = await put();
    await send('PATCH', `/${id}`, { title: 'New' });
    const { items } = await get<{ items: { action: string; details: unknown; actorId: string }[] }>(`/${id}/activity`);
    expect(items.map((item) => item.action)).toEqual(['updated', 'uploaded']);
    expect(items[0]).toMatchObject({ details: { changed: ['title'] }, actorId: asha.userId });
  });
});

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
      select (select count(*) from private.blobs where owner_id = ${asha.userId}) as blobs, (select storage_used from public.users where id = ${asha.userId}) as used`));
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
    expect(await range('bytes=9999-')).toEqual([416, '', `bytes */${n}`]);
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

  it('gives its text by page', async () => {
    await fresh();
    const id = await put('one\ftwo');
    expect(await get(`/${id}/text`)).toEqual({ pages: [] });
    await process();
    expect(await get(`/${id}/text`)).toEqual({ pages: [{ page: 1, text: 'one' }, { page: 2, text: expect.stringMatching(/^two/) as string }] });
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

describe('many documents at once', () => {
  it('are tagged, moved, trashed and given back, and what is not the caller\'s is told by itself', async () => {
    await fresh();
    const ids = [await put(), await put(), await put()];
    const notMine = crypto.randomUUID();
    const bulk = async (body: object) => (await answer(send('POST', '/bulk', body))).body;
    expect(await bulk({ action: 'tag', documentIds: [...ids, notMine], tags: ['Tax'] })).toEqual({
      action: 'tag', matched: 4, succeeded: 3, failed: [{ documentId: notMine, code: 'document.not_found', message: expect.any(String) as string }],
    });
    expect((await get<List>('/?tag=tax')).items).toHaveLength(3);
    expect(await bulk({ action: 'untag', documentIds: [ids[0]], tags: ['tax'] })).toMatchObject({ succeeded: 1 });
    const folder = (await (await send('POST', '/folders', { name: 'Box' })).json()) as Doc;
    expect(await bulk({ action: 'move', filter: { tag: 'tax' }, folderId: folder.id })).toMatchObject({ matched: 2, succeeded: 2, failed: [] });
    expect((await get<List>(`/?folderId=${folder.id}`)).items).toHaveLength(2);
    expect(await bulk({ action: 'setPerson', documentIds: ids, person: 'Mother' })).toMatchObject({ succeeded: 3 });
    expect((await get<List>('/?person=mother')).items).toHaveLength(3);
    expect(await bulk({ action: 'delete', documentIds: [ids[0]] })).toMatchObject({ succeeded: 0, failed: [{ code: 'document.not_in_trash' }] });
    expect(await bulk({ action: 'trash', filter: {} })).toMatchObject({ matched: 3, succeeded: 3 });
    expect(await bulk({ action: 'restore', documentIds: [ids[0]] })).toMatchObject({ succeeded: 1 });
    expect(await bulk({ action: 'delete', filter: {} })).toMatchObject({ matched: 2, succeeded: 2 });
    expect((await get<List>('/')).items.map((item) => item.id)).toEqual([ids[0]]);
  });

  it.each([
    [{ action: 'tag', documentIds: ['x'] }], [{ action: 'trash' }], [{ action: 'fly', documentIds: ['x'] }], [{ action: 'trash', documentIds: [] }],
    [{ action: 'trash', documentIds: ['x'], filter: {} }], [{ action: 'trash', documentIds: Array.from({ length: 501 }, () => crypto.randomUUID()) }],
  ])('refuses %#', async (body) => {
    await fresh();
    expect((await send('POST', '/bulk', body)).status).toBe(400);
  });
});

describe('folders, tags and views', () => {
  it('nest, move, and never lie inside themselves', async () => {
    await fresh();
    const make = async (name: string, parentId: string | null = null) => ((await answer(send('POST', '/folders', { name, parentId }))).body as unknown as Doc).id;
    const house = await make('House');
    const bills = await make('Bills', house);
    expect(await answer(send('POST', '/folders', { name: 'house' }))).toMatchObject({ status: 409, body: { error: { code: 'folder.name_taken' } } });
    expect(await answer(send('PATCH', `/folders/${house}`, { parentId: bills }))).toMatchObject({ status: 422, body: { error: { code: 'folder.cycle' } } });
    expect(await answer(send('PATCH', `/folders/${house}`, { parentId: house }))).toMatchObject({ status: 422 });
    expect(await answer(send('POST', '/folders', { name: 'x', parentId: crypto.randomUUID() }))).toMatchObject({ status: 404 });
    const inside = await put('x', 'x.pdf', { folderId: bills });
    expect((await get<List>('/folders')).items).toMatchObject([{ name: 'Bills', parentId: house, documentCount: 1 }, { name: 'House', parentId: null, documentCount: 0 }]);
    expect((await send('DELETE', `/folders/${house}`)).status).toBe(204);
    expect(await get<Doc>(`/${inside}`)).toMatchObject({ folderId: null });
    expect((await get<List>('/folders')).items).toEqual([]);
    let parent: string | null = null;
    for (let depth = 0; depth < 20; depth++) parent = await make(`level ${depth}`, parent);
    expect(await answer(send('POST', '/folders', { name: 'too deep', parentId: parent }))).toMatchObject({ status: 422, body: { error: { code: 'folder.too_deep' } } });
  });

  it('of tags are renamed and merged on every document', async () => {
    await fresh();
    const one = await put('x', 'x.pdf', { tags: ['tax'] });
    const two = await put('y', 'y.pdf', { tags: ['taxes', 'tax'] });
    const { items } = await get<List>('/tags');
    const id = (name: string) => items.find((item) => (item as unknown as { name: string }).name === name)!.id;
    expect(items).toMatchObject([{ name: 'tax', documentCount: 2 }, { name: 'taxes', documentCount: 1 }]);
    expect(await answer(send('PATCH', `/tags/${id('tax')}`, { name: 'Taxes' }))).toMatchObject({ status: 409, body: { error: { code: 'tag.name_taken' } } });
    expect(await answer(send('POST', `/tags/${id('taxes')}/merge`, { into: id('tax') }))).toMatchObject({ status: 200, body: { name: 'tax', documentCount: 2 } });
    expect(await answer(send('PATCH', `/tags/${id('tax')}`, { name: 'Tax 2025', colour: '#AA00ff' }))).toMatchObject({ status: 200, body: { name: 'Tax 2025', colour: '#aa00ff' } });
    expect((await get<Doc>(`/${two}`)).tags).toEqual(['Tax 2025']);
    expect((await send('DELETE', `/tags/${id('tax')}`)).status).toBe(204);
    expect((await get<Doc>(`/${one}`)).tags).toEqual([]);
  });

  it('of views are kept as they are given', async () => {
    await fresh();
    const made = await answer(send('POST', '/views', { name: 'Expiring', query: { expiresBefore: '2027-01-01', sort: 'expiresOn' } }));
    expect(made).toMatchObject({ status: 201, body: { name: 'Expiring', query: { expiresBefore: '2027-01-01', sort: 'expiresOn' } } });
    const { id } = made.body as unknown as Doc;
    expect(await answer(send('PATCH', `/views/${id}`, { name: 'Soon' }))).toMatchObject({ status: 200, body: { name: 'Soon', query: { sort: 'expiresOn' } } });
    expect((await get<List>('/views')).items).toHaveLength(1);
    expect((await send('DELETE', `/views/${id}`)).status).toBe(204);
    expect(await answer(send('POST', '/views', { name: 'Big', query: { a: 'x'.repeat(20_000) } }))).toMatchObject({ status: 400 });
  });
});

describe('somebody else\'s document', () => {
  it('is not there, on any route', async () => {
    await fresh();
    const id = await put('x', 'x.pdf', { tags: ['t'] });
    await process();
    await send('DELETE', `/${id}`);
    const form = () => {
      const made = new FormData();
      made.append('file', new Blob(['%PDF-1.7\nx']), 'x.pdf');
      return made;
    };
    const tries: [string, string, unknown?][] = [
      ['GET', `/${id}`], ['PATCH', `/${id}`, { title: 'x' }], ['DELETE', `/${id}`], ['DELETE', `/${id}?permanent=true`], ['POST', `/${id}/restore`], ['GET', `/${id}/text`],
      ['GET', `/${id}/file`], ['GET', `/${id}/thumbnail`], ['GET', `/${id}/activity`], ['GET', `/${id}/versions`],
    ];
    for (const [method, path, body] of tries) {
      expect({ method, path, ...(await answer(send(method, path, body, stranger))) }).toMatchObject({ method, path, status: 404, body: { error: { code: 'document.not_found' } } });
      const missing = path.replace(id, crypto.randomUUID());
      expect({ method, path, ...(await answer(send(method, missing, body, call))) }).toMatchObject({ method, path, status: 404, body: { error: { code: 'document.not_found' } } });
    }
    expect((await stranger(`/${id}/versions`, { method: 'POST', body: form() })).status).toBe(404);
    expect((await call('/not-an-id')).status).toBe(404);
    const [tag] = (await get<List>('/tags')).items;
    expect((await send('DELETE', `/tags/${tag!.id}`, undefined, stranger)).status).toBe(404);
    expect((await send('PATCH', `/tags/${tag!.id}`, { name: 'x' }, stranger)).status).toBe(404);
  });
});

describe('a mutating call with an Idempotency-Key', () => {
  it('is done once; another request under the key is refused', async () => {
    await fresh();
    const headers = { 'idempotency-key': crypto.randomUUID(), 'content-type': 'application/json' };
    const make = (name: string) => answer(call('/folders', { method: 'POST', headers, body: JSON.stringify({ name }) }));
    const first = await make('Once');
    expect(first.status).toBe(201);
    expect(await make('Once')).toEqual(first);
    expect(await make('Twice')).toMatchObject({ status: 409, body: { error: { code: 'idempotency.key_reused' } } });
    expect((await get<List>('/folders')).items).toHaveLength(1);
  });
});
