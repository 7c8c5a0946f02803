import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import { sealFile } from '@docuvault/core/encryption/sealed-files.ts';
import { createPerson } from '@docuvault/testing/database.ts';
import { openTestVault, type TestVault } from '@docuvault/testing/vault.ts';
import { uuidv7 } from 'uuidv7';
import { ingestFile } from '../document-upload/ingest-file.ts';
import { insertBlob } from '../files/blobs.repository.ts';
import { createProcessor } from './processor.ts';
import { runFileUpkeep, runSqlUpkeep } from './run-upkeep.ts';

let vault: TestVault;
const day = 24 * 60 * 60_000;
const files = () => readdirSync(join(vault.directory, 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
async function* bytesOf(text: string) {
  yield await Promise.resolve(new TextEncoder().encode(text));
}

beforeAll(async () => {
  vault = await openTestVault();
});

describe('upkeep', () => {
  it('empties the trash of what has lain there for 30 days, file and all, and of nothing younger', async () => {
    const actor = await createPerson(vault.db);
    const put = async (text: string) => (await ingestFile({ actor, deps: vault }, { stream: bytesOf(`%PDF-1.7\n${text}`), fileName: 'x.pdf' })).document.id;
    const [old, young] = [await put('old'), await put('young')];
    await createProcessor(vault, { worker: 'test' }).runOnce();
    const before = files();
    const trash = (id: string) => vault.db.asUser(actor, (tx) => tx.query(sql`update public.documents set deleted_at = ${vault.clock.now()} where id = ${id}`));
    await trash(old);
    vault.clock.advance(2 * day);
    await trash(young);
    vault.clock.advance(28 * day + 1000);
    expect(await runFileUpkeep(vault)).toMatchObject({ purged: 1 });
    expect(files()).toBe(before - 2);
    const left = await vault.db.asUser(actor, (tx) => tx.query<{ id: string }>(sql`select id from public.documents`));
    expect(left).toEqual([{ id: young }]);
  });

  it('removes the files that crashes left, with a row and without, once they are a day old', async () => {
    const actor = await createPerson(vault.db);
    const before = files();
    // Ids carry the real time; the clock of this test runs ahead of it, so it is turned back first.
    vault.clock.advance(Date.now() - vault.clock.now().getTime());
    const leave = () => {
      const id = uuidv7();
      return sealFile(vault, id, `documents/${actor.userId}/${uuidv7()}/${id}`, bytesOf('left'));
    };
    await leave();
    const rowed = await leave();
    await vault.db.asService('test', (tx) => insertBlob(tx, actor.userId, rowed, vault.clock.now()));
    expect(await runFileUpkeep(vault)).toMatchObject({ swept: 0 });
    vault.clock.advance(day + 60_000);
    expect(await runFileUpkeep(vault)).toMatchObject({ swept: 2 });
    expect(files()).toBe(before);
  });

  it('forgets keys and finished jobs in time, and can be run again at once', async () => {
    const actor = await createPerson(vault.db);
    await vault.db.asUser(actor, (tx) => tx.query(sql`
      insert into public.idempotency_keys (user_id, key, function_name, request_hash, created_at) values (${actor.userId}, 'k', 'f', 'h', ${vault.clock.now()})`));
    expect(await runSqlUpkeep(vault)).toMatchObject({ keysForgotten: 0 });
    vault.clock.advance(8 * day);
    expect(await runSqlUpkeep(vault)).toMatchObject({ keysForgotten: 1 });
    expect(await runSqlUpkeep(vault)).toEqual({ keysForgotten: 0, jobsForgotten: 0, jobsReclaimed: 0 });
    expect(await runFileUpkeep(vault)).toEqual({ purged: 0, swept: 0 });
  });
});
