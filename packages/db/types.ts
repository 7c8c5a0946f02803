import type { Sql } from 'sql-template-tag';
import type { Actor } from '@docuvault/core/actor.ts';

/**
 * An open transaction, already in its role. `query` takes tagged SQL only, so that text is never built from values.
 * Types on both engines: timestamptz → Date, date → 'YYYY-MM-DD', int8 → number, numeric → string, json → value, bytea → Uint8Array.
 */
export type Tx = {
  query<Row = Record<string, unknown>>(query: Sql): Promise<Row[]>;
};

export type TxOptions = {
  /** Interactive work passes before background work where one connection serves all. Default: interactive. */
  priority?: 'interactive' | 'background';
  /** After this long the statement is cut off and `database.timeout` is raised. Default 30,000. */
  timeoutMs?: number;
  /**
   * `replica`: only reads, and may be seconds behind; a standby answers where one is configured and follows closely, else
   * the primary. Default: primary.
   */
  from?: 'primary' | 'replica';
  /**
   * Only reads, which need not see the same moment: where one connection serves all, each statement is a read-only transaction
   * of its own, begun, run and ended in one step, so that nobody waits while `work` thinks between two. Elsewhere it changes
   * nothing. Default: false.
   */
  apart?: boolean;
};

/**
 * The only way to data: as somebody, in one transaction, which rolls back when `work` throws. `work` does nothing but
 * queries: after a deadlock or a serialisation failure it is run again.
 */
export type Database = {
  /** Runs `work` as the caller; row level security decides what it sees. */
  asUser<T>(actor: Actor, work: (tx: Tx) => Promise<T>, options?: TxOptions): Promise<T>;
  /** Runs `work` past row level security. The reason is for who reads and greps the calls; keep them few. */
  asService<T>(reason: string, work: (tx: Tx) => Promise<T>, options?: TxOptions): Promise<T>;
  /** Calls back with the payload of each notification on the channel until the returned function is called. */
  listen(channel: string, callback: (payload: string) => void): Promise<() => Promise<void>>;
  /** Resolves when the database answers. */
  check(): Promise<void>;
  close(): Promise<void>;
};

/** The settings a transaction starts with. */
export type Session = { role: 'anon' | 'authenticated' | 'service_role'; claims: Record<string, unknown> };

/** One engine. `transaction` opens, sets role and claims locally, runs, and commits or rolls back. */
export type Driver = {
  readonly engine: 'pglite' | 'postgres';
  transaction<T>(session: Session, work: (tx: Tx) => Promise<T>, options: Required<TxOptions>): Promise<T>;
  listen(channel: string, callback: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
};

/** A connection that may change the schema; used by the migrator and by upkeep only. */
export type AdminConnection = {
  /** Runs a script of several statements, each on its own. */
  exec(script: string): Promise<void>;
  query<Row = Record<string, unknown>>(query: Sql): Promise<Row[]>;
};
