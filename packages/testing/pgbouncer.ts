import { spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { freePort, numericId, type PostgresServer } from './postgres.ts';

const program = '/usr/sbin/pgbouncer';

/** Why the suites behind PgBouncer cannot run here, or null. With REQUIRE_ENGINES set, a reason is an error. */
export const missingPgbouncer = (): string | null => {
  const reason = existsSync(program) ? null : 'PgBouncer is not installed';
  if (reason && process.env.REQUIRE_ENGINES) throw new Error(`${reason}, and REQUIRE_ENGINES is set`);
  if (reason) console.warn(`skipped: ${reason}`);
  return reason;
};

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const connection = createConnection(port, '127.0.0.1', () => {
      connection.end();
      resolve(true);
    });
    connection.on('error', () => {
      resolve(false);
    });
  });

/** A real PgBouncer in transaction mode before the server, with few connections to it, so that clients do share them. */
export const startPgbouncer = async (server: PostgresServer, connections = 3): Promise<{ appUrl: string; stop(): void }> => {
  const directory = mkdtempSync(join(tmpdir(), 'docuvault-bouncer-'));
  chmodSync(directory, 0o700);
  const isRoot = userInfo().uid === 0;
  const owner = isRoot ? { uid: numericId('-u'), gid: numericId('-g') } : {};
  const port = await freePort();
  const file = (name: string, text: string) => {
    writeFileSync(join(directory, name), text);
    if (isRoot) chownSync(join(directory, name), owner.uid!, owner.gid!);
  };
  if (isRoot) chownSync(directory, owner.uid!, owner.gid!);
  file('users.txt', '"docuvault_app" ""\n');
  file('pgbouncer.ini', [
    '[databases]', `postgres = host=127.0.0.1 port=${server.port} dbname=postgres`,
    '[pgbouncer]', 'listen_addr = 127.0.0.1', `listen_port = ${port}`, 'unix_socket_dir =', 'auth_type = trust', `auth_file = ${join(directory, 'users.txt')}`,
    'pool_mode = transaction', `default_pool_size = ${connections}`, 'max_client_conn = 500', `logfile = ${join(directory, 'log')}`, 'server_reset_query_always = 0', '',
  ].join('\n'));
  const child = spawn(program, [join(directory, 'pgbouncer.ini')], { ...owner, stdio: 'ignore' });
  let ended = false;
  child.on('exit', () => (ended = true));
  while (!(await answers(port))) {
    if (ended) throw new Error('PgBouncer ended before it was ready');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    appUrl: `postgres://docuvault_app@127.0.0.1:${port}/postgres`,
    stop: () => {
      child.kill('SIGKILL');
      rmSync(directory, { recursive: true, force: true });
    },
  };
};
