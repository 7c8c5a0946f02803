import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import sql from 'sql-template-tag';
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

/** A port of loopback that is free just now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => {
        resolve(port);
      });
    });
    probe.on('error', reject);
  });

/** The processes that the process has started, by /proc. */
const childrenOf = (pid: number): number[] => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);

/** Number of the account `postgres`, or of its group. */
export const numericId = (flag: '-u' | '-g') => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));

export type PostgresServer = {
  /** The superuser's login, for migrations. */
  adminUrl: string;
  /** The application's login: neither superuser, owner nor bypassrls; may only become anon, authenticated, service_role. */
  appUrl: string;
  port: number;
  /** Whether its first process is there. */
  runs(): boolean;
  /** Number of its first process, the parent of all others. */
  pid(): number;
  /** The folder of its data. */
  data: string;
  /** `kill -9` of every process of it; returns when none is left. `restart` brings it back. */
  kill(): Promise<void>;
  /** Starts it again: after a crash (which it makes, unless `kill` has), or ended in order, waiting for neither clients nor transactions. */
  restart(how: 'crash' | 'fast'): void;
  /** A standby that follows by streaming; thrown away by its own `stop`. */
  startStandby(): Promise<{ appUrl: string; stop(): void }>;
  /** A server on a copy of a base backup, with what says how far its log is to be replayed; returns when it takes writes. Thrown away by its own `stop`. */
  startRestored(base: string, settings: readonly string[]): Promise<{ appUrl: string; adminUrl: string; stop(): void }>;
  stop(): void;
};

/** A PostgreSQL of one's own on a free port of loopback, with extra `settings` (name=value), in a folder below `place`, thrown away by `stop`. PostgreSQL refuses root, so root runs it as `postgres`. */
export const startPostgres = async (settings: readonly string[] = [], place = tmpdir()): Promise<PostgresServer> => {
  const bin = newestServer()!;
  const isRoot = userInfo().uid === 0;
  const owner = isRoot ? { uid: numericId('-u'), gid: numericId('-g') } : {};
  const newDirectory = () => {
    const made = mkdtempSync(join(place, 'docuvault-pg-'));
    chmodSync(made, 0o700);
    if (isRoot) chownSync(made, owner.uid!, owner.gid!);
    return made;
  };
  const directory = newDirectory();
  const data = join(directory, 'data');
  const run = (program: string, args: string[]) => {
    execFileSync(join(bin, program), args, { ...owner, stdio: 'ignore', cwd: directory, env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  };
  const start = (where: string, on: number, more: readonly string[] = settings) => {
    const folder = join(where, '..');
    run('pg_ctl', ['-D', where, '-w', '-l', join(folder, 'log'), '-o', `-p ${on} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off -c max_connections=200 ${more.map((one) => `-c ${one}`).join(' ')}`, 'start']);
  };
  const end = (where: string, mode: 'immediate' | 'fast') => {
    run('pg_ctl', ['-D', where, '-m', mode, '-w', 'stop']);
  };
  const pid = () => Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
  const runs = () => existsSync(join(data, 'postmaster.pid')) && existsSync(`/proc/${pid()}`);
  const url = (user: string, on: number) => `postgres://${user}@127.0.0.1:${on}/postgres`;
  run('initdb', ['-D', data, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--no-sync']);
  const port = await freePort();
  start(data, port);
  return {
    adminUrl: url('postgres', port),
    appUrl: url('docuvault_app', port),
    port,
    data,
    pid,
    runs,
    kill: async () => {
      const all = [pid(), ...childrenOf(pid())];
      for (const one of all) process.kill(one, 'SIGKILL');
      while (all.some((one) => existsSync(`/proc/${one}`))) await new Promise((resolve) => setTimeout(resolve, 5));
    },
    restart: (how) => {
      if (runs()) end(data, how === 'crash' ? 'immediate' : 'fast');
      start(data, port);
    },
    startStandby: async () => {
      const standby = newDirectory();
      const copy = join(standby, 'data');
      run('pg_basebackup', ['-d', url('postgres', port), '-D', copy, '-R', '-X', 'stream', '-c', 'fast', '--no-sync']);
      const on = await freePort();
      start(copy, on);
      return {
        appUrl: url('docuvault_app', on),
        stop: () => {
          end(copy, 'immediate');
          rmSync(standby, { recursive: true, force: true });
        },
      };
    },
    startRestored: async (base, recovery) => {
      const folder = newDirectory();
      const copy = join(folder, 'data');
      execFileSync('cp', ['-a', base, copy]);
      writeFileSync(join(copy, 'recovery.signal'), '');
      execFileSync('chown', ['-R', isRoot ? 'postgres' : userInfo().username, copy]);
      chmodSync(copy, 0o700);
      const on = await freePort();
      start(copy, on, recovery);
      const admin = await openPostgresAdmin(url('postgres', on));
      while ((await admin.query<{ still: boolean }>(sql`select pg_is_in_recovery() as still`))[0]!.still) await new Promise((resolve) => setTimeout(resolve, 20));
      await admin.close();
      return {
        appUrl: url('docuvault_app', on),
        adminUrl: url('postgres', on),
        stop: () => {
          end(copy, 'immediate');
          rmSync(folder, { recursive: true, force: true });
        },
      };
    },
    stop: () => {
      if (runs()) end(data, 'immediate');
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
