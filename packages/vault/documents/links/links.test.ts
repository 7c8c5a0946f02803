import { PDFiumLibrary } from '@hyzyla/pdfium';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { callerOf } from '@docuvault/testing/vault.ts';
import { documentsRoom } from '../documents.routes.ts';
import { openHousehold } from '../test/household.ts';

const home = await openHousehold();
const { vault, call, send, get, stranger, fresh, put, process, answer, me } = home;
const nobody = callerOf(documentsRoom(vault), { role: 'anon' });

type Link = { id: string; token: string; url: string; uses: number; status: string; hasPassword: boolean; documentIds: string[] };
type Opened = { access: string; documents: { documentId: string; title: string; pictures: boolean }[] };
const give = async (documentId: string, body: object = {}) => (await (await send('POST', `/${documentId}/links`, body)).json()) as Link;
const open = (token: string, body: object = {}) => answer(send('POST', `/shared/${token}`, body, nobody));
const enter = async (token: string, body: object = {}) => {
  const { status, body: opened } = await open(token, body);
  if (status !== 200) throw new Error(JSON.stringify(opened));
  return opened as unknown as Opened;
};
const look = (token: string, opened: Opened, path: string) => nobody(`/shared/${token}/documents/${opened.documents[0]!.documentId}/${path}?access=${opened.access}`);
const log = async (documentId: string, linkId: string) => (await get<{ items: { outcome: string; viewerName: string | null; userAgent: string | null }[] }>(`/${documentId}/links/${linkId}/log`)).items;

describe('a share link', () => {
  it('opens for whoever has it, shows what it is for, and says to its owner who came', async () => {
    await fresh();
    const [first, second, other] = [await put('PASSPORT\nPassport No. Z7654321\nfirst page\fsecond page', 'Z7654321.pdf', { title: 'Passport Z7654321' }), await put('lease'), await put('private')];
    await process();
    const link = await give(first, { documentIds: [second], label: 'For the bank', permission: 'download' });
    expect(link).toMatchObject({ documentIds: [first, second], status: 'open', uses: 0, hasPassword: false, url: `http://localhost/shared/${link.token}` });
    expect(await answer(nobody(`/shared/${link.token}`))).toMatchObject({ status: 200, body: { kind: 'share', needsPassword: false, documentCount: 2, label: 'For the bank', permission: 'download' } });
    const opened = await enter(link.token, { name: 'Bank clerk' });
    expect(opened.documents.map((one) => one.documentId)).toEqual([first, second]);
    expect(JSON.stringify(opened)).not.toContain('Z7654321');
    const text = JSON.stringify(await (await look(link.token, opened, 'text')).json());
    expect(text).toContain('second page');
    expect(text).not.toContain('Z7654321');
    const page = await look(link.token, opened, 'pages/2');
    expect(page.headers.get('content-type')).toBe('image/jpeg');
    expect(Buffer.from(await page.arrayBuffer()).toString('latin1')).toContain('second page');
    expect((await look(link.token, opened, 'pages/3')).status).toBe(422);
    expect(await (await look(link.token, opened, 'file')).text()).toContain('first page');
    expect((await nobody(`/shared/${link.token}/documents/${other}/file?access=${opened.access}`)).status).toBe(404);
    expect((await nobody(`/shared/${link.token}/documents/${first}/file?access=guess`)).status).toBe(403);
    expect((await nobody(`/shared/${link.token}/documents/${first}/file`)).status).toBe(400);
    expect((await log(first, link.id)).map((one) => [one.outcome, one.viewerName])).toEqual([['downloaded', 'Bank clerk'], ['viewed', 'Bank clerk'], ['opened', 'Bank clerk']]);
    const [listed] = (await get<{ items: (Link & { titles: string[] })[] }>('/links')).items;
    expect(listed).toMatchObject({ id: link.id, uses: 1, documentIds: [first, second] });
    expect(listed!.titles).toHaveLength(2);
    expect(JSON.stringify(listed)).not.toContain('Z7654321');
    expect((await get<{ items: Link[] }>('/links', stranger)).items).toEqual([]);
    expect((await get<{ items: { action: string }[] }>(`/${second}/activity`)).items.map((one) => one.action)).toContain('link_given');
    const [stored] = await vault.db.asService('test', (tx) => tx.query(sql`select to_jsonb(l) as row from public.document_links l where l.id = ${link.id}`));
    expect(JSON.stringify(stored)).not.toContain(link.token);
  });

  it('is given once under an Idempotency-Key, and what lies in the database opens nothing', async () => {
    await fresh();
    const id = await put('paper');
    const headers = { 'idempotency-key': crypto.randomUUID(), 'content-type': 'application/json' };
    const twice = () => answer(call(`/${id}/links`, { method: 'POST', headers, body: JSON.stringify({ password: 'sesame street' }) }));
    const first = await twice();
    expect(first.status).toBe(201);
    expect(await twice()).toEqual(first);
    expect((await get<{ items: Link[] }>(`/${id}/links`)).items).toHaveLength(1);
    const kept = JSON.stringify(await vault.db.asService('test', (tx) => tx.query(sql`select to_jsonb(k) as row from public.idempotency_keys k where k.key = ${headers['idempotency-key']}`)));
    expect(kept).not.toContain((first.body as unknown as Link).token);
    expect(kept).not.toContain('sesame');
  });

  it('ends at the expiry that was asked for, whatever zone it is said in', async () => {
    await fresh();
    const id = await put('paper');
    const day = new Date(vault.clock.now().getTime() + 86_400_000).toISOString().slice(0, 10);
    const asked = await answer(send('POST', `/${id}/links`, { expiry: `${day}T12:00:00+05:30` }));
    expect(asked).toMatchObject({ status: 201, body: { expiresAt: `${day}T06:30:00.000Z` } });
  });

  it('ends by time, by use, and by being taken back, for those inside too', async () => {
    await fresh();
    const id = await put('paper');
    const twice = await give(id, { maxUses: 2 });
    await enter(twice.token);
    const inside = await enter(twice.token);
    expect(await open(twice.token)).toMatchObject({ status: 404, body: { error: { code: 'link.used_up' } } });
    expect((await look(twice.token, inside, 'text')).status).toBe(200);
    expect((await send('DELETE', `/${id}/links/${twice.id}`)).status).toBe(204);
    expect(await answer(look(twice.token, inside, 'text'))).toMatchObject({ status: 404, body: { error: { code: 'link.revoked' } } });
    const soon = await give(id, { expiresInHours: 1 });
    const visit = await enter(soon.token);
    vault.clock.advance(3_600_000);
    expect(await open(soon.token)).toMatchObject({ status: 404, body: { error: { code: 'link.expired' } } });
    expect((await look(soon.token, visit, 'text')).status).toBe(404);
    const long = await give(id, { expiresInHours: 48 });
    const early = await enter(long.token);
    vault.clock.advance(3_600_001);
    expect(await answer(look(long.token, early, 'text'))).toMatchObject({ status: 403, body: { error: { code: 'link.visit_over' } } });
    expect((await get<{ items: Link[] }>(`/${id}/links`)).items.map((one) => [one.status, one.uses])).toEqual([['open', 1], ['expired', 1], ['revoked', 2]]);
    for (const token of ['x', `${long.token}x`, long.token.slice(1), 'a'.repeat(2000)]) expect(await open(token)).toMatchObject({ status: 404, body: { error: { code: 'link.not_found' } } });
    await send('DELETE', `/${id}`);
    expect((await enter(long.token)).documents).toEqual([]);
  });

  it('asks for its password, and does not let it be guessed', async () => {
    await fresh();
    const id = await put('paper');
    const link = await give(id, { password: 'open sesame' });
    expect(link).toMatchObject({ hasPassword: true });
    expect(JSON.stringify(link)).not.toContain('sesame');
    expect(await open(link.token)).toMatchObject({ status: 403, body: { error: { code: 'link.password_required' } } });
    expect((await enter(link.token, { password: 'open sesame' })).documents).toHaveLength(1);
    expect(await open(link.token, { password: 'guess' })).toMatchObject({ status: 403, body: { error: { code: 'link.wrong_password', details: { attemptsLeft: 4 } } } });
    expect((await enter(link.token, { password: 'open sesame' })).documents).toHaveLength(1);
    const guesses = await Promise.all(Array.from({ length: 7 }, (_, index) => open(link.token, { password: `guess ${index}` })));
    expect(guesses.map((one) => one.status).sort()).toEqual([403, 403, 403, 403, 403, 429, 429]);
    expect(await open(link.token, { password: 'open sesame' })).toMatchObject({ status: 429, body: { error: { code: 'link.locked' } } });
    vault.clock.advance(15 * 60_000 + 1);
    expect((await enter(link.token, { password: 'open sesame' })).documents).toHaveLength(1);
    expect((await log(id, link.id)).filter((one) => one.outcome === 'wrong_password')).toHaveLength(6);
  });

  it('for reading gives no file; with a watermark it wants a name and burns it in', async () => {
    await fresh();
    const id = await put('one\ftwo\fthree');
    await process();
    const view = await give(id);
    expect(await answer(look(view.token, await enter(view.token), 'file'))).toMatchObject({ status: 403, body: { error: { code: 'link.view_only' } } });
    const link = await give(id, { permission: 'download', watermark: true });
    expect(await open(link.token)).toMatchObject({ status: 422, body: { error: { code: 'link.name_required' } } });
    const opened = await enter(link.token, { name: 'Ravi Nair' });
    expect(Buffer.from(await (await look(link.token, opened, 'pages/1')).arrayBuffer()).toString('latin1')).toContain('|Ravi Nair|');
    const copy = Buffer.from(await (await look(link.token, opened, 'file')).arrayBuffer());
    expect(copy.toString('latin1').match(/\|Ravi Nair\|/g)).toHaveLength(3);
    const library = await PDFiumLibrary.init();
    const document = await library.loadDocument(copy);
    expect(document.getPageCount()).toBe(3);
    document.destroy();
    library.destroy();
  });

  it('is given by the owner alone, of their own, in its form', async () => {
    await fresh();
    const id = await put('paper');
    const link = await give(id);
    for (const [method, path, body] of [['POST', `/${id}/links`, {}], ['GET', `/${id}/links`], ['GET', `/${id}/links/${link.id}`], ['DELETE', `/${id}/links/${link.id}`], ['GET', `/${id}/links/${link.id}/log`]] as const) {
      expect({ method, path, ...(await answer(send(method, path, body, stranger))) }).toMatchObject({ status: 404, body: { error: { code: 'document.not_found' } } });
    }
    expect(await answer(send('DELETE', `/requests/${link.id}`, undefined, stranger))).toMatchObject({ status: 404, body: { error: { code: 'link.not_found' } } });
    const theirs = (await (await send('POST', '/requests', {}, stranger)).json()) as Link;
    expect((await send('GET', `/requests/${theirs.id}`)).status).toBe(404);
    for (const body of [{ maxUses: 0 }, { maxUses: 1.5 }, { password: '' }, { password: 'x'.repeat(201) }, { expiresInHours: 0 }, { expiresAt: 'tomorrow' }, { permission: 'edit' }, { watermark: 'yes' }, { documentIds: ['x'] }, [], 'x']) {
      expect({ body, status: (await send('POST', `/${id}/links`, body)).status }).toEqual({ body, status: 400 });
    }
    for (const expiresAt of ['2020-01-01T00:00:00Z', '9999-01-01T00:00:00Z', '0000-01-01T00:00:00Z']) {
      expect(await answer(send('POST', `/${id}/links`, { expiresAt }))).toMatchObject({ status: 400, body: { error: { code: 'link.invalid_expiry' } } });
    }
    expect((await send('POST', `/${id}/links`, { documentIds: [crypto.randomUUID()] })).status).toBe(404);
    expect((await send('POST', `/shared/${link.token}`, { name: 5 }, nobody)).status).toBe(400);
    expect((await send('POST', `/${id}/links`, {}, nobody)).status).toBe(401);
  });
});

describe('a request link', () => {
  const form = (text: string, name = 'bill.pdf') => {
    const made = new FormData();
    made.append('file', new Blob([text]), name);
    return made;
  };
  const deliver = (token: string, access: string, body: FormData) => answer(nobody(`/shared/${token}/files?access=${access}`, { method: 'POST', body }));

  it('lets an outsider send files in, which land where it says, marked and told', async () => {
    await fresh();
    const folder = (await (await send('POST', '/folders', { name: 'Incoming' })).json()) as { id: string };
    const link = (await (await send('POST', '/requests', { message: 'Please send the bill', folderId: folder.id, person: 'Asha', maxUses: 2 })).json()) as Link;
    expect(await answer(nobody(`/shared/${link.token}`))).toMatchObject({ status: 200, body: { kind: 'request', message: 'Please send the bill', documentCount: 0 } });
    const { access } = await enter(link.token, { name: 'The plumber' });
    expect(await deliver(link.token, access, form('%PDF-1.7\nBill for pipes'))).toEqual({ status: 201, body: { fileName: 'bill.pdf', received: true } });
    const [made] = (await get<{ items: { id: string; title: string; tags: string[]; folderId: string; person: string; ownerId: string }[] }>('/')).items;
    expect(made).toMatchObject({ title: 'bill', tags: ['received'], folderId: folder.id, person: 'Asha', ownerId: me().userId });
    expect((await get<{ items: { action: string; details: object }[] }>(`/${made!.id}/activity`)).items[0]).toMatchObject({ action: 'received', details: { linkId: link.id, from: 'The plumber' } });
    const [told] = await vault.db.asUser(me(), (tx) => tx.query(sql`select n.title from public.notifications n where n.kind = 'document.received'`));
    expect(told).toEqual({ title: 'The plumber has sent you a document' });
    expect(await deliver(link.token, access, form('not a document', 'x.pdf'))).toMatchObject({ status: 415, body: { error: { code: 'upload.type_not_accepted' } } });
    expect(await deliver(link.token, access, form(''))).toMatchObject({ status: 422 });
    expect(await deliver(link.token, 'guess', form('%PDF-1.7\nx'))).toMatchObject({ status: 403, body: { error: { code: 'link.visit_over' } } });
    expect(await deliver(link.token, access, form('%PDF-1.7\nAnother'))).toMatchObject({ status: 201 });
    expect(await deliver(link.token, access, form('%PDF-1.7\nA third'))).toMatchObject({ status: 404, body: { error: { code: 'link.used_up' } } });
    expect((await nobody(`/shared/${link.token}/documents/${made!.id}/file?access=${access}`)).status).toBe(409);
    expect((await get<{ items: Link[] }>('/requests')).items).toMatchObject([{ id: link.id, uses: 2, status: 'used_up' }]);
    expect((await get<{ items: { outcome: string }[] }>(`/requests/${link.id}/log`)).items.map((one) => one.outcome)).toEqual(['uploaded', 'uploaded', 'opened']);
  });

  it('does not fill the owner\'s storage past its limit', async () => {
    await fresh();
    await vault.db.asService('test', (tx) => tx.query(sql`update public.users set storage_limit = 10 where id = ${me().userId}`));
    const link = (await (await send('POST', '/requests', {})).json()) as Link;
    const { access } = await enter(link.token);
    expect(await deliver(link.token, access, form(`%PDF-1.7\n${'x'.repeat(100)}`))).toMatchObject({ status: 422, body: { error: { code: 'quota.storage_exceeded' } } });
    expect((await get<{ items: Link[] }>('/requests')).items[0]).toMatchObject({ uses: 0 });
    expect((await call('/')).status).toBe(200);
  });
});
