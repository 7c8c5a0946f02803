import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newHome, removeHome, settled, signIn, signUp, startProduct, uploadRaw, type Member, type Product, type Uploaded } from '@docuvault/testing/product.ts';
import { missingSamples, sample, samplesOf } from './samples.ts';

type Found = { results: { documentId: string; title: string; page: number | null; snippet: string }[]; total: number };
type Answer = { answer: string; grounded: boolean; citations: { documentId: string; page: number; quote: string }[]; provider: string };

describe.skipIf(missingSamples() !== null)('the main job, on a fresh machine', () => {
  const home = newHome();
  let product: Product;
  let asha: Member;
  const ids = new Map<string, string>();
  beforeAll(async () => {
    product = await startProduct(home, { RATE_LIMITS: 'off' });
    asha = await signUp(product);
  });
  afterAll(async () => {
    await product.stop();
    removeHome(home);
  });

  it('takes in every sample, and each ends completed or failed with the right reason', async () => {
    const all = [...samplesOf('invoices'), ...samplesOf('documents'), ...samplesOf('broken')];
    for (const one of all) {
      const answer = await uploadRaw(asha, one.read(), one.name);
      expect([200, 201], `${one.path}: ${answer.status}`).toContain(answer.status);
      ids.set(one.path, ((await answer.json()) as Uploaded).document.id);
    }
    const ends = new Map<string, string>();
    for (const [path, id] of ids) {
      const end = await settled(asha, id, 240_000);
      ends.set(path, end.failure?.code ?? end.status);
    }
    expect(ends.get('broken/password.pdf')).toBe('processing.password_required');
    expect(ends.get('broken/copy-protected.pdf')).toBe('completed');
    expect(['completed', 'processing.unreadable']).toContain(ends.get('broken/invalid-pdf-structure-pdfminer-one-page.pdf'));
    for (const [path, end] of ends) if (!path.startsWith('broken/')) expect(end, path).toBe('completed');
  }, 300_000);

  it('opens a locked file when its password comes', async () => {
    const id = ids.get('broken/password.pdf')!;
    await asha.post('document-processor', { documentId: id, password: 'password' });
    expect((await settled(asha, id)).status).toBe('completed');
  });

  it('stores the same bytes once', async () => {
    const again = await uploadRaw(asha, sample('invoices/oyo.pdf'), 'copy.pdf');
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({ duplicate: true, document: { id: ids.get('invoices/oyo.pdf') } });
  });

  it('gives the original back byte for byte, and a range of it', async () => {
    const id = ids.get('invoices/AzureInterior.pdf')!;
    const original = sample('invoices/AzureInterior.pdf');
    const whole = await asha.call(`documents/${id}/file`);
    expect(Buffer.from(await whole.arrayBuffer()).equals(original)).toBe(true);
    expect(whole.headers.get('x-content-type-options')).toBe('nosniff');
    const part = await asha.call(`documents/${id}/file`, { headers: { range: 'bytes=1000-1999' } });
    expect(part.status).toBe(206);
    expect(Buffer.from(await part.arrayBuffer()).equals(original.subarray(1000, 2000))).toBe(true);
  });

  it('finds a scan by what is written on it', async () => {
    const found = await asha.post<Found>('search-engine', { query: 'resort nanganallur', mode: 'hybrid' });
    expect([ids.get('invoices/oyo-scan.png'), ids.get('invoices/oyo.pdf')]).toContain(found.results[0]?.documentId);
    expect(found.results[0]!.snippet).toContain('<mark>');
  });

  it('answers with the number, and the page to open', async () => {
    const answer = await asha.post<Answer>('ai-chat', { conversationId: 'e2e', message: 'What is the total on the Azure Interior invoice?' });
    expect(answer).toMatchObject({ grounded: true, provider: 'local' });
    expect(answer.answer).toContain('279.84');
    expect(answer.citations[0]).toMatchObject({ documentId: ids.get('invoices/AzureInterior.pdf'), page: expect.any(Number) as number });
    expect(answer.citations[0]!.quote).toContain('279.84');
  });

  it('says so when the vault does not hold it', async () => {
    const answer = await asha.post<Answer>('ai-chat', { conversationId: 'e2e-2', message: 'When does my Norwegian residence permit expire?' });
    expect(answer).toMatchObject({ grounded: false, citations: [] });
  });

  it('shows another person none of it', async () => {
    const stranger = await signUp(product, 'stranger');
    const id = ids.get('invoices/oyo.pdf')!;
    for (const path of [`documents/${id}`, `documents/${id}/text`, `documents/${id}/file`, `documents/${id}/thumbnail`, `documents/${id}/similar`, `documents/${id}/activity`, `document-processor/${id}`]) {
      expect((await stranger.call(path)).status, path).toBe(404);
    }
    expect((await stranger.post<Found>('search-engine', { query: 'resort nanganallur' })).total).toBe(0);
    expect((await stranger.json<{ items: unknown[] }>('documents')).items).toEqual([]);
  });

  it('opens to a key of its owner as far as the key goes, over every door', async () => {
    const made = await asha.post<{ id: string; key: string }>('account/api-keys', { name: 'Scanner', scopes: ['documents:read', 'search-engine:read'] });
    const with_ = (path: string, init: RequestInit = {}) => fetch(`${product.url}${path}`, { ...init, headers: { apikey: made.key, authorization: `Bearer ${made.key}`, 'content-type': 'application/json' } });
    const post = (path: string, body: unknown) => with_(path, { method: 'POST', body: JSON.stringify(body) });
    const id = ids.get('invoices/oyo.pdf')!;
    expect((await with_(`/functions/v1/documents/${id}`)).status).toBe(200);
    expect(await (await post('/functions/v1/search-engine', { query: 'oyo' })).json()).toMatchObject({ results: expect.arrayContaining([expect.objectContaining({ documentId: id })]) as unknown });
    expect((await with_(`/functions/v1/documents/${id}`, { method: 'DELETE' })).status).toBe(403);
    for (const path of ['account/api-keys', 'account/profile', 'account/export', 'family-vault']) expect((await with_(`/functions/v1/${path}`)).status, path).toBe(403);
    expect((await post('/functions/v1/account/delete', { confirm: true, immediately: true })).status).toBe(403);
    expect((await post('/functions/v1/ai-chat', { conversationId: 'k', message: 'hello' })).status).toBe(403);
    expect((await post('/storage/v1/object/list/documents', { prefix: '' })).ok, 'storage').toBe(false);
    expect((await with_('/auth/v1/user')).ok, 'auth').toBe(false);
    expect((await asha.call(`account/api-keys/${made.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await with_(`/functions/v1/documents/${id}`)).status).toBe(401);
  });

  it('has everything after a restart, and after a kill', async () => {
    expect(await product.stop('SIGTERM')).toBe(0);
    product = await startProduct(home, { RATE_LIMITS: 'off' });
    asha = await signIn(product, asha.email, asha.password);
    const before = (await asha.json<{ items: { id: string }[] }>('documents?limit=200')).items.map((d) => d.id).sort();
    expect(before).toHaveLength(new Set(ids.values()).size);
    await product.stop('SIGKILL');
    product = await startProduct(home, { RATE_LIMITS: 'off' });
    asha = await signIn(product, asha.email, asha.password);
    const after = (await asha.json<{ items: { id: string }[] }>('documents?limit=200')).items.map((d) => d.id).sort();
    expect(after).toEqual(before);
    const found = await asha.post<Found>('search-engine', { query: 'resort nanganallur' });
    expect(found.total).toBeGreaterThan(0);
  });

  it('finishes, after kills in the middle of its work, all that it had acknowledged, without being asked again', async () => {
    const pictures = Array.from({ length: 12 }, (_, i) => Buffer.concat([sample('documents/DA-1p.png'), Buffer.from(String(i))]));
    const taken: string[] = [];
    for (const [i, picture] of pictures.entries()) taken.push(((await (await uploadRaw(asha, picture, `scan-${i}.png`)).json()) as Uploaded).document.id);
    for (let kill = 0; kill < 3; kill++) {
      await settled(asha, taken[kill * 2]!, 240_000);
      await product.stop('SIGKILL');
      product = await startProduct(home, { RATE_LIMITS: 'off' });
      asha = await signIn(product, asha.email, asha.password);
    }
    for (const id of taken) {
      const end = await settled(asha, id, 240_000);
      expect(end.status, `${end.failure?.code ?? ''} ${end.failure?.message ?? ''}\n${product.log()}`).toBe('completed');
    }
  }, 900_000);
});
