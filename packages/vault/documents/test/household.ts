import type { UserActor } from '@docuvault/core/actor.ts';
import { createPerson } from '@docuvault/testing/database.ts';
import { callerOf, openTestVault, type Caller } from '@docuvault/testing/vault.ts';
import { createProcessor } from '../../document-processor/processor.ts';
import { ingestFile } from '../../document-upload/ingest-file.ts';
import { documentsRoom } from '../documents.routes.ts';

export type Doc = Record<string, unknown> & {
  id: string; title: string; tags: string[]; folderId: string | null; version: number; fields: { name: string; value: unknown; source: string }[];
};
export type List = { items: Doc[]; nextCursor: string | null };

async function* bytesOf(text: string) {
  yield await Promise.resolve(new TextEncoder().encode(text));
}

/** A vault with a person who keeps papers, and a stranger, both calling the documents room over HTTP. */
export const openHousehold = async () => {
  const vault = await openTestVault();
  const room = documentsRoom(vault);
  let person: UserActor;
  let ofPerson: Caller;
  let ofStranger: Caller;
  let copies = 0;
  const call: Caller = (path, init) => ofPerson(path, init);
  const send = (method: string, path: string, body?: unknown, as: Caller = call) =>
    as(path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }) });
  const get = async <T>(path: string, as: Caller = call) => (await (await as(path)).json()) as T;
  return {
    vault, call, send, get,
    stranger: ((path, init) => ofStranger(path, init)) as Caller,
    me: () => person,
    /** Two new people. */
    fresh: async () => {
      person = await createPerson(vault.db);
      ofPerson = callerOf(room, person);
      ofStranger = callerOf(room, await createPerson(vault.db, 'ravi'));
    },
    put: async (text = 'a paper', fileName = 'paper.pdf', options: Parameters<typeof ingestFile>[1]['options'] = {}) => {
      vault.clock.advance(1000);
      const { document } = await ingestFile({ actor: person, deps: vault }, { stream: bytesOf(`%PDF-1.7\n${text} ${copies++}`), fileName, options });
      return document.id;
    },
    process: () => createProcessor(vault, { worker: 'test' }).runOnce(),
    answer: async (response: Response | Promise<Response>) => {
      const got = await response;
      return { status: got.status, body: got.status === 204 ? null : ((await got.json()) as { error?: { code: string } } & Record<string, unknown>) };
    },
    titles: async (query: string) => (await get<List>(`/?${query}`)).items.map((item) => item.title),
  };
};
