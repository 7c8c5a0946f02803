/* Entry of the worker thread that owns the embedded database. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, types } from '@electric-sql/pglite';
import { pg_stat_statements } from '@electric-sql/pglite/contrib/pg_stat_statements';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { uuid_ossp } from '@electric-sql/pglite/contrib/uuid_ossp';
import { vector } from '@electric-sql/pglite-pgvector';
import { createPreparedStatements } from './prepared-statements.ts';
import type { Session } from '../types.ts';
import type { RawError, Reply, Request, WorkerSettings } from './protocol.ts';
import { SyncedNodeFS } from './synced-filesystem.ts';

const settings = workerData as WorkerSettings;
const port = parentPort!;
const send = (reply: Reply) => {
  port.postMessage(reply);
};

const rawError = (error: unknown): RawError => {
  const e = error as RawError;
  return { message: e.message, code: e.code, constraint: e.constraint, table: e.table };
};

const open = async (): Promise<PGlite> => {
  const parameters = {
    fsync: 'on',
    wal_sync_method: 'fsync',
    shared_buffers: `${settings.sharedBuffersMb}MB`,
    max_wal_size: '256MB',
    work_mem: '16MB',
    // ANALYZE holds 300 rows a step of this in memory, and WebAssembly memory never shrinks: at 100, vectors of 10,000 papers cost 75 MB for good.
    default_statistics_target: '20',
    jit: 'off',
    random_page_cost: '1.1',
    timezone: 'UTC',
  };
  const db = new PGlite({
    fs: new SyncedNodeFS(settings.dataDirectory),
    extensions: { pg_stat_statements, pg_trgm, unaccent, uuid_ossp, vector },
    startParams: [
      ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
      ...Object.entries(parameters).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    parsers: {
      [types.DATE]: (value) => value,
      [types.INT8]: Number,
    },
  });
  await db.waitReady;
  return db;
};

const openSession = `select set_config('role', $1, true), set_config('request.jwt.claims', $2, true), set_config('search_path', 'public, extensions', true)`;
const openReading = `${openSession}, set_config('transaction_read_only', 'on', true)`;

const sessionValues = ({ role, claims }: Session) => [role, JSON.stringify(claims)];

const serve = (db: PGlite) => {
  const statements = createPreparedStatements(db);
  const listeners = new Map<string, () => Promise<void>>();
  const readAlone = async ({ session, text, values }: Extract<Request, { op: 'read' }>): Promise<unknown[]> => {
    const opening = sessionValues(session);
    if (statements.isReady(openReading) && statements.isReady(text)) return statements.together([openReading, opening], [text, values]);
    try {
      await statements.begin(openReading, opening);
      return await statements.query(text, values);
    } finally {
      await statements.run('rollback');
    }
  };
  let within = false;
  const beginWith = async ({ session, text, values }: Extract<Request, { op: 'first' }>): Promise<unknown[]> => {
    const opening = sessionValues(session);
    if (statements.isReady(openSession) && statements.isReady(text)) {
      const rows = await statements.beginWith([openSession, opening], [text, values]);
      within = true;
      return rows;
    }
    await statements.begin(openSession, opening);
    within = true;
    return statements.query(text, values);
  };
  const answer = async (request: Request): Promise<unknown[]> => {
    switch (request.op) {
      case 'first':
        return beginWith(request);
      case 'next':
        // Outside a transaction it would run as the engine's owner, past every policy.
        if (!within) throw Object.assign(new Error('no transaction has begun'), { code: '25P01' });
        return statements.query(request.text, request.values);
      case 'read':
        return readAlone(request);
      case 'query':
        return statements.query(request.text, request.values);
      case 'exec':
        await db.exec(request.text);
        await statements.clear();
        return [];
      case 'commit':
      case 'rollback':
        within = false;
        await statements.run(request.op);
        return [];
      case 'listen':
        listeners.set(
          request.channel,
          await db.listen(request.channel, (payload) => {
            send({ kind: 'notification', channel: request.channel, payload });
          }),
        );
        return [];
      case 'unlisten':
        await listeners.get(request.channel)?.();
        listeners.delete(request.channel);
        return [];
      case 'close':
        await db.exec('checkpoint');
        await db.close();
        return [];
    }
  };

  let last: Promise<void> = Promise.resolve();
  port.on('message', (request: Request) => {
    last = last.then(async () => {
      try {
        send({ kind: 'result', id: request.id, rows: await answer(request) });
      } catch (error) {
        send({ kind: 'error', id: request.id, error: rawError(error) });
      }
    });
  });
};

const start = async () => {
  const fresh = !existsSync(join(settings.dataDirectory, 'PG_VERSION'));
  const db = await open();
  if (fresh) {
    // initdb leaves a second WebAssembly heap behind; the parent starts a lean worker on what it made.
    await db.close();
    process.exit(0);
  }
  serve(db);
  send({ kind: 'ready' });
};

start().catch((error: unknown) => {
  send({ kind: 'failed', error: rawError(error) });
});
