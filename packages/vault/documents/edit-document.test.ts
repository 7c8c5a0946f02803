import { describe, expect, it } from 'vitest';
import { openHousehold, type Doc } from './test/household.ts';

const { answer, fresh, get, me, process, put, send, stranger } = await openHousehold();

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

  it('that expires no more has no field that says otherwise, also when it is read again', async () => {
    await fresh();
    const id = await put('some words');
    await process();
    await send('PATCH', `/${id}`, { expiresOn: '2031-01-01' });
    expect((await answer(send('PATCH', `/${id}`, { expiresOn: null }))).body).toMatchObject({ expiresOn: null, fields: [] });
    await send('POST', '/bulk', { action: 'reprocess', documentIds: [id] });
    await process();
    expect(await get<Doc>(`/${id}`)).toMatchObject({ expiresOn: null, fields: [] });
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
    expect(items[0]).toMatchObject({ details: { changed: ['title'] }, actorId: me().userId });
  });
});
