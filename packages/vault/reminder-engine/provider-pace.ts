import sql, { type Sql } from 'sql-template-tag';
import type { Clock } from '@docuvault/core/clock.ts';
import type { Pace, Rate } from '@docuvault/core/pace.ts';
import type { Database } from '@docuvault/db/types.ts';

const milliseconds = (ms: number): Sql => sql`${`${Math.ceil(ms)} milliseconds`}::interval`;
const gapOf = ({ perMs, count }: Rate): Sql => sql`${`${(perMs / count).toFixed(3)} milliseconds`}::interval`;

/** The providers' turns, kept in the database that all processes share. */
export const createProviderPace = (db: Database, clock: Clock): Pace => ({
  turn: async (provider, rate, longestMs) => {
    const [row] = await db.asService('a turn at a provider', (tx) => tx.query<{ wait_ms: number; taken: boolean }>(sql`
      select (extract(epoch from t.wait) * 1000)::float8 as wait_ms, t.taken from private.take_turn(${provider}, ${clock.now()}, ${gapOf(rate)}, ${rate.burst}, ${milliseconds(longestMs)}) t`));
    return { waitMs: row!.wait_ms, taken: row!.taken };
  },
  pause: async (provider, rate, ms) => {
    await db.asService('a provider wants to be left alone', (tx) => tx.query(sql`
      select private.pause_provider(${provider}, ${new Date(clock.now().getTime() + ms)}, ${gapOf(rate)}, ${rate.burst})`));
  },
});
