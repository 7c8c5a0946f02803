import { createPerson } from '@docuvault/testing/database.ts';
import { callerOf, type Caller, type TestVault } from '@docuvault/testing/vault.ts';
import { reminderEngineRoom } from '../reminder-engine.routes.ts';

export type Item = Record<string, unknown> & { id: string };

/** The room of reminders over a test's vault, with no channel but the inbox. */
export const openRoom = (vault: TestVault) =>
  reminderEngineRoom({ ...vault, publicUrl: 'https://vault.example', siteUrl: null, channels: { mail: null, text: null, push: [] }, callbacks: [], vapidPublicKey: null });

/** Somebody new, and how they call the room. */
export const newPerson = async (vault: TestVault) => {
  const actor = await createPerson(vault.db);
  return { actor, call: callerOf(openRoom(vault), actor) };
};

/** One call: its status, and its body read as JSON where it is. */
export const send = async (call: Caller, method: string, path: string, body?: unknown) => {
  const response = await call(path, { method, ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) });
  const text = await response.text();
  return { status: response.status, body: (text && response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text) as Item };
};

export const items = async (call: Caller, path: string) => ((await send(call, 'GET', path)).body as unknown as { items: Item[] }).items;
export const inboxOf = (call: Caller) => items(call, '/notifications');

/** The date so many days after the vault's own today, in UTC. */
export const dayAhead = (vault: TestVault, days: number) => new Date(vault.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
