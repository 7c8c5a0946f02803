import { beforeAll, describe, expect, it } from 'vitest';
import type { UserActor } from '@docuvault/core/actor.ts';
import { createPerson } from '@docuvault/testing/database.ts';
import { callerOf, openTestVault, type TestVault } from '@docuvault/testing/vault.ts';
import { ingestFile } from '../document-upload/ingest-file.ts';
import { notify } from '../notifications/notify.ts';
import { documentProcessorRoom } from './document-processor.routes.ts';

let vault: TestVault;
let asha: UserActor;
let copies = 0;

beforeAll(async () => {
  vault = await openTestVault();
  asha = await createPerson(vault.db);
});
async function* bytesOf(text: string) {
  yield await Promise.resolve(new TextEncoder().encode(text));
}
const put = async (actor = asha) =>
  (await ingestFile({ actor, deps: vault }, { stream: bytesOf(`%PDF-1.7\npaper ${copies++}`), fileName: 'x.pdf' })).document.id;
const as = (actor: Parameters<typeof callerOf>[1]) => callerOf(documentProcessorRoom(vault), actor);
const post = (actor: Parameters<typeof callerOf>[1], path: string, body: object) =>
  as(actor)(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

/** The data of events as they come, until `enough` says so. */
const eventsUntil = async (response: Response, enough: (events: Record<string, unknown>[]) => boolean, onListening: () => void = () => undefined) => {
  const events: Record<string, unknown>[] = [];
  let text = '';
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  while (!enough(events)) {
    const { done, value } = await reader.read();
    if (done) break;
    text += value;
    if (text.includes(': listening')) onListening();
    for (let at = text.indexOf('\n\n'); at >= 0; at = text.indexOf('\n\n')) {
      const data = /^data: (.*)$/m.exec(text.slice(0, at));
      if (data) events.push(JSON.parse(data[1]!) as Record<string, unknown>);
      text = text.slice(at + 2);
    }
  }
  await reader.cancel();
  return events;
};

describe('the document processor over HTTP', () => {
  it('takes a document in hand again, and tells how far it is', async () => {
    const id = await put();
    expect(await (await as(asha)(`/${id}`)).json()).toEqual({ status: 'queued', stage: 'queued', progress: 0, attempts: 0, failure: null });
    const run = await post({ role: 'service_role' }, '/run', { limit: 5 });
    expect([run.status, await run.json()]).toEqual([200, { processed: 2 }]);
    expect(await (await as(asha)(`/${id}`)).json()).toMatchObject({ status: 'completed', stage: 'completed', progress: 1 });
    const again = await post(asha, '/', { documentId: id });
    expect([again.status, await again.json()]).toEqual([202, { documentId: id, status: 'queued' }]);
  });

  it('runs the queue for the service role only', async () => {
    expect((await post(asha, '/run', {})).status).toBe(403);
    expect((await post({ role: 'anon' }, '/run', {})).status).toBe(401);
  });

  it('knows nothing of other people\'s documents, and refuses what is no id', async () => {
    const id = await put();
    const ravi = await createPerson(vault.db, 'ravi');
    expect((await as(ravi)(`/${id}`)).status).toBe(404);
    expect((await post(ravi, '/', { documentId: id })).status).toBe(404);
    expect((await post(asha, '/', { documentId: 'x' })).status).toBe(400);
    expect((await as(asha)('/not-an-id')).status).toBe(404);
  });

  it('tells of each change of the caller\'s documents, of nobody else\'s, and lets go with the reader', async () => {
    const ravi = await createPerson(vault.db, 'ravi');
    const stream = await as(asha)('/events');
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    let ready: () => void = () => undefined;
    const isListening = new Promise<void>((resolve) => (ready = resolve));
    const listening = eventsUntil(stream, (events) => events.some((event) => event.status === 'completed' && event.stage === 'completed'), ready);
    await isListening;
    const theirs = await put(ravi);
    const mine = await put();
    await post({ role: 'service_role' }, '/run', { limit: 50 });
    const events = await listening;
    expect(events.map((event) => event.documentId)).not.toContain(theirs);
    expect(events.some((event) => event.documentId === mine)).toBe(true);
    expect(JSON.stringify(events)).not.toContain(ravi.userId);
  });

  it('says that the inbox is another to who asks for it, and to its person alone', async () => {
    const ravi = await createPerson(vault.db);
    const tell = (userId: string, key: string) => vault.db.asService('test', (tx) => notify(tx, [{ userId, kind: 'family.joined', title: 'Hello', dedupeKey: key }], vault.clock.now()));
    const heard = async (path: string) => {
      let ready: () => void = () => undefined;
      const listening = new Promise<void>((resolve) => { ready = resolve; });
      const events = eventsUntil(await as(asha)(path), (list) => list.length > 0, ready);
      await listening;
      await tell(ravi.userId, crypto.randomUUID());
      await tell(asha.userId, crypto.randomUUID());
      const id = path.includes('inbox') ? null : await put();
      return { events: await events, id };
    };
    expect((await heard('/events?inbox=true')).events).toEqual([{}]);
    const without = await heard('/events');
    expect(without.events).toMatchObject([{ documentId: without.id }]);
  });

  it('ends the events with the token', async () => {
    const soon = { ...asha, claims: { ...asha.claims, exp: vault.clock.now().getTime() / 1000 + 0.05 } };
    expect(await eventsUntil(await as(soon)('/events'), () => false)).toEqual([]);
  });
});
