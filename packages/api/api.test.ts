import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { createTestClock } from '@docuvault/core/clock.ts';
import { forbidden, unauthenticated } from '@docuvault/core/errors.ts';
import { createJsonLogger } from '@docuvault/core/logger.ts';
import { createRoom } from '@docuvault/vault/http/room.ts';
import { createApi } from './api.ts';
import { createSlidingWindow } from './sliding-window.ts';

const apiWithLimit = (limit: number) => {
  const { room, route } = createRoom('papers');
  route({ method: 'get', path: '/', access: 'user', summary: 'All of them' }, () => ({ items: [] }));
  route({ method: 'get', path: '/progress', access: 'public', summary: 'How far', uncounted: true }, () => ({ progress: 1 }));
  route({ method: 'post', path: '/echo', access: 'user', summary: 'The same again', body: z.object({ action: z.string() }) }, ({ body }) => body);
  return createApi({
    rooms: [room],
    authenticator: {
      fromToken: (token) => token === 'half.a.token' ? Promise.reject(forbidden('auth.second_factor_required', 'The code, please.')) : token === 'asha.s.token' ? Promise.resolve({ role: 'authenticated', userId: 'asha', sessionId: null, email: null, aal: 'aal1', claims: {} }) : Promise.reject(unauthenticated()),
      fromApiKey: (key) => Promise.resolve(key.startsWith('dvk_') ? { role: 'authenticated', userId: 'asha', sessionId: null, email: null, aal: 'aal1', claims: {}, scopes: [key.slice(4)] } : { role: key === 'service' ? 'service_role' : 'anon' }),
    },
    rate: { limiter: createSlidingWindow(createTestClock()), limitOf: () => Promise.resolve(limit) },
    log: createJsonLogger(() => undefined),
    version: '0',
    clientAddress: () => '192.0.2.1',
    record: () => undefined,
  });
};

const ask = (api: ReturnType<typeof apiWithLimit>, path: string, init: RequestInit = {}) => api.request(`/functions/v1/papers${path}`, init);
const asha = { headers: { authorization: 'Bearer asha.s.token' } };
const remaining = (response: Response) => response.headers.get('ratelimit-remaining');

describe('the API', () => {
  it('tells on every answer how many calls are left', async () => {
    const api = apiWithLimit(5);
    expect(remaining(await ask(api, '', asha))).toBe('4');
    expect(remaining(await ask(api, '/nowhere', asha))).toBe('3');
    const progress = await ask(api, '/progress', asha);
    expect([progress.status, remaining(progress), progress.headers.get('ratelimit-limit')]).toEqual([200, '3', '5']);
  });

  it('counts attempts with bad tokens by address, and in the end no longer looks at them', async () => {
    const api = apiWithLimit(2);
    const forged = { headers: { authorization: 'Bearer forged.a.token' } };
    expect([(await ask(api, '', forged)).status, (await ask(api, '', forged)).status]).toEqual([401, 401]);
    const refused = await ask(api, '', forged);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask(api, '', asha)).status).toBe(200);
  });

  it('lets whoever has not given their second factor do what anybody may, and no more', async () => {
    const api = apiWithLimit(5);
    const half = { headers: { authorization: 'Bearer half.a.token' } };
    const answer = await ask(api, '', half);
    expect([answer.status, await answer.json()]).toMatchObject([403, { error: { code: 'auth.second_factor_required' } }]);
    expect((await ask(api, '/progress', half)).status).toBe(200);
  });

  it('lets a key do what its scope says', async () => {
    const api = apiWithLimit(50);
    const status = async (scope: string, method: string) =>
      (await ask(api, method === 'GET' ? '' : '/echo', { method, headers: { authorization: `Bearer dvk_${scope}`, 'content-type': 'application/json' }, ...(method === 'GET' ? {} : { body: '{"action":"x"}' }) })).status;
    expect([await status('papers:read', 'GET'), await status('papers:read', 'POST'), await status('papers:write', 'GET'), await status('papers:write', 'POST'), await status('letters:write', 'GET')]).toEqual([200, 403, 200, 200, 403]);
    expect(await (await ask(api, '', { headers: { apikey: 'dvk_letters:read' } })).json()).toMatchObject({ error: { code: 'auth.scope_missing' } });
  });

  it('takes a path with a slash at its end as the one without', async () => {
    const api = apiWithLimit(5);
    expect([(await ask(api, '/', asha)).status, (await ask(api, '/?x=1', asha)).status, (await ask(api, '//', asha)).status]).toEqual([200, 200, 404]);
    expect(remaining(await ask(api, '/progress/', asha))).toBe('2');
  });

  it('knows the service role, and lets it do nothing that only a person may', async () => {
    const api = apiWithLimit(5);
    const answer = await ask(api, '', { headers: { apikey: 'service' } });
    expect([answer.status, await answer.json()]).toMatchObject([403, { error: { code: 'auth.person_required' } }]);
    expect((await ask(api, '', { headers: { authorization: 'Bearer service' } })).status).toBe(403);
    expect((await ask(api, '', { headers: { apikey: 'anon' } })).status).toBe(401);
  });

  it('tells whoever asks by OPTIONS that every origin may call', async () => {
    const answer = await ask(apiWithLimit(5), '', { method: 'OPTIONS' });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
    expect(answer.headers.get('access-control-allow-methods')).toContain('PATCH');
  });

  it('is warmed by anybody, within the limit of an address', async () => {
    const api = apiWithLimit(1);
    const warm = { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': '19' }, body: '{"action": "warm"}' };
    const answer = await ask(api, '', warm);
    expect(await answer.json()).toEqual({ status: 'warm', function: 'papers' });
    expect(remaining(answer)).toBe('0');
    expect((await ask(api, '', warm)).status).toBe(429);
  });

  it('is warmed by a body of unknown length and type too, and leaves other bodies whole', async () => {
    const api = apiWithLimit(9);
    const chunked = (text: string) => ({ method: 'POST', headers: { ...asha.headers, 'transfer-encoding': 'chunked' }, body: new Blob([text]).stream(), duplex: 'half' });
    expect(await (await ask(api, '', chunked('{"action":"warm"}'))).json()).toEqual({ status: 'warm', function: 'papers' });
    for (const text of ['{"action":"wait"}', JSON.stringify({ action: 'x'.repeat(5_000) })]) expect(await (await ask(api, '/echo', chunked(text))).json()).toEqual(JSON.parse(text));
  });
});
