import { describe, expect, it } from 'vitest';
import { openFamily, type Relative } from './test/big-family.ts';

const { ask, ok, family, personOf, put, process, ids, inbox } = await openFamily();

type Found = { results: { documentId: string; title: string; snippet: string }[]; total: number; facets: Record<string, { value: string; count: number }[]> };
const search = async (as: Relative, query: string, more = {}) => ok<Found>(as, 'search', 'POST', '/', { query, ...more });
const found = async (as: Relative, query: string, mode = 'keyword') => (await search(as, query, { mode })).results.map((one) => one.documentId);
const chat = (as: Relative, message: string, documentIds?: string[]) =>
  ok<{ answer: string; grounded: boolean; citations: { documentId: string; quote: string }[] }>(as, 'chat', 'POST', '/', { conversationId: crypto.randomUUID(), message, ...(documentIds ? { documentIds } : {}) });
const listed = async (as: Relative, query = '') => ids(await ok<{ items: { id: string }[] }>(as, 'documents', 'GET', `/?${query}`));

const policy = 'STAR HEALTH INSURANCE POLICY\nPolicy Number: P/141126/01/2026/009912\nInsured: Asha Nair\nZebrafish cover included.\nPremium: Rs. 24,500\nValid until 31/12/2027';
const passport = 'REPUBLIC OF INDIA PASSPORT\nPassport No. Z7654321\nName: Asha Nair\nAadhaar 2345 6789 0124\nDate of expiry 04/03/2031';
const secret = 'A PRIVATE DIARY\nThe quokka plan for the surprise party.';

const routes = (id: string): [string, string, unknown?][] => [
  ['GET', `/${id}`], ['GET', `/${id}/text`], ['GET', `/${id}/pages/1/words`], ['GET', `/${id}/file`], ['GET', `/${id}/thumbnail`], ['GET', `/${id}/similar`], ['GET', `/${id}/activity`], ['GET', `/${id}/versions`],
];

describe('what somebody shares', () => {
  it('says by its name what it is, and to whom it reaches what they may do with it', async () => {
    const { id, people } = await family(['asha', 'ravi', 'nani']);
    const [asha, ravi, nani] = [people.asha!, people.ravi!, people.nani!];
    const paper = await put(asha, passport, { title: 'Passport Z7654321' });
    await process();
    const { id: folderId } = await ok<{ id: string }>(asha, 'documents', 'POST', '/folders', { name: 'House' });
    await ok(asha, 'family', 'POST', `/${id}/shares`, { documentId: paper, permission: 'edit' });
    await ok(asha, 'family', 'POST', `/${id}/shares`, { folderId, memberId: ravi.actor.userId });
    await ok(asha, 'family', 'POST', `/${id}/shares`, { everything: true, memberId: nani.actor.userId, release: 'emergency' });
    const names = async (as: Relative) => (await ok<{ items: { name: string | null }[] }>(as, 'family', 'GET', `/${id}/shares`)).items.map(({ name }) => name);
    expect(await names(asha)).toEqual([null, 'House', 'Passport XXXX4321']);
    expect(await names(ravi)).toEqual(['House', 'Passport XXXX4321']);
    for (const [as, access] of [[asha, 'owner'], [ravi, 'edit'], [nani, 'view']] as const) {
      expect(await ok(as, 'documents', 'GET', `/${paper}`)).toMatchObject({ access });
      expect((await ok<{ items: { id: string; access: string }[] }>(as, 'documents', 'GET', '/')).items).toMatchObject([{ id: paper, access }]);
    }
    expect(await ok(ravi, 'documents', 'PATCH', `/${paper}`, { title: 'Her passport' })).toMatchObject({ title: 'Her passport', access: 'edit' });
  });

  it('is seen, found and answered from by whom it is for, and nothing else is; until it ends', async () => {
    const { id, people } = await family(['asha', 'ravi', 'meera']);
    const [asha, ravi, meera] = [people.asha!, people.ravi!, people.meera!];
    const stranger = await personOf('stranger');
    const shared = await put(asha, policy);
    const diary = await put(asha, secret);
    const own = await put(ravi, 'ELECTRICITY BILL\nConsumer Ravi Nair\nAmount payable Rs. 1,240');
    await process();
    const share = await ok<{ id: string }>(asha, 'family', 'POST', `/${id}/shares`, { documentId: shared, memberId: ravi.actor.userId, permission: 'view', release: 'now' });

    expect((await listed(ravi)).sort()).toEqual([shared, own].sort());
    expect(await listed(ravi, 'sharing=shared')).toEqual([shared]);
    expect(await listed(ravi, 'sharing=own')).toEqual([own]);
    expect(await listed(ravi, `ownerId=${asha.actor.userId}`)).toEqual([shared]);
    expect(await found(ravi, 'zebrafish')).toEqual([shared]);
    expect(await found(ravi, 'zebrafsh')).toEqual([shared]);
    expect(await found(ravi, 'health insurance policy', 'hybrid')).toContain(shared);
    expect(await found(ravi, 'star health insurance', 'semantic')).not.toContain(diary);
    expect(await found(ravi, 'quokka', 'hybrid')).not.toContain(diary);
    expect((await search(ravi, 'insurance')).facets.documentType).toEqual([{ value: 'insurance_policy', count: 1 }]);
    const suggested = await ok<{ suggestions: { text: string; documentId: string | null }[] }>(ravi, 'search', 'GET', '/suggest?q=star');
    expect(suggested.suggestions.map((one) => one.documentId)).toContain(shared);
    expect((await ok<{ suggestions: { documentId: string | null }[] }>(ravi, 'search', 'GET', '/suggest?q=private')).suggestions.filter((one) => one.documentId)).toEqual([]);
    const answer = await chat(ravi, 'When is the health insurance valid until?');
    expect(answer).toMatchObject({ grounded: true });
    expect(answer.citations.map((one) => one.documentId)).toEqual([shared]);
    expect(answer.answer).toMatch(/2027/);
    expect((await chat(ravi, 'What is the quokka plan?')).citations.map((one) => one.documentId)).not.toContain(diary);
    expect((await chat(ravi, 'How many documents do I have?')).answer).toMatch(/\b2\b/);
    for (const [method, path] of routes(shared)) expect({ path, status: (await ravi.call.documents(path, { method })).status }).toEqual({ path, status: 200 });

    for (const other of [meera, stranger]) {
      expect(await listed(other)).toEqual([]);
      expect(await found(other, 'zebrafish', 'hybrid')).toEqual([]);
      expect((await chat(other, 'When is the health insurance valid until?')).grounded).toBe(false);
      for (const [method, path] of routes(shared)) expect(await ask(other, 'documents', method, path)).toMatchObject({ status: 404 });
      expect(await ask(other, 'chat', 'POST', '/', { conversationId: 'c', message: 'hello', documentIds: [shared] })).toMatchObject({ status: 404 });
    }
    for (const [method, path] of routes(diary)) expect(await ask(ravi, 'documents', method, path)).toMatchObject({ status: 404 });

    expect((await inbox(ravi)).map((one) => one.title)).toContain(`${asha.actor.email} shares a document with you`);
    const looked = (await ok<{ items: { action: string; actorId: string }[] }>(asha, 'documents', 'GET', `/${shared}/activity`)).items;
    expect(looked.map((one) => one.action)).toEqual(expect.arrayContaining(['shared', 'opened', 'downloaded']));
    expect(looked.find((one) => one.action === 'opened')!.actorId).toBe(ravi.actor.userId);
    const log = async (as: Relative) => (await ok<{ items: { action: string }[] }>(as, 'family', 'GET', `/${id}/activity`)).items.map((one) => one.action);
    expect(await log(ravi)).toContain('share.given');
    expect(await log(meera)).not.toContain('share.given');

    await ok(asha, 'family', 'DELETE', `/${id}/shares/${share.id}`);
    expect(await listed(ravi)).toEqual([own]);
    expect(await found(ravi, 'zebrafish', 'hybrid')).not.toContain(shared);
    expect((await chat(ravi, 'When is the health insurance valid until?')).citations.map((one) => one.documentId)).not.toContain(shared);
    for (const [method, path] of routes(shared)) expect(await ask(ravi, 'documents', method, path)).toMatchObject({ status: 404 });
  });

  it('shows identity numbers to its owner only', async () => {
    const { id, people } = await family(['asha', 'ravi']);
    const [asha, ravi] = [people.asha!, people.ravi!];
    const document = await put(asha, `(scan) ${passport}`);
    await process();
    await ok(asha, 'family', 'POST', `/${id}/shares`, { documentId: document, permission: 'edit' });
    const words = `/${document}/pages/1/words`;
    expect(JSON.stringify(await ok(asha, 'documents', 'GET', words))).toMatch(/Z7654321.*6789/);
    expect(JSON.stringify(await ok(asha, 'documents', 'GET', `/${document}`))).toContain('Z7654321');
    for (const [room, method, path, body] of [
      ['documents', 'GET', `/${document}`], ['documents', 'GET', `/${document}/text`], ['documents', 'GET', words], ['documents', 'GET', '/'], ['search', 'POST', '/', { query: 'passport' }],
      ['chat', 'POST', '/', { conversationId: 'p', message: 'What is the passport number?' }], ['documents', 'GET', `/${document}/activity`],
    ] as const) {
      const seen = JSON.stringify(await ok(ravi, room, method, path, body));
      expect(seen, path).not.toMatch(/Z7654321|2345 ?6789 ?0124|"6789"/);
    }
    const masked = (await ok<{ fields: { name: string; value: string }[] }>(ravi, 'documents', 'GET', `/${document}`)).fields;
    const number = masked.find((field) => /Number$/.test(field.name) && String(field.value).includes('X'))!;
    expect(number.value).toMatch(/^X+.{4}$/);
    await ok(ravi, 'documents', 'PATCH', `/${document}`, { fields: Object.fromEntries(masked.map((field) => [field.name, field.value])), title: 'Passport of Asha' });
    const whole = await ok<{ title: string; fields: { name: string; value: string }[] }>(asha, 'documents', 'GET', `/${document}`);
    expect(whole.title).toBe('Passport of Asha');
    expect(whole.fields.find((field) => field.name === number.name)!.value).toMatch(/7654321$/);
  });

  it('for editing is put right by grown members; file, place, trash and sharing on stay the owner\'s', async () => {
    const { id, people } = await family(['asha', 'ravi', 'nani', 'kabir']);
    const [asha, ravi, nani, kabir] = [people.asha!, people.ravi!, people.nani!, people.kabir!];
    const document = await put(asha, policy);
    await process();
    const seen = { documentId: document, permission: 'edit' };
    await ok(asha, 'family', 'POST', `/${id}/shares`, seen);
    expect(await ok(ravi, 'documents', 'PATCH', `/${document}`, { title: 'Health cover', person: 'Asha', expiresOn: '2028-01-01', fields: { issuer: 'Star Health' } })).toMatchObject({ title: 'Health cover', expiresOn: '2028-01-01', ownerId: asha.actor.userId });
    expect(await found(asha, 'health cover')).toEqual([document]);
    for (const reader of [nani, kabir]) expect(await ask(reader, 'documents', 'PATCH', `/${document}`, { title: 'x' })).toMatchObject({ status: 403, body: { error: { code: 'document.view_only' } } });
    const folder = await ok<{ id: string }>(ravi, 'documents', 'POST', '/folders', { name: 'Mine' });
    for (const [method, path, body] of [
      ['DELETE', `/${document}`], ['DELETE', `/${document}?permanent=true`], ['POST', `/${document}/restore`], ['PATCH', `/${document}`, { folderId: folder.id }],
      ['PATCH', `/${document}`, { tags: ['x'] }],
    ] as const) {
      expect({ method, path, ...(await ask(ravi, 'documents', method, path, body)) }).toMatchObject({ status: 403, body: { error: { code: 'document.owner_only' } } });
    }
    expect(await ask(ravi, 'family', 'POST', `/${id}/shares`, seen)).toMatchObject({ status: 403, body: { error: { code: 'document.owner_only' } } });
    const form = new FormData();
    form.append('file', new Blob(['%PDF-1.7\nthe cover of next year']), 'x.pdf');
    expect((await asha.call.documents(`/${document}/versions`, { method: 'POST', body: form })).status).toBe(201);
    expect((await ok<{ items: { version: number }[] }>(ravi, 'documents', 'GET', `/${document}/versions`)).items.map((one) => one.version)).toEqual([2]);
    expect(await ask(ravi, 'documents', 'GET', `/${document}/file?version=1`)).toMatchObject({ status: 404 });
    expect((await ravi.call.documents(`/${document}/versions`, { method: 'POST', body: form })).status).toBe(403);
    expect(await ok(ravi, 'documents', 'POST', '/bulk', { action: 'trash', documentIds: [document] })).toMatchObject({ succeeded: 0, failed: [{ documentId: document, code: 'document.owner_only' }] });
    await ok(asha, 'documents', 'DELETE', `/${document}`);
    expect(await ask(ravi, 'documents', 'GET', `/${document}`)).toMatchObject({ status: 404 });
    expect(await listed(ravi, 'trashed=true')).toEqual([]);
    await ok(asha, 'documents', 'POST', `/${document}/restore`);
    expect(await ok(ravi, 'documents', 'GET', `/${document}`)).toMatchObject({ title: 'Health cover' });
  });

  it('as a folder brings all inside it, now and later, but for what is held back', async () => {
    const { id, people } = await family(['asha', 'ravi', 'meera']);
    const [asha, ravi, meera] = [people.asha!, people.ravi!, people.meera!];
    const house = await ok<{ id: string }>(asha, 'documents', 'POST', '/folders', { name: 'House' });
    const inner = await ok<{ id: string }>(asha, 'documents', 'POST', '/folders', { name: 'Inner', parentId: house.id });
    const other = await ok<{ id: string }>(asha, 'documents', 'POST', '/folders', { name: 'Other' });
    const [deed, will] = [await put(asha, 'SALE DEED of the house', { folderId: house.id }), await put(asha, 'LAST WILL', { folderId: inner.id })];
    await put(asha, 'elsewhere', { folderId: other.id });
    await ok(asha, 'family', 'POST', `/${id}/shares`, { folderId: house.id });
    expect((await listed(ravi)).sort()).toEqual([deed, will].sort());
    expect(await listed(ravi, `folderId=${inner.id}`)).toEqual([will]);
    const folders = await ok<{ items: { name: string; ownerId: string; documentCount: number }[] }>(ravi, 'documents', 'GET', '/folders');
    expect(folders.items.map((one) => [one.name, one.ownerId, one.documentCount])).toEqual([['House', asha.actor.userId, 1], ['Inner', asha.actor.userId, 1]]);
    await ok(asha, 'family', 'POST', `/${id}/shares`, { documentId: will, release: 'never', memberId: ravi.actor.userId });
    expect(await listed(ravi)).toEqual([deed]);
    expect((await listed(meera)).sort()).toEqual([deed, will].sort());
    const later = await put(asha, 'PROPERTY TAX receipt', { folderId: house.id });
    expect((await listed(ravi)).sort()).toEqual([deed, later].sort());
    await ok(asha, 'documents', 'PATCH', `/${deed}`, { folderId: other.id });
    expect(await listed(ravi)).toEqual([later]);
    expect(await ask(ravi, 'documents', 'PATCH', `/folders/${house.id}`, { name: 'x' })).toMatchObject({ status: 403, body: { error: { code: 'folder.owner_only' } } });
    expect(await ask(ravi, 'documents', 'DELETE', `/folders/${house.id}`)).toMatchObject({ status: 403 });
    expect((await ok<{ folderId: string | null }>(ravi, 'documents', 'GET', `/${later}`)).folderId).toBe(house.id);
    const seen = (await ok<{ items: { documentId: string; release: string }[] }>(asha, 'family', 'GET', `/${id}/members/${ravi.actor.userId}/documents`)).items;
    expect(new Map(seen.map((one) => [one.documentId, one.release]))).toEqual(new Map([[will, 'never'], [later, 'now']]));
  });

  it('is one\'s own, with somebody of the vault', async () => {
    const { id, people } = await family(['asha', 'ravi', 'nani', 'kabir']);
    const [asha, ravi] = [people.asha!, people.ravi!];
    const stranger = await personOf('stranger');
    const theirs = await put(stranger, 'not yours');
    const mine = await put(asha, 'mine');
    const share = (as: Relative, body: unknown) => ask(as, 'family', 'POST', `/${id}/shares`, body);
    expect(await share(asha, { documentId: theirs })).toMatchObject({ status: 404, body: { error: { code: 'document.not_found' } } });
    expect(await share(asha, { documentId: crypto.randomUUID() })).toMatchObject({ status: 404 });
    expect(await share(asha, { folderId: crypto.randomUUID() })).toMatchObject({ status: 404, body: { error: { code: 'folder.not_found' } } });
    expect(await share(asha, { documentId: mine, memberId: stranger.actor.userId })).toMatchObject({ status: 404, body: { error: { code: 'member.not_found' } } });
    expect(await share(asha, { documentId: mine, memberId: asha.actor.userId })).toMatchObject({ status: 422 });
    expect(await share(ravi, { documentId: mine })).toMatchObject({ status: 404 });
    for (const reader of [people.nani!, people.kabir!]) expect(await share(reader, { everything: true })).toMatchObject({ status: 403, body: { error: { code: 'vault.role_forbidden' } } });
    const first = await share(asha, { documentId: mine });
    const again = await share(asha, { documentId: mine, permission: 'edit' });
    expect(again.body).toMatchObject({ id: first.body.id, permission: 'edit' });
    expect(await ask(ravi, 'family', 'DELETE', `/${id}/shares/${String(first.body.id)}`)).toMatchObject({ status: 403 });
  });

  it('ends for a member who is removed, in the session they have open, and both ways', async () => {
    const { id, people } = await family(['asha', 'ravi']);
    const [asha, ravi] = [people.asha!, people.ravi!];
    const hers = await put(asha, policy);
    const his = await put(ravi, 'RAVI LEASE AGREEMENT with a wombat clause');
    await process();
    await ok(asha, 'family', 'POST', `/${id}/shares`, { everything: true });
    await ok(ravi, 'family', 'POST', `/${id}/shares`, { documentId: his });
    expect((await listed(ravi)).sort()).toEqual([hers, his].sort());
    expect((await listed(asha)).sort()).toEqual([hers, his].sort());
    await ok(asha, 'family', 'DELETE', `/${id}/members/${ravi.actor.userId}`);
    expect(await listed(ravi)).toEqual([his]);
    expect(await listed(asha)).toEqual([hers]);
    expect(await found(ravi, 'zebrafish', 'hybrid')).not.toContain(hers);
    expect(await found(asha, 'wombat', 'hybrid')).not.toContain(his);
    expect(await ask(ravi, 'documents', 'GET', `/${hers}/file`)).toMatchObject({ status: 404 });
    expect(await ask(ravi, 'family', 'GET', `/${id}/members`)).toMatchObject({ status: 404 });
    expect((await inbox(ravi)).map((one) => one.kind)).toContain('family.left');
  });
});
