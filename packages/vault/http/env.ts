import type { Actor } from '@docuvault/core/actor.ts';

/** What the API's middleware leaves for the rooms. */
export type Env = { Variables: { actor: Actor; requestId: string; clientAddress: string; refusal?: unknown } };
