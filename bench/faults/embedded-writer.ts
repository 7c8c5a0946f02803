import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import type { UserActor } from '@docuvault/core/actor.ts';
import { systemClock } from '@docuvault/core/clock.ts';
import { createKeyring } from '@docuvault/core/encryption/keyring.ts';
import { openFile } from '@docuvault/core/encryption/sealed-files.ts';
import { silentLogger } from '@docuvault/core/logger.ts';
import { createDatabase } from '@docuvault/db/database.ts';
import { openPglite } from '@docuvault/db/pglite/pglite-driver.ts';
import { createFsBlobStore } from '@docuvault/storage-fs/fs-blob-store.ts';
import type { Deps } from '@docuvault/vault/context.ts';
import { ingestFile } from '@docuvault/vault/document-upload/ingest-file.ts';
import { findBlob } from '@docuvault/vault/files/blobs.repository.ts';

const lanes = 4;
const userId = '0197f7a0-0000-7000-8000-000000000001';
const actor: UserActor = { role: 'authenticated', userId, sessionId: null, email: null, aal: 'aal1', claims: { sub: userId, role: 'authenticated' } };

/** What taking a paper in has no use for. */
const unused = undefined as never;
const never = () => Promise.reject(new Error('not used'));

const openVault = async (home: string, workers: string): Promise<Deps> => {
  const driver = await openPglite({ dataDirectory: join(home, 'database'), workerEntry: join(workers, 'pglite-worker.js') });
  return {
    db: createDatabase(driver), clock: systemClock, blobs: createFsBlobStore({ directory: join(home, 'files') }),
    keyring: await createKeyring(new Map([[1, 'a master secret for the fault tests, of 32 bytes']])),
    tools: { open: never, close: () => Promise.resolve() }, embedder: { model: 'none', dimensions: 1, embed: never, close: () => Promise.resolve() },
    outside: null, models: [], translator: null, scanner: null, printer: unused, passwords: unused, log: silentLogger, version: '0',
  };
};

/** Looks for every acknowledged document: its row, its job, and each byte of its file. Answers what is lost. */
const verify = async (deps: Deps, acknowledged: readonly string[]): Promise<string[]> => {
  const lost: string[] = [];
  for (const line of acknowledged) {
    const [id, sha256] = line.split(' ') as [string, string];
    const [row] = await deps.db.asUser(actor, (tx) => tx.query<{ blob_id: string; sha256: string; jobs: number }>(sql`
      select d.blob_id, d.sha256, (select count(*)::integer from public.processing_queue q where q.document_id = d.id) as jobs from public.documents d where d.id = ${id}`));
    const file = row && (await deps.db.asService('fault test', (tx) => findBlob(tx, row.blob_id)));
    if (!row || !file || row.sha256 !== sha256 || row.jobs !== 1) {
      lost.push(`${id}: ${row ? 'its row is not whole' : 'no row'}`);
      continue;
    }
    const hash = createHash('sha256');
    try {
      for await (const part of openFile(deps, file)) hash.update(part);
      if (hash.digest('hex') !== sha256) lost.push(`${id}: other bytes`);
    } catch (error) {
      lost.push(`${id}: ${(error as Error).message}`);
    }
  }
  return lost;
};

/** A process that checks what the last one acknowledged, then takes papers in until it is killed. */
export const runWriter = async (home: string, workers: string, acknowledgedFile: string, writes: boolean): Promise<void> => {
  const deps = await openVault(home, workers);
  await deps.db.asService('fault test', (tx) => tx.query(sql`insert into auth.users (id, email) values (${userId}, 'faults@example.test') on conflict do nothing`));
  const acknowledged = readFileSync(acknowledgedFile, 'utf8').split('\n').filter(Boolean);
  const lost = await verify(deps, acknowledged);
  process.stdout.write(`verified ${JSON.stringify({ checked: acknowledged.length, lost })}\n`);
  if (!writes) {
    const [rows] = await deps.db.asUser(actor, (tx) => tx.query<{ documents: number }>(sql`select count(*)::integer as documents from public.documents`));
    process.stdout.write(`rows ${rows!.documents}\n`);
    await deps.db.close();
    return;
  }
  const write = async (): Promise<never> => {
    for (;;) {
      const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(1_000 + Math.floor(Math.random() * 60_000))]);
      const { document } = await ingestFile({ actor, deps }, { stream: (async function* () { yield await Promise.resolve(bytes); })(), fileName: 'paper.pdf' });
      process.stdout.write(`ack ${document.id} ${createHash('sha256').update(bytes).digest('hex')}\n`);
    }
  };
  await Promise.all(Array.from({ length: lanes }, write));
};
