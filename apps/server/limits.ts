import sql from 'sql-template-tag';
import type { Actor } from '@docuvault/core/actor.ts';
import type { Cache } from '@docuvault/core/cache.ts';
import type { Clock } from '@docuvault/core/clock.ts';
import type { Database } from '@docuvault/db/types.ts';
import type { LimitOf } from '@docuvault/api/middleware/rate-limit.ts';

const freshMs = 30_000;
const maxPeople = 10_000;

/** The hourly limit of a person's tier, remembered for half a minute by this process and, where there is one, by the shared cache; callers without an account have the free tier's. */
export const createLimitOf = (db: Database, clock: Clock, cache: Cache | null = null): LimitOf => {
  const known = new Map<string, { limit: number; until: number }>();
  const read = async (actor: Actor): Promise<number> => {
    const rows = await db.asService('hourly limit of a tier', (tx) =>
      tx.query<{ limit: number }>(sql`
        select l.requests_per_hour as limit from private.tier_limits l
        where l.tier = coalesce((select u.subscription_tier from public.users u where u.id = ${actor.role === 'authenticated' ? actor.userId : null}::uuid), 'free')`),
    );
    return rows[0]?.limit ?? 100;
  };
  return async (actor) => {
    const key = actor.role === 'authenticated' ? actor.userId : 'anon';
    const now = clock.now().getTime();
    const found = known.get(key);
    if (found && found.until > now) return found.limit;
    const limit = cache ? await cache.through(`limit:${key}`, freshMs / 1000, () => read(actor)) : await read(actor);
    known.delete(key);
    known.set(key, { limit, until: now + freshMs });
    if (known.size > maxPeople) known.delete(known.keys().next().value!);
    return limit;
  };
};
