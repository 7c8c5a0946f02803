import { describe, expect, it } from 'vitest';
import { openHousehold, type List } from './test/household.ts';

const { answer, call, fresh, get, process, put, send, stranger } = await openHousehold();

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
      ['GET', `/${id}/file`], ['GET', `/${id}/thumbnail`], ['GET', `/${id}/activity`], ['GET', `/${id}/versions`], ['GET', `/${id}/similar`], ['GET', `/${id}/suggestions`],
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
