import sql from 'sql-template-tag';
import type { Actor } from '@docuvault/core/actor.ts';
import type { Database, Driver, Session, TxOptions } from './types.ts';

const defaults: Required<TxOptions> = { priority: 'interactive', timeoutMs: 30_000 };

const sessionOf = (actor: Actor): Session =>
  actor.role === 'authenticated'
    ? { role: 'authenticated', claims: actor.claims }
    : { role: actor.role, claims: { role: actor.role } };

export type ServiceLog = (reason: string) => void;

/** Puts the two doors, the user's and the service's, before an engine. */
export const createDatabase = (driver: Driver, onService: ServiceLog = () => undefined): Database => ({
  asUser: (actor, work, options) => driver.transaction(sessionOf(actor), work, { ...defaults, ...options }),
  asService: (reason, work, options) => {
    onService(reason);
    return driver.transaction({ role: 'service_role', claims: { role: 'service_role' } }, work, { ...defaults, ...options });
  },
  listen: (channel, callback) => driver.listen(channel, callback),
  check: async () => {
    await driver.transaction({ role: 'anon', claims: {} }, (tx) => tx.query(sql`select 1`), { ...defaults, timeoutMs: 5_000 });
  },
  close: () => driver.close(),
});
