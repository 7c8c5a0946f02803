import { join } from 'node:path';
import sql from 'sql-template-tag';
import type { UserActor } from '@docuvault/core/actor.ts';
import { documentTypes } from '@docuvault/core/vocabulary.ts';
import { createDatabase } from '@docuvault/db/database.ts';
import { openPglite } from '@docuvault/db/pglite/pglite-driver.ts';
import type { Database, Tx } from '@docuvault/db/types.ts';
import { storeEmbeddings } from '@docuvault/vault/search-engine/embeddings.ts';
import { indexText } from '@docuvault/vault/search-engine/index-text.ts';
import { paperLines } from './household-text.ts';
import { createRandom } from './random.ts';
import { measureCalls } from './statistics.ts';

const papersACommit = 20;
const model = 'use-lite-en/1';

const topicRandom = createRandom(3);
const topics = Array.from({ length: 40 }, () => Float32Array.from({ length: 512 }, () => topicRandom() - 0.5));

/** A direction near one of forty topics, as passages of a household lie. */
const madeUpVector = (random: () => number): Float32Array => {
  const topic = topics[Math.floor(random() * topics.length)]!;
  const vector = topic.map((value) => value + (random() - 0.5) * 1.6);
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
};

const putPaper = async (tx: Tx, owner: UserActor, number: number): Promise<void> => {
  const random = createRandom(number + 5);
  const { lines } = paperLines(number);
  const id = crypto.randomUUID();
  const userId = owner.userId;
  const documentType = documentTypes[number % documentTypes.length]!;
  await tx.query(sql`
    insert into private.blobs (id, owner_id, storage_key, stored_bytes, key_version, wrapped_key) values (${id}, ${userId}, ${`bench/${id}`}, 1, 1, ${new Uint8Array([1])})`);
  await tx.query(sql`
    insert into public.documents (id, user_id, title, file_name, file_path, mime_type, size_bytes, sha256, blob_id, status, document_type)
    values (${id}, ${userId}, ${lines[0]}, 'paper.pdf', ${`${userId}/${id}`}, 'application/pdf', 1, ${(id + id).replaceAll('-', '')}, ${id}, 'completed', ${documentType})`);
  await indexText(tx, {
    documentId: id, userId, title: lines[0]!, documentType, category: 'other', person: null, tags: [],
    fields: [{ name: 'documentNumber', value: String(100_000 + number) }, { name: 'issueDate', value: `202${number % 6}-0${1 + (number % 9)}-11` }],
    chunks: [lines.slice(0, 14), lines.slice(14)].map((part, ordinal) => ({ ordinal, page: ordinal + 1, text: part.join('\n') })),
  });
  const pending = await tx.query<{ ordinal: number; fingerprint: string }>(sql`select e.ordinal, md5(e.content) as fingerprint from public.document_embeddings e where e.document_id = ${id}`);
  await storeEmbeddings(tx, { documentId: id, userId, model, vectors: pending.map((passage) => ({ ...passage, vector: madeUpVector(random) })) });
};

/** The engine's simplest read as the person: one row by its key, in a transaction of its own. Milliseconds at the middle. */
const readOneRow = async (db: Database, owner: UserActor): Promise<number> => {
  const [row] = await db.asUser(owner, (tx) => tx.query<{ id: string }>(sql`select d.id from public.documents d limit 1`));
  const read = () => db.asUser(owner, (tx) => tx.query(sql`select d.id, d.title, d.status from public.documents d where d.id = ${row!.id}`));
  await measureCalls(50, 1, read);
  return (await measureCalls(300, 1, read)).p50;
};

/**
 * Puts papers `from`..`to` on the shelf of `owner`, in the database of a server that is stopped, twenty a commit. Words, fields,
 * passages and sketches go through the use cases that the server uses. Made up are the vectors (embedding 20,000 passages takes
 * half an hour), and there is no file behind these papers. `done` hears how far it is. Answers the middle time of reading one row afterwards.
 */
export const fillVault = async (home: string, owner: UserActor, from: number, to: number, workers: URL, done: (papers: number) => void): Promise<number> => {
  const driver = await openPglite({ dataDirectory: join(home, 'database'), workerEntry: new URL('pglite-worker.js', workers) });
  const db = createDatabase(driver);
  for (let number = from; number < to; number += papersACommit) {
    await db.asService('bench papers', async (tx) => {
      for (let one = number; one < Math.min(to, number + papersACommit); one += 1) await putPaper(tx, owner, one);
    });
    done(Math.min(to, number + papersACommit));
  }
  await driver.admin.exec('vacuum (analyze)');
  const row = await readOneRow(db, owner);
  await db.close();
  return row;
};
