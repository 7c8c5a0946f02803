import { describe, expect, it } from 'vitest';
import type { ApiKey, ApiKeyMade } from '@docuvault/contract/account.ts';
import { createPerson } from '@docuvault/testing/database.ts';
import { callerOf, openTestVault, type Caller } from '@docuvault/testing/vault.ts';
import { accountRoom } from '../account.routes.ts';
import { ownerOfKey } from './key-owner.ts';

const vault = await openTestVault();
const room = accountRoom(vault);
const enter = async (name: string) => {
  const actor = await createPerson(vault.db, name);
  return { actor, call: callerOf(room, actor) };
};
const post = (call: Caller, body: unknown, headers: Record<string, string> = {}) => call('/api-keys', { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } });
const made = async (call: Caller, body: unknown) => (await (await post(call, body)).json()) as ApiKeyMade;
const codeOf = async (answer: Promise<Response>) => {
  const got = await answer;
  return `${String(got.status)} ${((await got.json()) as { error: { code: string } }).error.code}`;
};

describe('a key for programs', () => {
  it('is told once, stands for its owner, and is listed without itself', async () => {
    const { actor, call } = await enter('asha');
    const key = await made(call, { name: 'Scanner', scopes: ['document-upload:write', 'documents:read', 'documents:read'] });
    expect(key).toMatchObject({ name: 'Scanner', scopes: ['document-upload:write', 'documents:read'], key: expect.stringMatching(/^dvk_[\w-]{43}$/) as string, lastUsedAt: null });
    expect(await ownerOfKey(vault, key.key)).toMatchObject({ role: 'authenticated', userId: actor.userId, scopes: key.scopes });
    const listed = await (await call('/api-keys')).text();
    expect(listed).not.toContain(key.key);
    expect((JSON.parse(listed) as { items: ApiKey[] }).items).toMatchObject([{ id: key.id, hint: key.key.slice(0, 10), lastUsedAt: vault.clock.now().toISOString() }]);
    const other = await enter('ravi');
    expect(await (await other.call('/api-keys')).json()).toEqual({ items: [], nextCursor: null });
    expect(await codeOf(other.call(`/api-keys/${key.id}`, { method: 'DELETE' }))).toBe('404 api_key.not_found');
    expect((await call(`/api-keys/${key.id}`, { method: 'DELETE' })).status).toBe(204);
    expect(await ownerOfKey(vault, key.key)).toBeNull();
  });

  it('ends when its time is over, and is not guessed', async () => {
    const { call } = await enter('asha');
    const { key } = await made(call, { name: 'A day', scopes: ['search-engine:read'], expiresAt: new Date(vault.clock.now().getTime() + 86_400_000).toISOString() });
    expect(await ownerOfKey(vault, key)).not.toBeNull();
    expect(await ownerOfKey(vault, `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`)).toBeNull();
    expect(await ownerOfKey(vault, 'dvk_')).toBeNull();
    vault.clock.advance(86_400_001);
    expect(await ownerOfKey(vault, key)).toBeNull();
  });

  it('is the same one for the same Idempotency-Key', async () => {
    const { call } = await enter('asha');
    const headers = { 'idempotency-key': 'once' };
    const first = (await (await post(call, { name: 'x', scopes: ['documents:read'] }, headers)).json()) as ApiKeyMade;
    expect(await (await post(call, { name: 'x', scopes: ['documents:read'] }, headers)).json()).toEqual(first);
  });

  it('is refused for what no key may do, and beyond fifty', async () => {
    const { call } = await enter('asha');
    for (const body of [{}, { name: '', scopes: ['documents:read'] }, { name: 'x', scopes: [] }, { name: 'x', scopes: ['account:read'] }, { name: 'x', scopes: ['documents'] }, { name: 'x', scopes: ['documents:read'], expiresAt: 'soon' }]) {
      expect(await codeOf(post(call, body)), JSON.stringify(body)).toBe('400 request.invalid');
    }
    expect(await codeOf(post(call, { name: 'x', scopes: ['documents:read'], expiresAt: '2001-01-01T00:00:00Z' }))).toBe('422 api_key.expires_in_past');
    for (let i = 0; i < 50; i += 1) await made(call, { name: `key ${String(i)}`, scopes: ['documents:read'] });
    expect(await codeOf(post(call, { name: 'one more', scopes: ['documents:read'] }))).toBe('422 api_key.too_many');
  });
});
