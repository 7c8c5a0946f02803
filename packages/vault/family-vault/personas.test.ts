import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import { callerOf } from '@docuvault/testing/vault.ts';
import { reminderEngineRoom } from '../reminder-engine/reminder-engine.routes.ts';
import { openFamily, type Family, type Relative } from './test/big-family.ts';
import { emergencies, grants, papers, sees } from './test/fifteen-grants.ts';

const { vault, ask, ok, asService, family, personOf, put, process, inbox } = await openFamily();

const idOf: Record<string, string> = {};
const everyone: Record<string, Relative> = {};
let made: Family;
const names = (ids: readonly string[]) => ids.map((id) => Object.entries(idOf).find(([, one]) => one === id)?.[0] ?? id).sort();
const shown = (name: string) => [...sees[name]!].filter((paper) => !papers[paper]!.trashed).sort();
const unseen = (name: string) => Object.keys(papers).filter((paper) => !sees[name]!.includes(paper));
const people = Object.keys(sees);

beforeAll(async () => {
  made = await family();
  Object.assign(everyone, made.people, { stranger: await personOf('stranger') });
  const folders: Record<string, string> = {};
  const folder = async (name: string, parentId?: string) => { folders[name] = (await ok<{ id: string }>(everyone.asha!, 'documents', 'POST', '/folders', { name, ...(parentId ? { parentId } : {}) })).id; };
  await folder('House');
  await folder('Inner', folders.House);
  for (const [name, { owner, word, folder: where }] of Object.entries(papers)) {
    idOf[name] = await put(everyone[owner]!, `PAPER NAMED ${name.toUpperCase()}\nIt speaks of the ${word} at length.\nPassport No. Z7654321\nDate of expiry 04/03/2031`, where ? { folderId: folders[where]! } : {});
  }
  for (let rounds = 0; rounds < 3; rounds++) await process();
  // A child shares nothing by itself: what it gives was given when it was taken in.
  for (const { by, paper, folder: where, everything, to, permission, release } of grants.filter((one) => one.by !== 'kabir')) {
    await ok(everyone[by]!, 'family', 'POST', `/${made.id}/shares`, {
      ...(paper ? { documentId: idOf[paper] } : where ? { folderId: folders[where] } : { everything }), ...(to ? { memberId: everyone[to]!.actor.userId } : {}),
      ...(permission ? { permission } : {}), ...(release ? { release } : {}),
    });
  }
  for (const { to } of grants.filter((one) => one.by === 'kabir')) {
    await asService(sql`insert into public.family_shares (id, vault_id, user_id, member_id, everything, permission, release)
      values (${crypto.randomUUID()}, ${made.id}, ${everyone.kabir!.actor.userId}, ${everyone[to!]!.actor.userId}, true, 'edit', 'now')`);
  }
  await ok(everyone.asha!, 'documents', 'DELETE', `/${idOf.old!}`);
  for (const contact of Object.values(emergencies)) {
    await ok(everyone.asha!, 'family', 'POST', `/${made.id}/emergency-contacts`, { userId: everyone[contact]!.actor.userId, waitHours: 24 });
    const { id } = await ok<{ id: string }>(everyone[contact]!, 'family', 'POST', `/${made.id}/emergency/request`, { ownerId: everyone.asha!.actor.userId });
    if (contact === emergencies.approved) await ok(everyone.asha!, 'family', 'POST', `/${made.id}/emergency/${id}/approve`);
  }
}, 120_000);

describe.each(people)('%s', (name) => {
  const me = () => everyone[name]!;

  it('has in lists, folders and counts what reaches them', async () => {
    const list = await ok<{ items: { id: string }[] }>(me(), 'documents', 'GET', '/?limit=200');
    expect(names(list.items.map(({ id }) => id))).toEqual(shown(name));
    const trash = await ok<{ items: { id: string }[] }>(me(), 'documents', 'GET', '/?trashed=true');
    expect(names(trash.items.map(({ id }) => id))).toEqual(name === 'asha' ? ['old'] : []);
    const folders = await ok<{ items: { name: string; documentCount: number }[] }>(me(), 'documents', 'GET', '/folders');
    expect(folders.items.map((one) => [one.name, one.documentCount])).toEqual(
      name === 'stranger' ? [] : [['House', 1], ['Inner', sees[name]!.includes('will') ? 1 : 0]]);
    if (shown(name).length > 0) {
      const counted = (await ok<{ answer: string }>(me(), 'chat', 'POST', '/', { conversationId: crypto.randomUUID(), message: 'How many documents do I have?' })).answer;
      expect(counted).toMatch(new RegExp(`\\b${shown(name).length}\\b`));
    }
  });

  it('finds by words, by likeness, by suggestion and by chat nothing else', async () => {
    for (const [paper, { word, trashed }] of Object.entries(papers)) {
      const found = await ok<{ results: { documentId: string; snippet: string }[]; total: number }>(me(), 'search', 'POST', '/', { query: word, mode: 'keyword' });
      expect([names(found.results.map((one) => one.documentId)), found.total], word).toEqual(sees[name]!.includes(paper) && !trashed ? [[paper], 1] : [[], 0]);
    }
    const hidden = unseen(name);
    for (const mode of ['semantic', 'hybrid']) {
      const found = await ok<{ results: { documentId: string }[]; facets: Record<string, { value: string; count: number }[]> }>(me(), 'search', 'POST', '/', { query: 'paper that speaks at length', mode, limit: 50 });
      expect(names(found.results.map((one) => one.documentId)).filter((paper) => hidden.includes(paper)), mode).toEqual([]);
      for (const facet of Object.values(found.facets)) for (const { count } of facet) expect(count).toBeLessThanOrEqual(shown(name).length);
    }
    const suggested = await ok<{ suggestions: { documentId: string | null }[] }>(me(), 'search', 'GET', '/suggest?q=paper');
    expect(names(suggested.suggestions.flatMap(({ documentId }) => documentId ?? [])).filter((paper) => hidden.includes(paper))).toEqual([]);
    for (const paper of hidden.slice(0, 4)) {
      const { answer, citations } = await ok<{ answer: string; citations: { documentId: string }[] }>(me(), 'chat', 'POST', '/', { conversationId: 'c', message: `What does the paper say of the ${papers[paper]!.word}?` });
      expect(names(citations.map(({ documentId }) => documentId)).filter((one) => hidden.includes(one)), paper).toEqual([]);
      expect(answer).not.toContain(`speaks of the ${papers[paper]!.word}`);
    }
  });

  it('opens each of them in every way, and the others in none', async () => {
    for (const paper of Object.keys(papers)) {
      const may = sees[name]!.includes(paper);
      for (const path of ['', '/text', '/pages/1/words', '/file', '/thumbnail', '/similar', '/activity', '/versions']) {
        const answer = await me().call.documents(`/${idOf[paper]!}${path}`);
        expect(answer.status === 200, `${paper}${path}: ${answer.status}`).toBe(may);
        if (!may) expect(answer.status, `${paper}${path}`).toBe(404);
        if (path === '/similar' && may) {
          const { items } = (await answer.json()) as { items: { documentId?: string; id?: string }[] };
          expect(names(items.map((one) => (one.documentId ?? one.id)!)).filter((one) => unseen(name).includes(one))).toEqual([]);
        }
        // Nobody but its owner reads the number, in whatever is said of it.
        if (may && papers[paper]!.owner !== name && !['/file', '/thumbnail', '/similar'].includes(path)) expect(await answer.text(), path).not.toMatch(/Z7654321/i);
      }
    }
  });

  it('is told, reminded and handed out nothing of the others', async () => {
    const told = JSON.stringify([
      await inbox(me()), (await ask(me(), 'family', 'GET', `/${made.id}/shares?limit=200`)).body, (await ask(me(), 'family', 'GET', `/${made.id}/activity?limit=200`)).body,
      (await ask(me(), 'documents', 'GET', '/tags')).body, (await ask(me(), 'family', 'GET', `/${made.id}/members/${everyone.asha!.actor.userId}/documents`)).body,
    ]).toLowerCase();
    for (const paper of unseen(name)) expect(told, paper).not.toContain(`named ${paper}`);
    const reminders = callerOf(reminderEngineRoom({ ...vault, publicUrl: 'https://vault.example', siteUrl: null, channels: { mail: null, text: null, push: [] }, callbacks: [], vapidPublicKey: null }), me().actor);
    const { items } = (await (await reminders('/?limit=200')).json()) as { items: { documentId: string }[] };
    expect(names(items.map(({ documentId }) => documentId)).filter((paper) => papers[paper]?.owner !== name)).toEqual([]);
    const { url } = (await (await reminders('/calendar')).json()) as { url: string };
    const feed = await (await reminders(new URL(url).pathname.replace('/functions/v1/reminder-engine', ''))).text();
    for (const paper of unseen(name)) expect(feed.toLowerCase(), paper).not.toContain(`named ${paper}`);
    const exported = await me().call.family(`/${made.id}/emergency/export?ownerId=${everyone.asha!.actor.userId}`);
    expect(exported.status, String(exported.status)).toBe(name === emergencies.approved ? 200 : exported.status === 409 ? 409 : 404);
    if (name === emergencies.approved) {
      const zip = Buffer.from(await exported.arrayBuffer()).toString('latin1');
      expect(zip).toContain('codes'.toUpperCase());
      for (const paper of ['diary', 'passport']) expect(zip, paper).not.toContain(papers[paper]!.word);
    }
  });

  it('changes of the others nothing, one by one and in bulk', async () => {
    for (const paper of unseen(name)) {
      for (const [method, path, body] of [['PATCH', '', { title: 'x' }], ['DELETE', '', undefined], ['POST', '/restore', undefined], ['POST', '/links', { expiresInHours: 1 }]] as const) {
        expect((await ask(me(), 'documents', method, `/${idOf[paper]!}${path}`, body)).status, `${method} ${paper}`).toBe(404);
      }
    }
    const ids = unseen(name).map((paper) => idOf[paper]!);
    if (ids.length > 0) expect(await ok(me(), 'documents', 'POST', '/bulk', { action: 'trash', documentIds: ids })).toMatchObject({ succeeded: 0 });
    expect((await ask(me(), 'documents', 'GET', `/${idOf.policy!}`)).status).toBe(name === 'stranger' ? 404 : 200);
  });
});
