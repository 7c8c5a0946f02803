import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { Migration } from '@docuvault/db/migrate.ts';
import { migrate } from '@docuvault/db/migrate.ts';
import { openPostgresAdmin } from '@docuvault/db/postgres/postgres-admin.ts';
import { localMigrations, productMigrations } from './migrations.ts';

const newestServer = (): string | null => {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).filter((v) => existsSync(join(root, v, 'bin', 'initdb'))) : [];
  const newest = versions.sort((a, b) => Number(b) - Number(a)).find((v) => existsSync(`/usr/share/postgresql/${v}/extension/vector.control`));
  return newest ? join(root, newest, 'bin') : null;
};

/** Why the PostgreSQL suites cannot run here, or null when they can. With REQUIRE_ENGINES set, a reason is an error. */
export const missingPostgres = (): string | null => {
  const reason = newestServer() ? null : 'PostgreSQL with pgvector is not installed';
  if (reason && process.env.REQUIRE_ENGINES) throw new Error(`${reason}, and REQUIRE_ENGINES is set`);
  if (reason) console.warn(`skipped: ${reason}`);
  return reason;
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => {
        resolve(port);
      });
    });
    probe.on('error', reject);
  });

const numericId = (flag: '-u' | '-g') => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));

export type PostgresServer = {
  /** The superuser's login, for migrations. */
  adminUrl: string;
  /** The application's login: neither superuser, owner nor bypassrls; may only become anon, authenticated, service_role. */
  appUrl: string;
  stop(): void;
};

/** A PostgreSQL of one's own on a free port of loopback, thrown away by `stop`. PostgreSQL refuses root, so root runs it as `postgres`. */
export const startPostgres = async (): Promise<PostgresServer> => {
  const bin = newestServer()!;
  const isRoot = userInfo().uid === 0;
  const owner = isRoot ? { uid: numericId('-u'), gid: numericId('-g') } : {};
  const directory = mkdtempSync(join(tmpdir(), 'docuvault-pg-'));
  chmodSync(directory, 0o700);
  if (isRoot) chownSync(directory, owner.uid!, owner.gid!);
  const data = join(directory, 'data');
  const run = (program: string, args: string[]) => {
    execFileSync(join(bin, program), args, { ...owner, stdio: 'ignore', cwd: directory, env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  };
  run('initdb', ['-D', data, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--no-sync']);
  const port = await freePort();
  run('pg_ctl', ['-D', data, '-w', '-l', join(directory, 'log'), '-o', `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${directory} -c fsync=off`, 'start']);
  const url = (user: string) => `postgres://${user}@127.0.0.1:${port}/postgres`;
  return {
    adminUrl: url('postgres'),
    appUrl: url('docuvault_app'),
    stop: () => {
      run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
      rmSync(directory, { recursive: true, force: true });
    },
  };
};

const appLogin = `
  do $$ begin
    if not exists (select from pg_catalog.pg_roles where rolname = 'docuvault_app') then
      create role docuvault_app login noinherit nosuperuser nocreatedb nocreaterole nobypassrls;
    end if;
  end $$;
  grant anon, authenticated, service_role to docuvault_app;`;

/** Applies the given migrations (all of them by default) as the admin and makes the application's login. */
export const preparePostgres = async (server: PostgresServer, migrations: Migration[] = [...localMigrations(), ...productMigrations()]): Promise<void> => {
  const admin = await openPostgresAdmin(server.adminUrl);
  try {
    await migrate(admin, migrations);
    await admin.exec(appLogin);
  } finally {
    await admin.close();
  }
};
