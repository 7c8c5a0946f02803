import { describe, expect, it } from 'vitest';
import { openHousehold, type Doc, type List } from './test/household.ts';

const { answer, call, fresh, get, put, send } = await openHousehold();

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

  it('are left alone where a condition of the filter is not known', async () => {
    await fresh();
    await put();
    expect(await answer(send('POST', '/bulk', { action: 'trash', filter: { categry: 'tax' } }))).toMatchObject({ status: 400, body: { error: { code: 'request.invalid' } } });
    expect((await get<List>('/')).items).toHaveLength(1);
  });

  it.each([
    [{ action: 'tag', documentIds: ['x'] }], [{ action: 'trash' }], [{ action: 'fly', documentIds: ['x'] }], [{ action: 'trash', documentIds: [] }],
    [{ action: 'trash', documentIds: ['x'], filter: {} }], [{ action: 'trash', documentIds: Array.from({ length: 501 }, () => crypto.randomUUID()) }],
  ])('refuses %#', async (body) => {
    await fresh();
    expect((await send('POST', '/bulk', body)).status).toBe(400);
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
