import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Consent } from '@docuvault/contract/account.ts';
import type { UserActor } from '@docuvault/core/actor.ts';
import type { LanguageModel } from '@docuvault/core/language-model.ts';
import type { PageReader } from '@docuvault/core/page-reader.ts';
import { createPerson } from '@docuvault/testing/database.ts';
import { callerOf, openTestVault } from '@docuvault/testing/vault.ts';
import { accountRoom } from './account.routes.ts';

const vault = await openTestVault();
const reader: PageReader = { provider: 'google_vision', host: 'vision.googleapis.com', read: () => Promise.resolve([]), check: () => Promise.resolve() };
const sends = accountRoom({ ...vault, outside: { reader, pagesPerMonth: 40 } });
const keeps = accountRoom(vault);
let asha: UserActor;
beforeAll(async () => { asha = await createPerson(vault.db, 'asha'); });
const list = async (room = sends, actor = asha) => ((await (await callerOf(room, actor)('/consents')).json()) as { items: Consent[] }).items;
const decide = async (granted: boolean, room = sends, actor = asha) => {
  const answer = await callerOf(room, actor)('/consents', { method: 'POST', body: JSON.stringify({ purpose: 'outside_reading', granted }), headers: { 'content-type': 'application/json' } });
  return { status: answer.status, body: (await answer.json()) as { error?: { code: string } } };
};

describe('what may leave the vault', () => {
  it('is nothing where the operator sends nothing out; then there is only a no', async () => {
    expect(await list(keeps)).toEqual([]);
    expect(await decide(true, keeps)).toMatchObject({ status: 503, body: { error: { code: 'consent.nothing_leaves' } } });
    expect((await decide(false, keeps)).status).toBe(201);
  });

  it('is not agreed to until it is, says to whom and how much, and is taken back at any time; every decision is kept', async () => {
    expect(await list()).toMatchObject([{ purpose: 'outside_reading', recipient: 'google_vision', host: 'vision.googleapis.com', granted: false, pagesUsed: 0, pagesPerMonth: 40 }]);
    expect((await decide(true)).status).toBe(201);
    expect((await list())[0]).toMatchObject({ granted: true, decidedAt: vault.clock.now().toISOString() });
    vault.clock.advance(1000);
    await decide(false);
    expect((await list())[0]).toMatchObject({ granted: false });
    const kept = await vault.db.asUser(asha, (tx) => tx.query(sql`select granted from public.consents where user_id = ${asha.userId} order by decided_at, id`));
    expect(kept).toEqual([{ granted: false }, { granted: true }, { granted: false }]);
  });

  it('to language models names every one of them, where it is reached, and what the month allows; another one is asked for anew', async () => {
    const model = (provider: string, host: string): LanguageModel => ({ provider, host, modelFor: () => 'm', paused: () => null, stream: () => { throw new Error('not asked'); }, check: () => Promise.resolve() });
    const one = accountRoom({ ...vault, models: [model('openai', 'api.openai.com')] });
    const two = accountRoom({ ...vault, models: [model('openai', 'api.openai.com'), model('anthropic', 'api.anthropic.com')] });
    const agree = (room: typeof one) => callerOf(room, asha)('/consents', { method: 'POST', body: JSON.stringify({ purpose: 'language_models', granted: true }), headers: { 'content-type': 'application/json' } });
    expect((await agree(keeps)).status).toBe(503);
    vault.clock.advance(1000);
    expect((await agree(one)).status).toBe(201);
    expect(await list(one)).toEqual([{
      purpose: 'language_models', recipient: 'openai', host: 'api.openai.com', granted: true, decidedAt: vault.clock.now().toISOString(), callsUsed: 0, callsPerMonth: 50,
      recipients: [{ provider: 'openai', host: 'api.openai.com' }],
    }]);
    expect(await list(two)).toMatchObject([{ recipient: 'openai, anthropic', host: 'api.openai.com, api.anthropic.com', granted: false }]);
    expect(await list(accountRoom({ ...vault, models: [model('openai', 'proxy.test')] })), 'the same name at another address is another recipient').toMatchObject([{ granted: false }]);
    expect((await list())[0], 'the one for reading is another one').toMatchObject({ purpose: 'outside_reading', granted: false });
  });

  it('cannot be agreed to by a child’s account that others look after, by no way', async () => {
    const child = await createPerson(vault.db, 'child');
    const vaultId = crypto.randomUUID();
    await vault.db.asService('test child', async (tx) => {
      await tx.query(sql`insert into public.family_vaults (id, name, created_by) values (${vaultId}, 'Family', ${asha.userId})`);
      await tx.query(sql`insert into public.family_members (vault_id, user_id, role) values (${vaultId}, ${asha.userId}, 'owner'), (${vaultId}, ${child.userId}, 'child')`);
      await tx.query(sql`insert into private.child_accounts (user_id, vault_id, made_by, sign_in_name) values (${child.userId}, ${vaultId}, ${asha.userId}, 'child-abcde@child.invalid')`);
    });
    expect(await decide(true, sends, child)).toMatchObject({ status: 403, body: { error: { code: 'consent.child' } } });
    const straight = (granted: boolean, as = child) => vault.db.asUser(as, (tx) => tx.query(sql`insert into public.consents (id, user_id, purpose, recipient, granted) values (${crypto.randomUUID()}, ${child.userId}, 'outside_reading', 'google_vision', ${granted})`));
    await expect(straight(true)).rejects.toThrow();
    await expect(straight(true, asha)).rejects.toThrow();
    await straight(false);
    expect((await decide(false, sends, child)).status).toBe(201);
  });
});
