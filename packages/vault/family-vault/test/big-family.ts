import sql from 'sql-template-tag';
import type { UserActor } from '@docuvault/core/actor.ts';
import type { FamilyRole } from '@docuvault/contract/family.ts';
import { createPerson } from '@docuvault/testing/database.ts';
import { callerOf, openTestVault, type Caller } from '@docuvault/testing/vault.ts';
import { aiChatRoom } from '../../ai-chat/ai-chat.routes.ts';
import { createProcessor } from '../../document-processor/processor.ts';
import { ingestFile } from '../../document-upload/ingest-file.ts';
import { documentsRoom } from '../../documents/documents.routes.ts';
import { searchEngineRoom } from '../../search-engine/search-engine.routes.ts';
import { familyVaultRoom } from '../family-vault.routes.ts';

type Room = 'family' | 'documents' | 'search' | 'chat';
export type Answer<T = Record<string, unknown>> = { status: number; body: T & { error?: { code: string } } };

/** A person with the functions they may call. */
export type Relative = { name: string; actor: UserActor; call: Record<Room, Caller> };

/** The fifteen: grandparents, parents, uncle and aunt, their partners' side, children, a lawyer who looks on. */
export const fifteen: readonly (readonly [name: string, role: FamilyRole])[] = [
  ['asha', 'owner'], ['ravi', 'admin'], ['dadi', 'member'], ['dada', 'member'], ['nani', 'viewer'], ['nana', 'viewer'], ['meera', 'member'], ['vikram', 'member'],
  ['leela', 'member'], ['arjun', 'admin'], ['kabir', 'child'], ['tara', 'child'], ['rohan', 'child'], ['diya', 'child'], ['lawyer', 'viewer'],
];

async function* bytesOf(text: string) {
  yield await Promise.resolve(new TextEncoder().encode(text));
}

/** A family of fifteen in one vault, a stranger, and what is needed to act as each of them over HTTP. */
export const openFamily = async () => {
  const vault = await openTestVault();
  const rooms = { family: familyVaultRoom(vault), documents: documentsRoom(vault), search: searchEngineRoom(vault), chat: aiChatRoom(vault) };
  const personOf = async (name: string): Promise<Relative> => {
    const actor = await createPerson(vault.db, name);
    const call = Object.fromEntries(Object.entries(rooms).map(([room, made]) => [room, callerOf(made, actor)])) as Record<Room, Caller>;
    return { name, actor, call };
  };
  const ask = async <T = Record<string, unknown>>(as: Relative, room: Room, method: string, path: string, body?: unknown): Promise<Answer<T>> => {
    const response = await as.call[room](path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }) });
    const text = await response.text();
    return { status: response.status, body: (text ? JSON.parse(text) : null) as Answer<T>['body'] };
  };
  const ok = async <T = Record<string, unknown>>(as: Relative, room: Room, method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await ask<T>(as, room, method, path, body);
    if (answer.status >= 300) throw new Error(`${as.name} ${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const join = async (vaultId: string, by: Relative, who: Relative, role: FamilyRole) => {
    const { token } = await ok<{ token: string }>(by, 'family', 'POST', `/${vaultId}/invitations`, { email: who.actor.email, role });
    await ok(who, 'family', 'POST', '/invitations/accept', { token });
  };
  let copies = 0;
  return {
    vault, personOf, ask, ok, join,
    /** A new family of the given people (all fifteen by default); the first is its owner. */
    family: async (names: readonly string[] = fifteen.map(([name]) => name)) => {
      const people: Record<string, Relative> = {};
      for (const name of names) people[name] = await personOf(name);
      const owner = people[names[0]!]!;
      const { id } = await ok<{ id: string }>(owner, 'family', 'POST', '/', { name: 'Our family' });
      for (const name of names.slice(1)) await join(id, owner, people[name]!, fifteen.find(([one]) => one === name)?.[1] ?? 'member');
      return { id, people, owner };
    },
    /** Puts a paper into somebody's vault; each paragraph that a form feed parts is a page. */
    put: async (as: Relative, text: string, options: Parameters<typeof ingestFile>[1]['options'] = {}) => {
      vault.clock.advance(1000);
      const { document } = await ingestFile({ actor: as.actor, deps: vault }, { stream: bytesOf(`%PDF-1.7\n${text}\nCopy ${copies++}`), fileName: 'paper.pdf', options });
      return document.id;
    },
    process: () => createProcessor(vault, { worker: 'test' }).runOnce(),
    /** What the service may do: letting time pass for rows, mostly. */
    asService: (statement: Parameters<Parameters<Parameters<typeof vault.db.asService>[1]>[0]['query']>[0]) => vault.db.asService('test: time passes', (tx) => tx.query(statement)),
    inbox: async (as: Relative) =>
      vault.db.asUser(as.actor, (tx) => tx.query<{ kind: string; title: string; data: Record<string, unknown> }>(sql`
        select n.kind, n.title, n.data from public.notifications n order by n.created_at, n.id`)),
    ids: (body: { items?: { id: string }[] }) => (body.items ?? []).map((item) => item.id),
  };
};

export type Family = Awaited<ReturnType<Awaited<ReturnType<typeof openFamily>>['family']>>;
