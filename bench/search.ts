/*
 * Speed of search on the embedded engine, without HTTP: the use cases against a temporary database of one owner.
 *   node scripts/run.mjs bench/search.ts [--sizes 200,2000,10000]
 * Passages get made-up vectors (embedding 20,000 would take half an hour); queries are embedded by the packaged model.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { createLocalEmbedder } from '@docuvault/embed-local/create-local-embedder.ts';
import type { UserActor } from '@docuvault/core/actor.ts';
import { documentTypes } from '@docuvault/core/vocabulary.ts';
import { createDatabase } from '@docuvault/db/database.ts';
import { migrate } from '@docuvault/db/migrate.ts';
import { openPglite } from '@docuvault/db/pglite/pglite-driver.ts';
import type { Database } from '@docuvault/db/types.ts';
import { localMigrations, productMigrations } from '@docuvault/testing/migrations.ts';
import type { Deps } from '@docuvault/vault/context.ts';
import { storeEmbeddings } from '@docuvault/vault/search-engine/embeddings.ts';
import { indexText } from '@docuvault/vault/search-engine/index-text.ts';
import { searchDocuments } from '@docuvault/vault/search-engine/search-documents.ts';
import { paperLines, zipfWord } from './household-text.ts';
import { createRandom } from './random.ts';
import { measureCalls, percentile, timingCells, type Timing } from './statistics.ts';

const print = (line = '') => process.stdout.write(`${line}\n`);

/** A direction near one of forty topics, as passages of a household lie. */
const madeUpVector = (random: () => number, topics: readonly Float32Array[]): Float32Array => {
  const topic = topics[Math.floor(random() * topics.length)]!;
  const vector = topic.map((value) => value + (random() - 0.5) * 1.6);
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
};

/** Puts papers `from`..`to` on the shelf of `owner` through the indexing use cases; returns the milliseconds each took to index. */
export const seedPapers = async (db: Database, owner: UserActor, from: number, to: number, model: string): Promise<number[]> => {
  const random = createRandom(from + 5);
  const topicRandom = createRandom(3);
  const topics = Array.from({ length: 40 }, () => Float32Array.from({ length: 512 }, () => topicRandom() - 0.5));
  const times: number[] = [];
  for (let number = from; number < to; number += 1) {
    const { lines } = paperLines(number);
    const documentId = crypto.randomUUID();
    const documentType = documentTypes[number % documentTypes.length]!;
    const sha = (documentId + documentId).replaceAll('-', '');
    await db.asService('bench paper', async (tx) => {
      await tx.query(sql`insert into private.blobs (id, owner_id, storage_key, stored_bytes, key_version, wrapped_key)
        values (${documentId}, ${owner.userId}, ${documentId}, 1, 1, ${new Uint8Array([1])})`);
      await tx.query(sql`insert into public.documents (id, user_id, title, file_name, file_path, mime_type, size_bytes, sha256, blob_id, status, document_type)
        values (${documentId}, ${owner.userId}, ${lines[0]}, 'paper.pdf', ${`${owner.userId}/${documentId}`}, 'application/pdf', 1, ${sha}, ${documentId}, 'completed', ${documentType})`);
    });
    const chunks = [lines.slice(0, 14), lines.slice(14)].map((part, ordinal) => ({ ordinal, page: ordinal + 1, text: part.join('\n') }));
    const begun = performance.now();
    await db.asService('bench index', (tx) =>
      indexText(tx, {
        documentId, userId: owner.userId, title: lines[0]!, documentType, category: 'other', person: null, tags: [],
        fields: [{ name: 'documentNumber', value: String(100_000 + number) }, { name: 'issueDate', value: `202${number % 6}-0${1 + (number % 9)}-11` }], chunks,
      }));
    times.push(performance.now() - begun);
    await db.asService('bench vectors', async (tx) => {
      const pending = await tx.query<{ ordinal: number; fingerprint: string }>(sql`select ordinal, md5(content) as fingerprint from public.document_embeddings where document_id = ${documentId}`);
      await storeEmbeddings(tx, { documentId, userId: owner.userId, model, vectors: pending.map((p) => ({ ...p, vector: madeUpVector(random, topics) })) });
    });
  }
  return times;
};

const questions = ['papers for the car', 'how much rent do we owe', 'electricity bill', 'what did the doctor find', 'insurance premium', 'money I owe the bank', 'total amount', 'invoice number', 'passport holder', 'salary'];

/** Searches as people make them: two words of the papers, a number or part of it, a typing error, everyday wordings, very common words. Each differs. */
export const searchMix = (count: number, seed: number): string[] => {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const number = Math.floor(random() * 200);
    switch (index % 6) {
      case 0:
        return `${zipfWord(0.3 + random() * 0.7)} ${zipfWord(0.3 + random() * 0.7)}`;
      case 1:
        return paperLines(number).marker;
      case 2:
        return String(100_000 + number).slice(0, 5);
      case 3:
        return `${zipfWord(random())} ${zipfWord(random())} ${zipfWord(random())}`;
      case 4:
        return `${zipfWord(0.6 + random() * 0.4)}x ${zipfWord(random())}`;
      default:
        return `${questions[Math.floor(random() * questions.length)]!} ${random() < 0.5 ? '' : zipfWord(random())}`;
    }
  });
};

export const benchSearch = async (sizes: readonly number[], workers: URL): Promise<void> => {
  const directory = mkdtempSync(join(tmpdir(), 'docuvault-bench-search-'));
  const driver = await openPglite({ dataDirectory: directory, workerEntry: new URL('pglite-worker.js', workers) });
  await migrate(driver.admin, localMigrations());
  await migrate(driver.admin, productMigrations());
  const db = createDatabase(driver);
  const embedder = createLocalEmbedder({ entry: new URL('embed-worker.js', workers) });
  const userId = crypto.randomUUID();
  await db.asService('bench person', (tx) => tx.query(sql`insert into auth.users (id, email) values (${userId}, 'bench@example.test')`));
  const owner: UserActor = { role: 'authenticated', userId, sessionId: null, email: null, aal: 'aal1', claims: { sub: userId, role: 'authenticated' } };
  const ctx = { actor: owner, deps: { db, embedder } as unknown as Deps };
  const ask = (mode: 'keyword' | 'hybrid') => (query: string) => searchDocuments(ctx, { query, mode, filters: {}, limit: 10 });
  await embedder.embed(['warm'], 'query');

  print('| documents | empty transaction | indexing one | keyword alone | keyword, 16 in flight | hybrid alone | hybrid, 16 in flight |');
  print('|---|---|---|---|---|---|---|');
  let done = 0;
  let first: Record<string, Timing> | null = null;
  for (const size of sizes) {
    const times = await seedPapers(db, owner, done, size, embedder.model);
    done = size;
    await driver.admin.exec('analyze');
    for (const query of searchMix(30, 1)) await ask('hybrid')(query);
    const run = (mode: 'keyword' | 'hybrid', count: number, inFlight: number, seed: number) => {
      const queries = searchMix(count, seed + size);
      return measureCalls(count, inFlight, (index) => ask(mode)(queries[index]!));
    };
    const empty = await measureCalls(100, 1, () => db.asUser(owner, (tx) => tx.query(sql`select 1`)));
    const rows: Record<string, Timing> = {
      keyword: await run('keyword', 300, 1, 11),
      keywordBusy: await run('keyword', 600, 16, 12),
      hybrid: await run('hybrid', 200, 1, 13),
      hybridBusy: await run('hybrid', 400, 16, 14),
    };
    first ??= rows;
    const cells = Object.entries(rows).map(([name, timing]) => `${timingCells(timing)} (${(timing.p50 / first![name]!.p50).toFixed(1)} ×)`);
    print(`| ${size.toLocaleString('en')} | ${empty.p50.toFixed(2)} ms | ${percentile(times, 50).toFixed(1)} / ${percentile(times, 99).toFixed(1)} ms | ${cells.join(' | ')} |`);
  }
  await embedder.close();
  await db.close();
  rmSync(directory, { recursive: true, force: true });
};

if (process.argv[1]?.endsWith('search.js')) {
  const at = process.argv.indexOf('--sizes');
  const sizes = at > 0 ? process.argv[at + 1]!.split(',').map(Number) : [200, 2_000, 10_000];
  await benchSearch(sizes, new URL('./', import.meta.url));
}
