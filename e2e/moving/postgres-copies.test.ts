import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePdf, textAt } from '@docuvault/document-tools/testing/make-pdf.ts';
import { openPostgresAdmin } from '@docuvault/db/postgres/postgres-admin.ts';
import { missingPostgres, startPostgres, type PostgresServer } from '@docuvault/testing/postgres.ts';
import { newHome, removeHome, settled, signIn, signUp, startProduct, uploadRaw, type Member, type Product, type Uploaded } from '@docuvault/testing/product.ts';
import { runVault } from '@docuvault/testing/run-vault.ts';

const paper = (n: number) => Buffer.from(makePdf([textAt(60, 760, `Invoice INV-${n} of Sharma Electricals. Total amount ${n}700.00 INR.`)]));
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** PostgreSQL's own ways of copying a database, as docs/operations/backup.md has them. */
describe.skipIf(missingPostgres() !== null)('a copy of the database alone', { timeout: 240_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'docuvault-copies-'));
  const archive = join(folder, 'wal');
  const home = newHome();
  const papers = new Map<string, string>();
  let server: PostgresServer;
  let product: Product;
  let asha: Member;
  const envOf = ({ appUrl, adminUrl }: Pick<PostgresServer, 'appUrl' | 'adminUrl'>) => ({ DATABASE_URL: appUrl, DATABASE_ADMIN_URL: adminUrl, DEFAULT_TIER: 'business' });
  const upload = async (n: number): Promise<string> => {
    const { document } = (await (await uploadRaw(asha, paper(n), `paper ${n}.pdf`)).json()) as Uploaded;
    expect((await settled(asha, document.id)).status).toBe('completed');
    papers.set(document.id, sha256(paper(n)));
    return document.id;
  };
  /** The person signs in to the copy and finds exactly these papers, by their words and byte for byte. */
  const expectPapers = async (copy: Pick<PostgresServer, 'appUrl' | 'adminUrl'>, ids: readonly string[]): Promise<void> => {
    const served = await startProduct(home, envOf(copy));
    const again = await signIn(served, asha.email, asha.password);
    const { items } = await again.json<{ items: { id: string }[] }>('documents');
    expect(items.map(({ id }) => id).sort()).toEqual([...ids].sort());
    for (const id of ids) expect(sha256(new Uint8Array(await (await again.call(`documents/${id}/file`)).arrayBuffer()))).toBe(papers.get(id));
    expect((await again.post<{ results: unknown[] }>('search-engine', { query: 'Sharma Electricals' })).results).toHaveLength(ids.length);
    await served.stop();
  };

  beforeAll(async () => {
    mkdirSync(archive);
    chmodSync(folder, 0o777);
    chmodSync(archive, 0o777);
    server = await startPostgres(['wal_level=replica', 'archive_mode=on', `archive_command='cp %p ${archive}/%f'`]);
    product = await startProduct(home, envOf(server));
    asha = await signUp(product);
    await upload(1);
  });
  afterAll(async () => {
    await product.stop('SIGKILL');
    server.stop();
    removeHome(home);
    rmSync(folder, { recursive: true, force: true });
  });

  it('made by pg_dump while the vault runs is restored by pg_restore into another server, and served with the same files', async () => {
    const dump = join(folder, 'vault.dump');
    execFileSync('pg_dump', ['-Fc', '-f', dump, server.adminUrl]);
    const other = await startPostgres();
    try {
      const admin = await openPostgresAdmin(other.adminUrl);
      // Roles belong to the server and not to the database, so no dump of one has them.
      for (const role of ['anon nologin', 'authenticated nologin', 'service_role nologin bypassrls', 'authenticator login noinherit', 'docuvault_app login noinherit']) await admin.exec(`create role ${role}`);
      await admin.exec('grant anon, authenticated, service_role to docuvault_app, authenticator');
      await admin.exec('create database vault_new');
      await admin.close();
      const at = (url: string) => url.replace(/\/postgres$/, '/vault_new');
      execFileSync('pg_restore', ['--no-owner', '--exit-on-error', '-d', at(other.adminUrl), dump], { stdio: 'pipe' });
      await expectPapers({ appUrl: at(other.appUrl), adminUrl: at(other.adminUrl) }, [...papers.keys()]);
    } finally {
      other.stop();
    }
  });

  it('is brought back to the moment before a mishap from a base backup and the archived log', async () => {
    const base = join(folder, 'base');
    execFileSync('pg_basebackup', ['-d', server.adminUrl, '-D', base, '-c', 'fast', '-X', 'none']);
    await upload(2);
    const admin = await openPostgresAdmin(server.adminUrl);
    const [moment] = await admin.query<{ at: string }>(sql`select clock_timestamp()::text as at`);
    // The mishap; then the log is brought to the archive, as a busy server does by itself.
    await admin.query(sql`delete from public.documents`);
    const [log] = await admin.query<{ file: string }>(sql`select pg_walfile_name(pg_switch_wal()) as file`);
    while (!existsSync(join(archive, log!.file))) await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await asha.json<{ items: unknown[] }>('documents')).items).toEqual([]);
    await admin.close();
    const restored = await server.startRestored(base, [`restore_command='cp ${archive}/%f %p'`, `recovery_target_time='${moment!.at}'`, 'recovery_target_action=promote']);
    try {
      await expectPapers(restored, [...papers.keys()]);
      const doctor = await runVault(home, ['doctor'], envOf(restored));
      expect(doctor.said).toMatch(/2 documents, .* 0 findings/);
    } finally {
      restored.stop();
    }
  });
});
