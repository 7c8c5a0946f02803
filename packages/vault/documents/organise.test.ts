import { describe, expect, it } from 'vitest';
import { openHousehold, type Doc, type List } from './test/household.ts';

const { answer, fresh, get, put, send } = await openHousehold();

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
