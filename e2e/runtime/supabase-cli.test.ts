import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '@docuvault/db/migrate.ts';
import { openPostgresAdmin } from '@docuvault/db/postgres/postgres-admin.ts';
import { localMigrations } from '@docuvault/testing/migrations.ts';
import { missingPostgres, startPostgres, type PostgresServer } from '@docuvault/testing/postgres.ts';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

const missingCli = (): string | null => {
  try {
    execFileSync('supabase', ['--version'], { stdio: 'ignore' });
    return null;
  } catch {
    if (process.env.REQUIRE_ENGINES) throw new Error('the supabase CLI is not on the PATH, and REQUIRE_ENGINES is set');
    console.warn('skipped: the supabase CLI is not on the PATH');
    return 'missing';
  }
};

const missingPgtap = (): boolean => {
  const missing = !existsSync('/usr/share/postgresql/15/extension/pgtap.control');
  if (missing && process.env.REQUIRE_ENGINES) throw new Error('pgTAP is not installed, and REQUIRE_ENGINES is set');
  if (missing) console.warn('skipped: pgTAP is not installed');
  return missing;
};

const missing = missingPostgres() ?? missingCli();
const files = readdirSync(join(root, 'supabase/migrations')).filter((name) => name.endsWith('.sql')).sort();

/** A PostgreSQL that has what every Supabase project has before its first migration, its history being empty. */
describe.skipIf(missing !== null)('the Supabase CLI against native PostgreSQL', () => {
  let server: PostgresServer;
  let admin: Awaited<ReturnType<typeof openPostgresAdmin>>;
  const cli = (...args: string[]) =>
    run('supabase', [...args], { cwd: root, env: { ...process.env, SUPABASE_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' }, timeout: 50_000 }).then(({ stdout, stderr }) => stdout + stderr);
  const remote = () => `--remote=${server.adminUrl}?sslmode=disable`;
  beforeAll(async () => {
    server = await startPostgres();
    admin = await openPostgresAdmin(server.adminUrl);
    await migrate(admin, localMigrations());
    await admin.exec('drop table supabase_migrations.schema_migrations');
  });
  afterAll(async () => {
    await admin.close();
    server.stop();
  });

  it('reads the configuration, and pushes every migration once', async () => {
    await cli('db', 'push', remote(), '--yes');
    const rows = await admin.query<{ version: string }>(sql`select version from supabase_migrations.schema_migrations order by version`);
    expect(rows.map((row) => row.version)).toEqual(files.map((name) => name.slice(0, 14)));
    expect(await cli('db', 'push', remote(), '--yes')).toMatch(/up to date/i);
  });

  it('lists local and remote migrations as the same', async () => {
    const listed = await cli('migration', 'list', remote());
    for (const name of files) expect(listed.split(name.slice(0, 14)).length - 1, name).toBeGreaterThanOrEqual(2);
  });

  it('finds no table without row level security by the guide\'s query, as written', async () => {
    const rows = await admin.query(sql`
      SELECT schemaname, tablename, rowsecurity
      FROM pg_tables
      WHERE schemaname = 'public' AND rowsecurity = false`);
    expect(rows).toEqual([]);
  });

  it('shows a person her documents alone by the guide\'s test, as written', async () => {
    const [asha, ravi] = [crypto.randomUUID(), crypto.randomUUID()];
    for (const [person, title] of [[asha, 'Hers'], [ravi, 'His']] as const) {
      const blob = crypto.randomUUID();
      await admin.query(sql`insert into auth.users (id, email) values (${person}, ${`${person}@example.test`})`);
      await admin.query(sql`insert into private.blobs (id, owner_id, storage_key, stored_bytes, key_version, wrapped_key) values (${blob}, ${person}, ${`documents/${blob}`}, 1, 1, '\\x00')`);
      await admin.query(sql`insert into public.documents (id, user_id, title, file_name, file_path, mime_type, size_bytes, sha256, blob_id)
        values (${crypto.randomUUID()}, ${person}, ${title}, 'f', ${`${person}/f`}, 'application/pdf', 1, ${blob.replaceAll('-', '').repeat(2)}, ${blob})`);
    }
    await admin.exec('SET ROLE authenticated');
    await admin.exec(`SET request.jwt.claims TO '{"sub": "${asha}"}'`);
    const seen = await admin.query<{ title: string }>(sql`SELECT * FROM documents`);
    await admin.exec('RESET ROLE');
    expect(seen.map((row) => row.title)).toEqual(['Hers']);
  });

  it.skipIf(missingPgtap())('passes the pgTAP tests', async () => {
    const pgtap = join(root, 'supabase/tests/row_level_security.test.sql');
    const script = readFileSync(pgtap, 'utf8');
    const { stdout } = await run('psql', [server.adminUrl, '-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-f', pgtap]);
    const lines = stdout.split('\n').filter((line) => /^(not )?ok /.test(line));
    expect(lines).toHaveLength(Number(/plan\((\d+)\)/.exec(script)![1]));
    expect(lines.filter((line) => line.startsWith('not ok'))).toEqual([]);
  });

  it('gets no security complaint from the advisors', async () => {
    const said = await cli('db', 'advisors', remote(), '--type', 'security', '--fail-on', 'error');
    expect(said).not.toMatch(/rls_disabled|policy_exists_rls_disabled|security_definer_view|function_search_path_mutable/);
  });
});
