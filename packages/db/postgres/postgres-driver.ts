import pg from 'pg';
import type { Sql } from 'sql-template-tag';
import { databaseTimeout, databaseUnavailable, fromDriver } from '../errors.ts';
import type { Driver, Session, Tx } from '../types.ts';
import { createPostgresListener } from './postgres-listener.ts';

export type PostgresOptions = {
  /** Where transactions go; PgBouncer in transaction mode may stand there. */
  connectionString: string;
  /** Leads to the server itself, for LISTEN. Default: the same. */
  directConnectionString?: string | undefined;
  /** Connections of this process. Default 10. */
  maxConnections?: number;
  /** Waiting for a lock longer than this is `database.busy`. Default 10,000. */
  lockTimeoutMs?: number;
  /** True for a standby: transactions are read only. */
  readOnly?: boolean;
};

const parsers: Record<number, (value: string) => unknown> = {
  [pg.types.builtins.DATE]: (value) => value,
  [pg.types.builtins.INT8]: Number,
  [pg.types.builtins.BYTEA]: (value) => new Uint8Array(Buffer.from(value.slice(2), 'hex')),
};

/** The parsers that make rows look as PGlite's do. */
export const rowTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: string) =>
    format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : (parsers[oid] ?? pg.types.getTypeParser(oid, 'text')),
} as pg.CustomTypesConfig;

/** pg reads an object as JSON and an array as an array literal, but a Uint8Array only as a Buffer. */
const parameter = (value: unknown): unknown => (value instanceof Uint8Array && !Buffer.isBuffer(value) ? Buffer.from(value) : value);

/** What a connection that is no more says, without a code of its own. */
const goneMessage = /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|server_login_retry|server conn crashed|query_wait_timeout/;

/** True when the server, or the pooler before it, is not there: the transaction may have been committed or not. */
const isGone = (error: unknown): boolean => {
  const { code, message } = error as { code?: string; message?: string };
  return (code !== undefined && /^(ECONN|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|EHOSTUNREACH|57P|08|53300)/.test(code)) || goneMessage.test(message ?? '');
};

const raise = (error: unknown): never => {
  if ((error as { code?: string }).code === '57014') throw databaseTimeout();
  if (isGone(error)) throw databaseUnavailable();
  throw fromDriver(error);
};

/** Attempts to begin; nothing has happened yet when one fails, so a connection that died in the pool costs no request. */
const beginAttempts = 3;

/**
 * PostgreSQL 15 or newer, through a pool. Role, claims and time limits are local to each transaction and no statement
 * is named, so that PgBouncer in transaction mode may stand between.
 */
export const openPostgres = (options: PostgresOptions): Driver => {
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max: options.maxConnections ?? 10,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: 'docuvault',
    types: rowTypes,
  });
  pool.on('error', () => undefined);
  // A connection that breaks while it is lent out would end the process; its next query says what happened.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const listener = createPostgresListener(options.directConnectionString ?? options.connectionString);
  const lockTimeout = String(options.lockTimeoutMs ?? 10_000);
  const beginText = options.readOnly ? 'begin read only' : 'begin';

  const begin = async (session: Session, timeoutMs: number): Promise<pg.PoolClient> => {
    for (let attempt = 1; ; attempt++) {
      const client = await pool.connect();
      try {
        await client.query(beginText);
        await client.query({
          text: `select set_config('role', $1, true), set_config('request.jwt.claims', $2, true), set_config('statement_timeout', $3, true),
            set_config('lock_timeout', $4, true), set_config('idle_in_transaction_session_timeout', $5, true), set_config('search_path', 'public, extensions', true)`,
          values: [session.role, JSON.stringify(session.claims), String(timeoutMs), lockTimeout, String(timeoutMs + 30_000)],
        });
        return client;
      } catch (error) {
        client.release(error as Error);
        if (!isGone(error) || attempt === beginAttempts) throw error;
      }
    }
  };

  return {
    engine: 'postgres',
    transaction: async (session, work, { timeoutMs }) => {
      const client = await begin(session, timeoutMs).catch(raise);
      let broken: Error | undefined;
      const tx: Tx = {
        query: async <Row>(q: Sql) => {
          try {
            return (await client.query({ text: q.text, values: q.values.map(parameter) })).rows as Row[];
          } catch (error) {
            return raise(error);
          }
        },
      };
      try {
        const result = await work(tx);
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch((rollbackError: unknown) => {
          broken = rollbackError as Error;
        });
        return raise(error);
      } finally {
        client.release(broken);
      }
    },
    listen: listener.listen,
    close: async () => {
      await listener.close();
      await pool.end();
    },
  };
};
