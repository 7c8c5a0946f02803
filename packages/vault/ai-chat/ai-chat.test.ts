import { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import sql from 'sql-template-tag';
import type { UserActor } from '@docuvault/core/actor.ts';
import { AppError } from '@docuvault/core/errors.ts';
import type { ChatAnswer } from '@docuvault/contract/chat.ts';
import type { Database } from '@docuvault/db/types.ts';
import { createPerson, openTestDatabase } from '@docuvault/testing/database.ts';
import type { Env } from '../http/env.ts';
import { aiChatRoom } from './ai-chat.routes.ts';
import { chatDeps, familyDocuments, store, storeFamily } from './fixtures/family-vault.ts';
import { injectedWord } from './fixtures/money-documents.ts';

let db: Database;
let asha: UserActor;
let ravi: UserActor;
let ids: Map<string, string>;

beforeAll(async () => {
  ({ db } = await openTestDatabase());
  asha = await createPerson(db);
  ravi = await createPerson(db, 'ravi');
  ids = await storeFamily(db, asha);
});

const appOf = (actor: UserActor | { role: 'anon' }) => {
  const app = new Hono<Env>();
  app.onError((error, c) => (error instanceof AppError ? c.json({ error: { code: error.code, message: error.message } }, error.status as 400) : c.json({ error: { code: 'internal', message: String(error) } }, 500)));
  app.use(async (c, next) => {
    c.set('actor', actor);
    c.set('requestId', 'r-1');
    await next();
  });
  return app.route('/', aiChatRoom(chatDeps(db)).hono);
};
const post = (actor: UserActor | { role: 'anon' }, body: unknown, headers: Record<string, string> = {}) =>
  appOf(actor).request('/', { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) });
const ask = async (actor: UserActor, message: string, more: Record<string, unknown> = {}): Promise<ChatAnswer> => {
  const answer = await post(actor, { conversationId: crypto.randomUUID(), message, ...more });
  expect(answer.status).toBe(200);
  return (await answer.json()) as ChatAnswer;
};
const codeOf = async (answer: Response) => ((await answer.json()) as { error: { code: string } }).error.code;
const get = (actor: UserActor, path: string) => appOf(actor).request(path);
type Events = { event: string; data: Record<string, unknown> }[];
const eventsOf = (text: string): Events => text.trim().split('\n\n').map((block) => {
  const event = /^event: (.*)$/m.exec(block)![1]!;
  return { event, data: JSON.parse(block.split('\n').filter((line) => line.startsWith('data: ')).map((line) => line.slice(6)).join('\n')) as Record<string, unknown> };
});

describe('asking', () => {
  it('greets back', async () => {
    const answer = await post(asha, { conversationId: 'test', message: 'Hello AI' });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ conversationId: 'test', grounded: false, citations: [], provider: 'local', model: null });
  });

  it('names document, page and the words of that page', async () => {
    const answer = await ask(asha, 'What is the total on the Northwind invoice?');
    expect(answer.answer).toContain('USD 1,240.00');
    expect(answer.citations).toEqual([{ documentId: ids.get('northwind'), title: 'Northwind Traders invoice', page: 1, quote: 'Total                           $1,240.00' }]);
  });

  it('says so when the vault does not hold it', async () => {
    const answer = await ask(asha, 'What is my Norwegian residence permit number?');
    expect(answer).toMatchObject({ grounded: false, citations: [] });
    expect(answer.answer).toMatch(/nothing in your vault/);
  });

  it('tells of papers that are still being read where it found nothing, of those asked about alone', async () => {
    const meera = await createPerson(db, 'meera');
    const lease = familyDocuments.find(({ key }) => key === 'lease')!;
    const [read, unread] = [await store(db, meera, lease), await store(db, meera, lease)];
    await db.asService('test', (tx) => tx.query(sql`update public.documents set status = 'queued' where id = ${unread}`));
    expect((await ask(meera, 'What is my blood group?')).answer).toMatch(/One document is still being read: ask again/);
    expect((await ask(meera, 'What is my blood group?', { language: 'hi' })).answer).toContain('पढ़े जा रहे हैं');
    expect((await ask(meera, 'What is my blood group?', { documentIds: [read] })).answer).not.toContain('still being read');
    expect((await ask(meera, 'Thank you')).answer).not.toContain('still being read');
  });

  it('once for a repeated call with its key, and takes null for what is left out', async () => {
    const conversationId = crypto.randomUUID();
    const question = { conversationId, message: 'What is the total on the Northwind invoice?', documentIds: null, language: null };
    const [first, again] = [await post(asha, question, { 'idempotency-key': 'k' }), await post(asha, question, { 'idempotency-key': 'k' })];
    expect([first.status, again.headers.get('idempotency-replayed'), await again.json()]).toEqual([200, 'true', await first.json()]);
    expect(((await (await get(asha, `/conversations/${conversationId}`)).json()) as { items: unknown[] }).items).toHaveLength(2);
  });

  it('answers the fixed sentences in Hindi where asked to', async () => {
    expect((await ask(asha, 'When does my passport expire?', { language: 'hi' })).answer).toContain('समाप्त होगा');
    expect((await ask(asha, 'मेरा वीज़ा कब तक वैध है?')).answer).toContain('नहीं मिला');
    expect((await ask(asha, 'When does my passport expire?', { language: 'fr-CA' })).answer).toContain('expires on');
  });

  it('never does what a document tells it to, and quotes it as plain words', async () => {
    const answer = await ask(asha, 'When will the water tank be cleaned?');
    expect(answer.answer).toContain('20 December 2025');
    expect(answer.answer).not.toContain(injectedWord);
    const told = await ask(asha, 'What does the housing society say about instructions?');
    expect(told.grounded ? told.citations[0]!.documentId : ids.get('memo')).toBe(ids.get('memo'));
  });

  it('reads nothing from the trash', async () => {
    expect(await ask(asha, 'What is passport H1234567?', { documentIds: [ids.get('old-passport')] })).toMatchObject({ grounded: false });
  });

  it('stays within the chosen documents', async () => {
    const one = await ask(asha, 'How many documents do I have?', { documentIds: [ids.get('lease'), ids.get('hotel')] });
    expect(one.citations.map((citation) => citation.documentId).sort()).toEqual([ids.get('lease'), ids.get('hotel')].sort());
    expect(await ask(asha, 'When does the car insurance expire?', { documentIds: [ids.get('lease')] })).toMatchObject({ grounded: false });
  });

  it('knows nothing of other people’s documents', async () => {
    expect(await ask(ravi, 'When does the passport of Asha Nair expire?')).toMatchObject({ grounded: false, citations: [] });
    const refused = await post(ravi, { conversationId: 'x', message: 'What is it?', documentIds: [ids.get('lease')] });
    expect(refused.status).toBe(404);
    expect(await codeOf(refused)).toBe('document.not_found');
  });

  it('says when it takes somebody for the one asked about, and asks when it cannot', async () => {
    expect((await ask(asha, "What is my brother's passport number?")).answer).toMatch(/^I take your brother to be Vikram Nair/);
    expect(await ask(asha, "What is my brother's degree certificate and visa number for his rental agreement passport?")).toBeDefined();
    expect(await ask(ravi, "What is my brother's passport number?")).toMatchObject({ grounded: false });
  });

  it('never adds rupees to dollars', async () => {
    expect((await ask(asha, 'What is the total of all my invoices?')).answer).toMatch(/INR 24,990\.00 .*and USD 1,240\.00/);
  });
});

describe('what is not a question', () => {
  it.each([
    ['no conversation', { message: 'Hi' }], ['an empty conversation', { conversationId: '', message: 'Hi' }], ['a long conversation name', { conversationId: 'x'.repeat(201), message: 'Hi' }],
    ['no message', { conversationId: 'a' }], ['an empty message', { conversationId: 'a', message: '   ' }], ['a long message', { conversationId: 'a', message: 'x'.repeat(4001) }],
    ['a number', { conversationId: 'a', message: 7 }], ['a broken id', { conversationId: 'a', message: 'Hi', documentIds: ['nope'] }], ['no JSON', '{"conversationId"'],
  ])('is refused: %s', async (_, body) => {
    const answer = await post(asha, body);
    expect(answer.status).toBe(400);
  });

  it('is asked once under an Idempotency-Key', async () => {
    const asked = { conversationId: crypto.randomUUID(), message: 'Hello' };
    const key = { 'idempotency-key': crypto.randomUUID() };
    const first = (await (await post(asha, asked, key)).json()) as ChatAnswer;
    expect(await (await post(asha, asked, key)).json()).toEqual(first);
    const { items } = (await (await appOf(asha).request(`/conversations/${asked.conversationId}`)).json()) as { items: unknown[] };
    expect(items).toHaveLength(2);
  });

  it('is refused when nobody is signed in, or when the body is huge', async () => {
    expect((await post({ role: 'anon' }, { conversationId: 'a', message: 'Hi' })).status).toBe(401);
    expect((await post(asha, { conversationId: 'a', message: 'x'.repeat(100_000) })).status).toBe(413);
  });

  it.each(["'; drop table documents; --", '& | ! ( ) :* <->', '\\m(((', '%_%', 'a'.repeat(4000), '?'.repeat(300), 'NUL\u0000 and \ud800 lone', '😀😀😀', '((((((((((', '[a-z', 'what is $1 ${x}'])('bears odd text: %s', async (message) => {
    const answer = await post(asha, { conversationId: 'odd', message });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ grounded: expect.any(Boolean) as boolean });
  });

  it('bears four thousand characters of words', async () => {
    const words = familyDocuments.map((document) => document.text).join(' ').replace(/\s+/g, ' ').slice(0, 3990);
    expect((await post(asha, { conversationId: 'odd', message: words })).status).toBe(200);
  });
});

describe('streaming', () => {
  const stream = async (actor: UserActor, body: Record<string, unknown>) => {
    const answer = await post(actor, body, { accept: 'text/event-stream' });
    return { answer, events: answer.headers.get('content-type')?.includes('event-stream') ? eventsOf(await answer.text()) : [] };
  };

  it('sends status, words, citations and the whole, which is what is stored', async () => {
    const { answer, events } = await stream(asha, { conversationId: 'streamed', message: 'What is the notice period in the rental agreement?' });
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    expect(events.map(({ event }) => event).filter((event, i, all) => event !== all[i - 1])).toEqual(['status', 'delta', 'citation', 'done']);
    const done = events.at(-1)!.data as unknown as ChatAnswer;
    expect(events.filter(({ event }) => event === 'delta').map(({ data }) => data.text).join('')).toBe(done.answer);
    expect(events.filter(({ event }) => event === 'citation').map(({ data }) => data)).toEqual(done.citations);
    const stored = (await (await get(asha, '/conversations/streamed')).json()) as { items: { id: string; content: string; citations: unknown }[] };
    expect(stored.items.at(-1)).toMatchObject({ id: done.messageId, content: done.answer, citations: done.citations });
  });

  it('answers what is wrong with the request as a plain refusal', async () => {
    const { answer } = await stream(ravi, { conversationId: 's', message: 'Hi there', documentIds: [ids.get('lease')] });
    expect(answer.status).toBe(404);
  });

  it('sends an error event when the answer fails on the way', async () => {
    const broken = chatDeps({ ...db, asUser: (actor, work, options) => db.asUser(actor, async (tx) => {
      const result = await work(tx);
      if (JSON.stringify(result ?? null).includes('"reply"')) throw new Error('secret of the database');
      return result;
    }, options) });
    const app = new Hono<Env>();
    app.use(async (c, next) => {
      c.set('actor', asha);
      c.set('requestId', 'r-2');
      await next();
    });
    app.route('/', aiChatRoom(broken).hono);
    const answer = await app.request('/', { method: 'POST', headers: { accept: 'text/event-stream', 'content-type': 'application/json' }, body: JSON.stringify({ conversationId: 'f', message: 'How many passports do I have?' }) });
    const text = await answer.text();
    expect(eventsOf(text).at(-1)).toMatchObject({ event: 'error', data: { code: 'internal', requestId: 'r-2' } });
    expect(text).not.toContain('secret');
  });

  it('keeps the answer of a caller who hangs up', async () => {
    const answer = await post(asha, { conversationId: 'hung-up', message: 'How many passports do I have?' }, { accept: 'text/event-stream' });
    await answer.body!.cancel();
    await expect.poll(async () => (await get(asha, '/conversations/hung-up')).status).toBe(200);
  });
});

describe('conversations', () => {
  it('belong to their names within one person', async () => {
    const lina = await createPerson(db, 'lina');
    await ask(asha, 'How many passports do I have?', { conversationId: 'shared name / ü?' });
    await ask(lina, 'Hello', { conversationId: 'shared name / ü?' });
    const of = async (actor: UserActor) => (await (await get(actor, `/conversations/${encodeURIComponent('shared name / ü?')}`)).json()) as { conversationId: string; items: { content: string }[] };
    expect((await of(lina)).items.map((item) => item.content)[0]).toBe('Hello');
    expect(await of(asha)).toMatchObject({ conversationId: 'shared name / ü?' });
    expect((await of(asha)).items[0]!.content).toBe('How many passports do I have?');
    expect((await get(lina, '/conversations/streamed')).status).toBe(404);
  });

  it('keep every message, with provider local and no model', async () => {
    await ask(asha, 'When does my passport expire?', { conversationId: 'kept' });
    const rows = await db.asService('test', (tx) => tx.query(sql`select m.role, m.provider, m.ai_model, m.grounded, jsonb_array_length(m.citations) as citations from public.chat_messages m
      join public.conversations c on c.id = m.conversation_id where c.client_key = 'kept' order by m.position`));
    expect(rows).toEqual([{ role: 'user', provider: null, ai_model: null, grounded: null, citations: 0 }, { role: 'assistant', provider: 'local', ai_model: null, grounded: true, citations: 1 }]);
  });

  it('are listed latest first, page by page, and removed', async () => {
    const mina = await createPerson(db, 'mina');
    for (const name of ['one', 'two', 'three']) await ask(mina, `Hello`, { conversationId: name });
    type List = { items: { conversationId: string }[]; nextCursor: string | null };
    const first = (await (await get(mina, '/conversations?limit=2')).json()) as List;
    expect(first.items.map((item) => item.conversationId)).toEqual(['three', 'two']);
    const second = (await (await get(mina, `/conversations?limit=2&cursor=${first.nextCursor!}`)).json()) as List;
    expect(second).toMatchObject({ items: [{ conversationId: 'one' }], nextCursor: null });
    expect((await get(mina, '/conversations?cursor=%7B')).status).toBe(400);
    expect((await get(mina, `/conversations?cursor=${btoa('["x","y"]')}`)).status).toBe(400);
    expect((await appOf(mina).request('/conversations/two', { method: 'DELETE' })).status).toBe(204);
    expect((await get(mina, '/conversations/two')).status).toBe(404);
    expect((await appOf(mina).request('/conversations/two', { method: 'DELETE' })).status).toBe(404);
    expect((await appOf(asha).request('/conversations/one', { method: 'DELETE' })).status).toBe(404);
  });

  it('give their messages oldest first, page by page', async () => {
    const nora = await createPerson(db, 'nora');
    for (let i = 0; i < 3; i += 1) await ask(nora, 'Hello', { conversationId: 'long' });
    type Page = { items: { role: string }[]; nextCursor: string | null };
    const first = (await (await get(nora, '/conversations/long?limit=4')).json()) as Page;
    expect(first.items.map((item) => item.role)).toEqual(['user', 'assistant', 'user', 'assistant']);
    const second = (await (await get(nora, `/conversations/long?limit=4&cursor=${first.nextCursor!}`)).json()) as Page;
    expect(second).toMatchObject({ items: [{ role: 'user' }, { role: 'assistant' }], nextCursor: null });
  });

  it('keep question and answer together when several arrive at once', async () => {
    const olga = await createPerson(db, 'olga');
    await Promise.all(Array.from({ length: 6 }, (_, i) => ask(olga, i % 2 === 0 ? 'Hello' : 'Thanks', { conversationId: 'busy' })));
    const { items } = (await (await get(olga, '/conversations/busy')).json()) as { items: { role: string; content: string }[] };
    expect(items.map((item) => item.role)).toEqual(Array.from({ length: 6 }, () => ['user', 'assistant']).flat());
    for (let i = 0; i < items.length; i += 2) expect(items[i + 1]!.content).toMatch(items[i]!.content === 'Hello' ? /^Hello/ : /^You are welcome/);
  });

  it('remember who is who when told', async () => {
    const told = { conversationId: 'family' };
    await ask(asha, 'My wife is Lakshmi', told);
    expect((await ask(asha, "What is my wife's account number?", told)).answer).toContain('30214456781');
  });
});

describe('a vault with nothing in it', () => {
  it('is spoken of politely', async () => {
    const empty = await createPerson(db, 'empty');
    for (const message of ['What is my passport number?', 'How many bills do I have?', 'What expires next?', 'What is the notice period?', 'मेरा पासपोर्ट कब समाप्त होगा?']) {
      expect(await ask(empty, message)).toMatchObject({ grounded: false, citations: [] });
    }
  });

  it('can hold a document without text', async () => {
    const bare = await createPerson(db, 'bare');
    await store(db, bare, { key: 'blank', title: 'Blank', type: 'other', category: 'other', fields: {}, text: '' });
    expect(await ask(bare, 'How many documents do I have?')).toMatchObject({ grounded: true, citations: [{ title: 'Blank' }] });
  });
});
