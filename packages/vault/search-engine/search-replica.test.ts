import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createDatabase } from '@docuvault/db/database.ts';
import { openPostgres } from '@docuvault/db/postgres/postgres-driver.ts';
import { withReplica } from '@docuvault/db/postgres/read-replica.ts';
import { createPerson } from '@docuvault/testing/database.ts';
import { missingPostgres, preparePostgres, startPostgres } from '@docuvault/testing/postgres.ts';
import { callerOf, vaultOn } from '@docuvault/testing/vault.ts';
import { createProcessor } from '../document-processor/processor.ts';
import { documentUploadRoom } from '../document-upload/document-upload.routes.ts';
import { searchDocuments } from './search-documents.ts';

it.skipIf(missingPostgres() !== null)('searches on a standby, where every transaction is read only', async () => {
  const server = await startPostgres();
  await preparePostgres(server);
  const standby = await server.startStandby();
  const directory = mkdtempSync(join(tmpdir(), 'docuvault-replica-'));
  const asked = { standby: 0, primary: 0 };
  const counting = (which: keyof typeof asked, driver: ReturnType<typeof openPostgres>) => ({
    ...driver, transaction: ((...call) => {
      asked[which] += 1;
      return driver.transaction(...call);
    }) as typeof driver.transaction,
  });
  const db = createDatabase(withReplica(counting('primary', openPostgres({ connectionString: server.appUrl })), counting('standby', openPostgres({ connectionString: standby.appUrl, readOnly: true }))));
  const vault = await vaultOn(db, directory);
  const asha = await createPerson(db);
  const form = new FormData();
  form.append('file', new Blob(['%PDF-1.7\nInvoice of Sharma Electricals']), 'a.pdf');
  await callerOf(documentUploadRoom(vault), asha)('/', { method: 'POST', body: form });
  await createProcessor(vault, { worker: 'w' }).runOnce();
  const input = { query: 'Sharma', mode: 'keyword', filters: {}, limit: 10 } as Parameters<typeof searchDocuments>[1];
  let found = 0;
  for (let n = 0; n < 500 && found === 0; n++) found = (await searchDocuments({ actor: asha, deps: vault }, input)).results.length;
  const before = { ...asked };
  expect((await searchDocuments({ actor: asha, deps: vault }, input)).results).toHaveLength(1);
  expect(asked.primary).toBe(before.primary);
  expect(asked.standby).toBeGreaterThan(before.standby);
  await db.close();
  standby.stop();
  server.stop();
  rmSync(directory, { recursive: true, force: true });
});
