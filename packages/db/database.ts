import sql from 'sql-template-tag';
import type { Actor } from '@docuvault/core/actor.ts';
import { retryConflicts } from './retry.ts';
import type { Database, Driver, Session, TxOptions } from './types.ts';

const sessionOf = (actor: Actor): Session =>
  actor.role === 'authenticated'
    ? { role: 'authenticated', claims: actor.claims }
    : { role: actor.role, claims: { role: actor.role } };

export type DatabaseOptions = {
  /** A statement is cut off after this long, unless the call says otherwise. Default 30,000. */
  statementTimeoutMs?: number;
};

/** Puts the two doors, the user's and the service's, before an engine. `reason` says to the reader of the code why row level security is passed by. */
export const createDatabase = (driver: Driver, options: DatabaseOptions = {}): Database => {
  const defaults: Required<TxOptions> = { priority: 'interactive', timeoutMs: options.statementTimeoutMs ?? 30_000, from: 'primary', apart: false };
  return {
    asUser: (actor, work, chosen) => retryConflicts(() => driver.transaction(sessionOf(actor), work, { ...defaults, ...chosen })),
    asService: (_reason, work, chosen) =>
      retryConflicts(() => driver.transaction({ role: 'service_role', claims: { role: 'service_role' } }, work, { ...defaults, ...chosen })),
    listen: (channel, callback) => driver.listen(channel, callback),
    check: async () => {
      await driver.transaction({ role: 'anon', claims: {} }, (tx) => tx.query(sql`select 1`), { ...defaults, timeoutMs: 5_000 });
    },
    close: () => driver.close(),
  };
};
