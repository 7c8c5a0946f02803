import pg from 'pg';
import type { Sql } from 'sql-template-tag';
import { databaseTimeout, databaseUnavailable, fromDriver } from '../errors.ts';
import type { Driver, Tx } from '../types.ts';

export type PostgresOptions = { connectionString: string; maxConnections?: number };

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

const raise = (error: unknown): never => {
  const code = (error as { code?: string }).code;
  if (code === '57014') throw databaseTimeout();
  if (code && /^(ECONN|ENOTFOUND|EPIPE|ETIMEDOUT|57P|08|53300)/.test(code)) throw databaseUnavailable();
  throw fromDriver(error);
};

/**
 * PostgreSQL 15 or newer, through a pool. Role, claims and time limit are local to each transaction and no
 * statement is named, so that PgBouncer in transaction mode may stand between.
 */
export const openPostgres = (options: PostgresOptions): Driver => {
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max: options.maxConnections ?? 10,
    connectionTimeoutMillis: 10_000,
    types: rowTypes,
  });
  pool.on('error', () => undefined);
  let listener: { client: pg.Client; callbacks: Map<string, Set<(payload: string) => void>> } | null = null;

  const openListener = async () => {
    if (listener) return listener;
    const client = new pg.Client({ connectionString: options.connectionString });
    const callbacks = new Map<string, Set<(payload: string) => void>>();
    client.on('notification', ({ channel, payload }) => {
      for (const callback of callbacks.get(channel) ?? []) callback(payload ?? '');
    });
    client.on('error', () => {
      listener = null;
    });
    await client.connect();
    listener = { client, callbacks };
    return listener;
  };

  return {
    engine: 'postgres',
    transaction: async (session, work, { timeoutMs }) => {
      const client = await pool.connect().catch(raise);
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
        await client.query('begin');
        await client.query({
          text: `select set_config('role', $1, true), set_config('request.jwt.claims', $2, true), set_config('statement_timeout', $3, true), set_config('search_path', 'public, extensions', true)`,
          values: [session.role, JSON.stringify(session.claims), String(timeoutMs)],
        });
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
    listen: async (channel, callback) => {
      if (!/^[a-z_]+$/.test(channel)) throw new Error(`not a channel name: ${channel}`);
      const { client, callbacks } = await openListener();
      const known = callbacks.get(channel) ?? new Set();
      callbacks.set(channel, known.add(callback));
      await client.query(`listen ${channel}`);
      return async () => {
        known.delete(callback);
        if (known.size === 0) await client.query(`unlisten ${channel}`);
      };
    },
    close: async () => {
      await listener?.client.end();
      await pool.end();
    },
  };
};
