import type { Tx } from '@docuvault/db/types.ts';
import type { UserContext } from '../context.ts';
import { asRefusal } from './family-vault.errors.ts';

/** One transaction as the caller; what a family function refuses becomes the wire's refusal. */
export const asMember = <T>({ actor, deps }: UserContext, work: (tx: Tx) => Promise<T>): Promise<T> =>
  deps.db.asUser(actor, work).catch((error: unknown) => {
    throw asRefusal(error);
  });
