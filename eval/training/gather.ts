import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import type { UserActor } from '@docuvault/core/actor.ts';
import type { Embedder } from '@docuvault/core/embedder.ts';
import { createDatabase } from '@docuvault/db/database.ts';
import { migrate, parseMigration } from '@docuvault/db/migrate.ts';
import { openPglite } from '@docuvault/db/pglite/pglite-driver.ts';
import type { Database } from '@docuvault/db/types.ts';
import { answerQuestion, type Compose } from '@docuvault/vault/ai-chat/answer-question.ts';
import { ungrounded } from '@docuvault/vault/ai-chat/answer/reply.ts';
import type { ReadDocument } from '@docuvault/vault/ai-chat/evidence/document-terms.ts';
import type { Wanted } from '@docuvault/vault/ai-chat/evidence/rank-documents.ts';
import type { FamilyDocument } from '@docuvault/vault/ai-chat/fixtures/family-document.ts';
import { chatDeps, nameAccount, store } from '@docuvault/vault/ai-chat/fixtures/family-vault.ts';
import type { Question } from '@docuvault/vault/ai-chat/question/parse-question.ts';
import { embedAll } from '@docuvault/vault/search-engine/testing/shelf.ts';

/** What the chat has before it when it looks for an answer: the question as understood, and the papers that it found. */
export type Look = { question: Question; wanted: Wanted; documents: readonly ReadDocument[]; keyOf: (document: ReadDocument) => string };

const migrationsIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.sql')).sort().map((name) => parseMigration(name, readFileSync(join(folder, name), 'utf8')));

/** An embedded database that is gone when closed. `workerEntry` is the built script of the engine's thread. */
export const openScratch = async (workerEntry: string): Promise<{ db: Database; close: () => Promise<void> }> => {
  const directory = mkdtempSync(join(tmpdir(), 'docuvault-training-'));
  const driver = await openPglite({ dataDirectory: directory, workerEntry });
  await migrate(driver.admin, migrationsIn('packages/supabase-local/migrations'));
  await migrate(driver.admin, migrationsIn('supabase/migrations'));
  const db = createDatabase(driver);
  return { db, close: async () => { await db.close(); rmSync(directory, { recursive: true, force: true }); } };
};

const person = async (db: Database, name: string): Promise<UserActor> => {
  const userId = crypto.randomUUID();
  const email = `${userId.slice(0, 8)}@example.test`;
  await db.asService('person of training', (tx) => tx.query(sql`insert into auth.users (id, email, email_confirmed_at) values (${userId}, ${email}, now())`));
  const claims = { sub: userId, role: 'authenticated' as const, email, aal: 'aal1' as const, session_id: crypto.randomUUID() };
  const actor: UserActor = { role: 'authenticated', userId, sessionId: claims.session_id, email, aal: 'aal1', claims };
  if (name) await nameAccount(db, actor, name);
  return actor;
};

/** Puts the papers into a vault of their own and asks the questions there, each by itself; `seen` is told of each look, first the narrow one, then the wide. */
export const gather = async (db: Database, embedder: Embedder, asker: string, documents: readonly FamilyDocument[], questions: readonly string[], seen: (question: number, look: Look) => void): Promise<void> => {
  const owner = await person(db, asker);
  const keys = new Map<string, string>();
  for (const document of documents) {
    const id = await store(db, owner, document);
    keys.set(id, document.key);
    await embedAll(db, owner, id, embedder);
  }
  const ctx = { actor: owner, deps: chatDeps(db, embedder) };
  for (const [at, message] of questions.entries()) {
    const note: Compose = (question, read, wanted) => {
      seen(at, { question, wanted, documents: read, keyOf: (document) => keys.get(document.id)! });
      return Promise.resolve(ungrounded(''));
    };
    await answerQuestion(ctx, { conversationId: crypto.randomUUID(), message }, note);
  }
};
