import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import type { AccountExport, Deletion } from '@docuvault/contract/account.ts';
import type { UserActor } from '@docuvault/core/actor.ts';
import { createPerson } from '@docuvault/testing/database.ts';
import { unzip } from '@docuvault/testing/unzip.ts';
import { callerOf, openTestVault, type Caller } from '@docuvault/testing/vault.ts';
import { ingestFile } from '../document-upload/ingest-file.ts';
import { store } from '../ai-chat/fixtures/family-vault.ts';
import { accountRoom } from './account.routes.ts';
import { eraseAccount, eraseDue } from './erasure/erase-account.ts';
import { ownedTables } from './export/owned-tables.ts';

const vault = await openTestVault();
const ended: string[] = [];
const room = accountRoom({ ...vault, publicUrl: 'https://vault.example.test', sessionsEnded: (ids) => ended.push(...ids) });
const enter = async (name: string): Promise<{ actor: UserActor; call: Caller }> => {
  const actor = await createPerson(vault.db, name);
  return { actor, call: callerOf(room, actor) };
};
const json = (call: Caller, method: string, path: string, body?: unknown) => call(path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }), headers: { 'content-type': 'application/json' } });
const read = async <T>(answer: Promise<Response>) => (await (await answer).json()) as T;
const codeOf = async (answer: Promise<Response>) => {
  const got = await answer;
  return `${String(got.status)} ${((await got.json()) as { error: { code: string } }).error.code}`;
};
async function* bytesOf(text: string) {
  yield await Promise.resolve(new TextEncoder().encode(text));
}
const upload = (actor: UserActor, fileName: string, text: string, folderId?: string) => ingestFile({ actor, deps: vault }, { fileName, stream: bytesOf(`%PDF-1.4 ${text}`), options: folderId ? { folderId } : {} });
const count = async (statement: ReturnType<typeof sql>): Promise<number> => (await vault.db.asService('test count', (tx) => tx.query<{ n: number }>(statement)))[0]!.n;
const documentsOf = (actor: UserActor) => count(sql`select count(*)::int as n from public.documents where user_id = ${actor.userId}`);
const filesOf = async (actor: UserActor): Promise<string[]> => {
  const keys: string[] = [];
  for await (const key of vault.blobs.list('documents/')) if (key.includes(actor.userId)) keys.push(key);
  return keys;
};

describe('everything of an account as one archive', () => {
  it('holds every original under its folder and name, the trash and all rows of the person, and nothing of anybody else', async () => {
    const { actor, call } = await enter('asha');
    const other = await enter('ravi');
    const folderId = crypto.randomUUID();
    await vault.db.asUser(actor, (tx) => tx.query(sql`insert into public.folders (id, user_id, name) values (${folderId}, ${actor.userId}, 'Car / 2026')`));
    await upload(actor, 'Policy.pdf', 'the policy', folderId);
    await upload(actor, 'policy.pdf', 'another policy', folderId);
    const { document } = await upload(actor, '../../etc/passwd.pdf', 'thrown away');
    await upload(other.actor, 'Hers.pdf', 'not to be seen');
    await vault.db.asUser(actor, (tx) => tx.query(sql`update public.documents set deleted_at = now() where id = ${document.id}`));
    await vault.db.asUser(actor, (tx) => tx.query(sql`insert into public.conversations (id, user_id, client_key) values (${crypto.randomUUID()}, ${actor.userId}, 'c')`));
    await vault.db.asUser(other.actor, (tx) => tx.query(sql`insert into public.conversations (id, user_id, client_key) values (${crypto.randomUUID()}, ${other.actor.userId}, 'theirs')`));

    const asked = await call('/export', { method: 'POST' });
    expect(asked.status).toBe(202);
    const made = (await asked.json()) as AccountExport;
    expect(made).toMatchObject({ status: 'ready', documents: 3, url: expect.stringMatching(/^https:\/\/vault\.example\.test\/functions\/v1\/account\/export\/[0-9a-f-]{36}\?token=[\w-]{43}$/) as string });
    const answer = await call(`/export/${made.id}`);
    expect(answer.headers.get('content-type')).toBe('application/zip');
    const files = await unzip(answer);
    expect(files.get('documents/Car _ 2026/Policy.pdf')).toBe('%PDF-1.4 the policy');
    expect(files.get('documents/Car _ 2026/policy (2).pdf')).toBe('%PDF-1.4 another policy');
    expect([...files.keys()].filter((name) => name.startsWith('trash/'))).toHaveLength(1);
    expect([...files.values()].join('\n')).not.toContain('not to be seen');
    expect([...files.values()].join('\n')).not.toContain('theirs');
    const rows = (name: string) => JSON.parse(files.get(`data/${name}.json`)!) as Record<string, unknown>[];
    expect(rows('documents')).toHaveLength(3);
    expect(rows('users')).toMatchObject([{ id: actor.userId, email: actor.email }]);
    expect(rows('conversations')).toMatchObject([{ client_key: 'c' }]);
    expect(rows('account_events').map(({ action }) => action)).toEqual(['export.requested', 'export.fetched']);
    expect(files.get('index.html')).toContain('documents/Car%20_%202026/Policy.pdf');

    const byToken = await callerOf(room, { role: 'anon' })(new URL(made.url).pathname.replace('/functions/v1/account', '') + new URL(made.url).search);
    expect([byToken.status, (await unzip(byToken)).size]).toEqual([200, files.size]);
  });

  it('is nobody else’s, needs its token, and closes after an hour', async () => {
    const { call } = await enter('asha');
    const other = await enter('ravi');
    const anybody = callerOf(room, { role: 'anon' });
    const { id, url } = await read<AccountExport>(call('/export', { method: 'POST' }));
    const { search } = new URL(url);
    expect(await codeOf(other.call(`/export/${id}`))).toBe('404 export.not_found');
    expect(await codeOf(anybody(`/export/${id}`))).toBe('404 export.not_found');
    expect(await codeOf(anybody(`/export/${id}?token=wrong`))).toBe('404 export.not_found');
    expect(await codeOf(anybody(`/export/${crypto.randomUUID()}${search}`))).toBe('404 export.not_found');
    expect(await codeOf(anybody('/export/42'))).toBe('404 export.not_found');
    vault.clock.advance(61 * 60_000);
    expect(await codeOf(anybody(`/export/${id}${search}`))).toBe('404 export.not_found');
    expect(await codeOf(call(`/export/${id}`))).toBe('404 export.not_found');
  });

  it('goes on over a file that cannot be read, and names it', async () => {
    const { actor, call } = await enter('asha');
    await upload(actor, 'good.pdf', 'still here');
    await upload(actor, 'lost.pdf', 'gone from the store');
    const [row] = await vault.db.asService('test finds a file', (tx) => tx.query<{ storage_key: string }>(sql`
      select b.storage_key from private.blobs b join public.documents d on d.blob_id = b.id where d.user_id = ${actor.userId} and d.file_name = 'lost.pdf'`));
    await vault.blobs.delete(row!.storage_key);
    const { id } = await read<AccountExport>(call('/export', { method: 'POST' }));
    const files = await unzip(await call(`/export/${id}`));
    expect(files.get('documents/good.pdf')).toBe('%PDF-1.4 still here');
    expect(JSON.parse(files.get('could not be read.json')!)).toEqual(['documents/lost.pdf']);
  });

  it('takes more rows than are read at a time, each once', async () => {
    const { actor, call } = await enter('asha');
    const id = await store(vault.db, actor, { key: 'long', title: 'A long paper', type: 'other', category: 'other', fields: {}, text: Array.from({ length: 1203 }, (_, page) => `page ${String(page + 1)}\n===\n`).join('') });
    const { id: exportId } = await read<AccountExport>(call('/export', { method: 'POST' }));
    const pages = JSON.parse((await unzip(await call(`/export/${exportId}`))).get('data/document_pages.json')!) as { document_id: string; page: number }[];
    expect(pages.filter(({ document_id }) => document_id === id).map(({ page }) => page)).toEqual(pages.map((_, i) => i + 1));
    expect(pages.length).toBeGreaterThan(1200);
  });

  it('covers every table that names a person, but for those that are made anew from documents', async () => {
    const { actor } = await enter('asha');
    const covered = new Set((await vault.db.asUser(actor, ownedTables)).map(({ name }) => name));
    const named = await vault.db.asService('test catalogue', (tx) => tx.query<{ name: string }>(sql`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attname = 'user_id'
      where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition order by 1`));
    expect(named.map(({ name }) => name).filter((name) => !covered.has(name))).toEqual(['account_exports', 'document_embeddings', 'document_search', 'embedding_sketches', 'idempotency_keys', 'performance_metrics', 'search_words'].filter((name) => named.some((one) => one.name === name)));
  });
});

describe('the erasure of an account', () => {
  it('waits 30 days, says so, and can be called off', async () => {
    const { actor, call } = await enter('asha');
    await upload(actor, 'a.pdf', 'kept');
    const first = await json(call, 'POST', '/delete', { confirm: 'DELETE' });
    expect(first.status).toBe(202);
    const scheduled = (await first.json()) as Deletion;
    expect(scheduled).toMatchObject({ status: 'scheduled', documents: 1 });
    vault.clock.advance(86_400_000);
    expect(await read(json(call, 'POST', '/delete', { confirm: actor.email!.toUpperCase() }))).toEqual(scheduled);
    expect(await read(call('/profile'))).toMatchObject({ eraseAfter: scheduled.eraseAfter });
    const told = await vault.db.asUser(actor, (tx) => tx.query<{ kind: string; title: string }>(sql`select n.kind, n.title from public.notifications n`));
    expect(told).toMatchObject([{ kind: 'account.deletion', title: expect.stringContaining('will be erased on') as string }]);
    expect(await eraseDue(vault)).toBe(0);
    expect(await read(json(call, 'POST', '/delete/cancel'))).toEqual({ status: 'none' });
    vault.clock.advance(40 * 86_400_000);
    expect(await eraseDue(vault)).toBe(0);
    expect(await documentsOf(actor)).toBe(1);
    expect((await read<{ items: { action: string }[] }>(call('/audit'))).items.map(({ action }) => action)).toEqual(expect.arrayContaining(['deletion.called_off', 'deletion.requested', 'uploaded']));
  });

  it('takes rows, keys and bytes when its time has come, once, and leaves others alone', async () => {
    const { actor, call } = await enter('asha');
    const other = await enter('ravi');
    await upload(actor, 'a.pdf', 'to be erased');
    await upload(actor, 'b.pdf', 'to be erased as well');
    await upload(other.actor, 'a.pdf', 'to be kept');
    await json(call, 'POST', '/delete', { confirm: true });
    vault.clock.advance(30 * 86_400_000 + 1000);
    expect(await eraseDue(vault)).toBe(1);
    expect([await documentsOf(actor), (await filesOf(actor)).length, await documentsOf(other.actor), (await filesOf(other.actor)).length]).toEqual([0, 0, 1, 1]);
    expect(await count(sql`select count(*)::int as n from private.blobs where storage_key like ${`%${actor.userId}%`}`)).toBe(0);
    expect(await count(sql`select count(*)::int as n from auth.users where id = ${actor.userId}`)).toBe(0);
    const [kept] = await vault.db.asService('test erasure', (tx) => tx.query(sql`select user_id, documents, files, finished_at is not null as finished from private.erasures order by started_at desc limit 1`));
    expect(kept).toEqual({ user_id: null, documents: 2, files: 2, finished: true });
    expect(await eraseDue(vault)).toBe(0);
  });

  it('happens at once where that is asked for, and ends every session', async () => {
    const { actor, call } = await enter('asha');
    await upload(actor, 'a.pdf', 'gone now');
    const session = crypto.randomUUID();
    await vault.db.asService('test session', (tx) => tx.query(sql`insert into auth.sessions (id, user_id) values (${session}, ${actor.userId})`));
    expect(await read(json(call, 'POST', '/delete', { confirm: true, immediately: true }))).toMatchObject({ status: 'erased', documents: 1 });
    expect([await documentsOf(actor), await filesOf(actor)]).toEqual([0, []]);
    expect(ended).toContain(session);
    expect((await call('/profile')).status).toBe(404);
  });

  it('is finished by the next run where it was cut off', async () => {
    const { actor } = await enter('asha');
    await upload(actor, 'a.pdf', 'cut off');
    await expect(eraseAccount({ ...vault, removeObjects: () => Promise.reject(new Error('the store is down')) }, actor.userId)).rejects.toThrow('down');
    expect(await count(sql`select count(*)::int as n from auth.users where id = ${actor.userId}`)).toBe(1);
    expect(await eraseDue(vault)).toBe(1);
    expect(await count(sql`select count(*)::int as n from auth.users where id = ${actor.userId}`)).toBe(0);
    expect(await count(sql`select count(*)::int as n from private.erasures where user_id is not null`)).toBe(0);
  });

  it('is not for a child whose account others look after', async () => {
    const { actor, call } = await enter('kabir');
    const guardian = await enter('asha');
    const vaultId = crypto.randomUUID();
    await vault.db.asService('test family', async (tx) => {
      await tx.query(sql`insert into public.family_vaults (id, name, created_by) values (${vaultId}, 'Raos', ${guardian.actor.userId})`);
      await tx.query(sql`insert into public.family_members (vault_id, user_id, role) values (${vaultId}, ${guardian.actor.userId}, 'owner'), (${vaultId}, ${actor.userId}, 'child')`);
      await tx.query(sql`insert into private.child_accounts (user_id, vault_id, made_by, sign_in_name) values (${actor.userId}, ${vaultId}, ${guardian.actor.userId}, 'kabir-abcde@child.invalid')`);
    });
    for (const immediately of [true, false]) expect(await codeOf(json(call, 'POST', '/delete', { confirm: true, immediately }))).toBe('403 account.child');
    await expect(vault.db.asUser(actor, (tx) => tx.query(sql`insert into public.account_deletions (user_id, erase_after) values (${actor.userId}, now() + interval '30 days')`))).rejects.toThrow();
    expect(await count(sql`select count(*)::int as n from auth.users where id = ${actor.userId}`)).toBe(1);
  });

  it('does not happen by a slip', async () => {
    const { actor, call } = await enter('asha');
    for (const confirm of [false, '', 'yes', 'somebody@else.test']) expect(await codeOf(json(call, 'POST', '/delete', { confirm, immediately: true })), String(confirm)).toBe('422 account.confirm_deletion');
    for (const body of [{}, { confirm: 1 }, { confirm: null }, { confirm: true, immediately: 'now' }]) expect(await codeOf(json(call, 'POST', '/delete', body))).toBe('400 request.invalid');
    expect(await codeOf(json(callerOf(room, { role: 'anon' }), 'POST', '/delete', { confirm: true }))).toBe('401 auth.unauthenticated');
    await expect(vault.db.asUser(actor, (tx) => tx.query(sql`insert into public.account_deletions (user_id, erase_after) values (${actor.userId}, now() - interval '1 day')`)), 'nobody is erased at once behind the function').rejects.toThrow();
    expect(await eraseDue(vault)).toBe(0);
  });
});

describe('the person named for the time after one', () => {
  it('is named, named anew and taken back, and is nobody else’s to see', async () => {
    const { call } = await enter('asha');
    const other = await enter('ravi');
    expect(await read(call('/nominee'))).toEqual({ nominee: null });
    expect(await read(json(call, 'PUT', '/nominee', { fullName: ' Ravi Rao ', email: 'ravi@example.test', relation: 'husband' }))).toMatchObject({ nominee: { fullName: 'Ravi Rao', email: 'ravi@example.test', phone: null } });
    expect(await read(json(call, 'PUT', '/nominee', { nominee: { fullName: 'Meera', phone: '+91 98450 12345' } }))).toMatchObject({ nominee: { fullName: 'Meera', email: null } });
    expect(await read(other.call('/nominee'))).toEqual({ nominee: null });
    expect(await read(json(call, 'PUT', '/nominee', { nominee: null }))).toEqual({ nominee: null });
    for (const body of [{}, { fullName: '' }, { fullName: 'x'.repeat(201) }, { fullName: 'A', email: 'none' }, { fullName: 'A', phone: 'call me' }]) expect(await codeOf(json(call, 'PUT', '/nominee', body))).toBe('400 request.invalid');
  });
});
