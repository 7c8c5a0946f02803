import { describe, expect, it } from 'vitest';
import { openHousehold, type Doc, type List } from './test/household.ts';

const { call, fresh, get, put, send, stranger, titles } = await openHousehold();

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
