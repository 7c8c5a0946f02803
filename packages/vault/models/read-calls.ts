import type { Tx } from '@docuvault/db/types.ts';
import type { UserContext } from '../context.ts';
import { readUsage } from './ai-requests.repository.ts';
import { monthOf } from './send-out.ts';

/** Calls to models in the running month, how many there may be, and the caller's tier. */
export const readCalls = (tx: Tx, { actor, deps }: UserContext): Promise<{ used: number; limit: number; tier: string }> => readUsage(tx, actor.userId, monthOf(deps.clock.now()));
