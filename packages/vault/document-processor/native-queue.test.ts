import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase } from '@docuvault/db/database.ts';
import { openPostgres } from '@docuvault/db/postgres/postgres-driver.ts';
import type { Database } from '@docuvault/db/types.ts';
import { createPerson } from '@docuvault/testing/database.ts';
import { missingPostgres, preparePostgres, startPostgres, type PostgresServer } from '@docuvault/testing/postgres.ts';
import { callerOf, vaultOn, type TestVault } from '@docuvault/testing/vault.ts';
import { documentUploadRoom } from '../document-upload/document-upload.routes.ts';
import { documentsRoom } from '../documents/documents.routes.ts';
import { createProcessor } from './processor.ts';
import { processingStatusOf } from './processing-status.ts';

describe.skipIf(missingPostgres())('the queue on native PostgreSQL, as a plain login', () => {
  let server: PostgresServer;
  let vault: TestVault;
  let directory: string;
  const databases: Database[] = [];
  let pagesRead = 0;
  const connect = () => {
    const db = createDatabase(openPostgres({ connectionString: server.appUrl, maxConnections: 4 }));
    databases.push(db);
    return db;
  };
  const toolsOptions = {
    beforePage: () => {
      pagesRead += 1;
    },
  };

  beforeAll(async () => {
    server = await startPostgres();
    await preparePostgres(server);
    directory = mkdtempSync(join(tmpdir(), 'docuvault-queue-'));
    vault = await vaultOn(connect(), directory, toolsOptions);
  });
  afterAll(async () => {
    await Promise.all(databases.map((db) => db.close()));
    server.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  it('gives each document to one of many workers, and completes them all', async () => {
    const people = [await createPerson(vault.db), await createPerson(vault.db, 'ravi'), await createPerson(vault.db, 'mira')];
    const ids: { id: string; person: (typeof people)[number] }[] = [];
    for (let i = 0; i < 30; i++) {
      const person = people[i % 3]!;
      const form = new FormData();
      form.append('file', new Blob([`%PDF-1.7\npaper number ${i}`]), `paper ${i}.pdf`);
      const answer = await callerOf(documentUploadRoom(vault), person)('/', { method: 'POST', body: form });
      expect(answer.status).toBe(201);
      ids.push({ id: ((await answer.json()) as { document: { id: string } }).document.id, person });
    }
    const workers = await Promise.all([1, 2, 3, 4].map(async (n) => createProcessor(await vaultOn(connect(), directory, toolsOptions), { worker: `w${n}`, readers: 3, embedders: 2 })));
    await Promise.all(workers.map((worker) => worker.start()));
    const unfinished = async () => {
      const states = await Promise.all(ids.map(({ id, person }) => vault.db.asUser(person, (tx) => processingStatusOf(tx, id))));
      return states.filter(({ status }) => status !== 'completed').length;
    };
    for (let i = 0; i < 1000 && (await unfinished()) > 0; i++) await new Promise((resolve) => setTimeout(resolve, 20));
    await Promise.all(workers.map((worker) => worker.stop()));
    expect(await unfinished()).toBe(0);
    expect(pagesRead).toBe(30);
  });

  it('lists, puts right, serves and deletes there as on the embedded engine', async () => {
    const person = await createPerson(vault.db, 'asha');
    const form = new FormData();
    form.append('file', new Blob(['%PDF-1.7\nhello']), 'hello.pdf');
    form.append('tags', '["one","two"]');
    const { document } = (await (await callerOf(documentUploadRoom(vault), person)('/', { method: 'POST', body: form })).json()) as { document: { id: string } };
    await createProcessor(vault, { worker: 'w' }).runOnce();
    const call = callerOf(documentsRoom(vault), person);
    const send = (method: string, path: string, body: object) => call(path, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() } });
    for (const sort of ['title', '-createdAt', 'expiresOn', '-sizeBytes']) expect(((await (await call(`/?tag=one&sort=${sort}`)).json()) as { items: unknown[] }).items).toHaveLength(1);
    const patched = await send('PATCH', `/${document.id}`, { title: 'T', fields: { totalAmount: 5, issueDate: '2024-01-02' }, documentType: 'invoice', expiresOn: '2030-01-01' });
    expect(await patched.json()).toMatchObject({ title: 'T', expiresOn: '2030-01-01', status: 'completed', tags: ['one', 'two'] });
    expect(await (await call(`/${document.id}/file`, { headers: { range: 'bytes=-5' } })).text()).toBe('hello');
    expect((await call(`/${document.id}/thumbnail`)).status).toBe(200);
    expect(await (await send('POST', '/bulk', { action: 'trash', filter: { tag: 'two' } })).json()).toMatchObject({ succeeded: 1 });
    expect((await send('DELETE', `/${document.id}?permanent=true`, {})).status).toBe(204);
    expect((await call(`/${document.id}`)).status).toBe(404);
  });
});
