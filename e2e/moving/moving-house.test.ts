import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePdf, textAt } from '@docuvault/document-tools/testing/make-pdf.ts';
import { missingPostgres, startPostgres, type PostgresServer } from '@docuvault/testing/postgres.ts';
import { newHome, removeHome, settled, signIn, signUp, startProduct, startWorkerProcess, uploadRaw, type Member, type Product, type Uploaded } from '@docuvault/testing/product.ts';
import { missingS3, startS3, type S3Server } from '@docuvault/testing/s3.ts';
import { runVault } from '@docuvault/testing/run-vault.ts';

const missing = missingPostgres() ?? missingS3();
const paper = (n: number) => Buffer.from(makePdf([textAt(60, 760, `Invoice INV-${n} of Sharma Electricals. Total amount ${n}700.00 INR.`)]));

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.parentPath.includes('.incoming')).map((entry) => join(entry.parentPath, entry.name));

describe.skipIf(missing !== null)('moving house', { timeout: 240_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'docuvault-moving-'));
  const archive = join(folder, 'vault.backup');
  const [embedded, onServer, backAgain] = [newHome(), newHome(), newHome()];
  let postgres: PostgresServer;
  let s3: S3Server;
  let outside: Record<string, string>;
  let person: Member;
  const documents = new Map<string, Buffer>();

  /** What must be true of a vault wherever it has been brought: the person signs in with the same password and finds the same papers. */
  const expectWhole = async (product: Product): Promise<Member> => {
    const asha = await signIn(product, person.email, person.password);
    const { items } = await asha.json<{ items: { id: string; title: string }[] }>('documents');
    expect(items.map((item) => item.id).sort()).toEqual([...documents.keys()].sort());
    for (const [id, bytes] of documents) expect(Buffer.from(await (await asha.call(`documents/${id}/file`)).arrayBuffer()).equals(bytes), id).toBe(true);
    expect((await asha.post<{ results: unknown[] }>('search-engine', { query: 'Sharma Electricals' })).results).toHaveLength(documents.size);
    expect(await asha.json('documents/folders')).toMatchObject({ items: [{ name: 'Bills' }] });
    expect(await asha.json('ai-chat/conversations')).toMatchObject({ items: [{}] });
    return asha;
  };

  beforeAll(async () => {
    [postgres, s3] = await Promise.all([startPostgres(), startS3()]);
    outside = {
      DATABASE_URL: postgres.appUrl, DATABASE_ADMIN_URL: postgres.adminUrl,
      S3_ENDPOINT: s3.endpoint, S3_BUCKET: s3.bucket, S3_ACCESS_KEY_ID: s3.accessKeyId, S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
    };
  });
  afterAll(() => {
    postgres.stop();
    s3.stop();
    for (const home of [embedded, onServer, backAgain]) removeHome(home);
    rmSync(folder, { recursive: true, force: true });
  });

  it('takes one whole, sealed backup while the embedded vault runs and takes papers in', async () => {
    const product = await startProduct(embedded);
    person = await signUp(product);
    await person.post('documents/folders', { name: 'Bills' });
    for (let n = 1; n <= 3; n++) {
      const { document } = (await (await uploadRaw(person, paper(n), `paper ${n}.pdf`)).json()) as Uploaded;
      expect((await settled(person, document.id)).status).toBe('completed');
      documents.set(document.id, paper(n));
    }
    await person.post('ai-chat', { conversationId: 'first', message: 'What is the total of invoice INV-2?' });
    const made = await runVault(embedded, ['backup', archive]);
    expect(made.said).toContain(`${archive}: `);
    expect(made.code).toBe(0);
    expect(statSync(archive).mode & 0o777).toBe(0o600);
    const bytes = readFileSync(archive);
    for (const plain of ['Sharma', 'INV-2', person.email, 'encryptionKey']) expect(bytes.includes(plain), plain).toBe(false);
    const verified = await runVault(embedded, ['verify', archive]);
    expect(verified.said).toMatch(/ 3 as they were uploaded, 0 bad\./);
    expect((await runVault(embedded, ['backup', archive])).code, 'an existing file is not written over').toBe(1);
    expect(await product.stop()).toBe(0);
  });

  it('does not open with another passphrase, and refuses a changed or cut archive', async () => {
    expect((await runVault(embedded, ['verify', archive], { VAULT_PASSPHRASE: 'another pass phrase' })).said).toContain('passphrase');
    const harmed = join(folder, 'harmed.backup');
    const bytes = readFileSync(archive);
    bytes[Math.floor(bytes.length * 0.8)]! ^= 1;
    writeFileSync(harmed, bytes);
    const changed = await runVault(embedded, ['verify', harmed]);
    expect(changed.code).toBe(1);
    expect(changed.said).toContain('damaged');
    copyFileSync(archive, harmed);
    truncateSync(harmed, statSync(archive).size - 100);
    expect((await runVault(embedded, ['restore', harmed], { DOCUVAULT_HOME: join(folder, 'nowhere') })).code).toBe(1);
  });

  it('moves from the embedded engine to PostgreSQL and S3', async () => {
    const moved = await runVault(onServer, ['restore', archive], outside);
    expect(moved.said).toMatch(/Restored 1 people, 3 documents/);
    expect(moved.said).toContain('keys of the backup are in secrets.json');
    expect((await runVault(onServer, ['restore', archive], outside)).said, 'into an empty vault only').toContain('empty');
    const [api, worker] = [await startProduct(onServer, outside, 'api'), await startWorkerProcess(onServer, outside)];
    const asha = await expectWhole(api);
    const { document } = (await (await uploadRaw(asha, paper(4), 'paper 4.pdf')).json()) as Uploaded;
    expect((await settled(asha, document.id)).status).toBe('completed');
    documents.set(document.id, paper(4));
    expect((await runVault(onServer, ['doctor'], outside)).said).toMatch(/4 documents, .* 0 findings/);
    await Promise.all([api.stop(), worker.stop()]);
    expect(existsSync(join(onServer, 'files')), 'no file lies in the home').toBe(false);
  });

  it('moves back to an embedded vault that has keys of its own, and wraps the files\' keys by them', async () => {
    const second = join(folder, 'second.backup');
    expect((await runVault(onServer, ['backup', second], outside)).code).toBe(0);
    const own = { ENCRYPTION_KEY: 'another master key of thirty-two bytes and more' };
    const moved = await runVault(backAgain, ['restore', second], own);
    expect(moved.said).toContain('wrapped by this vault');
    const product = await startProduct(backAgain, own);
    await expectWhole(product);
    await product.stop();
  });

  it('writes a backup out as plain files', async () => {
    const out = join(folder, 'plain');
    expect((await runVault(embedded, ['export', archive, out])).said).toContain('3 originals of 3 documents of 1 people');
    const names = filesBelow(out).map((path) => path.slice(out.length + 1));
    expect(names).toEqual(expect.arrayContaining(['documents/paper 1.pdf', 'documents.json', 'folders.json', 'chat_messages.json'].map((name) => expect.stringContaining(name) as string)));
    expect(readFileSync(join(out, names.find((name) => name.endsWith('paper 2.pdf'))!)).equals(paper(2))).toBe(true);
  });

  it('finds missing, damaged and left-over files, and says what to do', async () => {
    const stored = filesBelow(join(embedded, 'files')).filter((path) => path.includes('/documents/'));
    const [gone, harmed] = stored as [string, string];
    const kept = readFileSync(gone);
    rmSync(gone);
    const bytes = readFileSync(harmed);
    bytes[40]! ^= 1;
    writeFileSync(harmed, bytes);
    mkdirSync(join(embedded, 'files/documents/x'), { recursive: true });
    writeFileSync(join(embedded, 'files/documents/x/left-over'), 'x');
    const found = await runVault(embedded, ['doctor']);
    expect(found.code).toBe(2);
    for (const kind of ['missing: documents/', 'corrupt: documents/', 'orphaned: documents/x/left-over', 'Bring this file back from a backup']) expect(found.said).toContain(kind);
    writeFileSync(gone, kept);
    bytes[40]! ^= 1;
    writeFileSync(harmed, bytes);
    rmSync(join(embedded, 'files/documents/x'), { recursive: true });
    expect((await runVault(embedded, ['doctor'])).said).toContain(' 0 findings');
  });

  it('gives the files a new master key, and again after it was interrupted', async () => {
    const before = JSON.parse(readFileSync(join(embedded, 'secrets.json'), 'utf8')) as { encryptionKey: string };
    const turned = await runVault(embedded, ['rotate-keys']);
    expect(turned.said).toMatch(/Master key 2 is new; \d+ keys were wrapped anew/);
    const after = JSON.parse(readFileSync(join(embedded, 'secrets.json'), 'utf8')) as { encryptionKey: string; encryptionKeysPrevious: string };
    expect(after.encryptionKey).not.toBe(before.encryptionKey);
    expect(after.encryptionKeysPrevious).toBe(`1:${before.encryptionKey}`);
    // As a run leaves it that was cut off right after it had made the key.
    const cutOff = { ...after, encryptionKey: 'a third master key, thirty-two bytes long and more', encryptionKeysPrevious: `${after.encryptionKeysPrevious},2:${after.encryptionKey}` };
    writeFileSync(join(embedded, 'secrets.json'), JSON.stringify(cutOff));
    expect((await runVault(embedded, ['rotate-keys'])).said).toMatch(/Master key 3 is the newest; [1-9]\d* keys were wrapped anew/);
    const product = await startProduct(embedded);
    const asha = await signIn(product, person.email, person.password);
    const [id] = documents.keys();
    expect((await asha.call(`documents/${id!}/file`)).status).toBe(200);
    await product.stop();
    expect((await runVault(embedded, ['doctor'])).said).toContain(' 0 findings');
  });

  it('makes an account, and takes a folder of papers into it once', async () => {
    const home = newHome();
    const product = await startProduct(home);
    const made = await runVault(home, ['create-admin', '--email', 'root@example.test']);
    expect(made.said).toContain('root@example.test is ');
    const papers = join(folder, 'papers/2026');
    mkdirSync(papers, { recursive: true });
    for (let n = 1; n <= 3; n++) writeFileSync(join(papers, `${n}.pdf`), paper(n));
    writeFileSync(join(papers, 'broken.pdf'), 'not a paper at all');
    const taken = await runVault(home, ['import', join(folder, 'papers'), '--email', 'root@example.test']);
    expect(taken.said).toContain('3 papers taken in, 0 were there already, 1 refused');
    expect((await runVault(home, ['import', join(folder, 'papers'), '--email', 'root@example.test'])).said).toContain('0 papers taken in, 3 were there already');
    await product.stop();
    removeHome(home);
  });
});
