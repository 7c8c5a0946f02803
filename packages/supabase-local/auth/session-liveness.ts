import sql from 'sql-template-tag';
import type { Clock } from '@docuvault/core/clock.ts';
import type { Database } from '@docuvault/db/types.ts';
import type { Claims } from './tokens.ts';

/** How long a session that was found alive is believed so by this process. */
const believedMs = 10_000;
const maxKept = 10_000;

/** `guarded`: the token's person has a second factor, so that a session without it is not yet them. */
export type Standing = { live: boolean; guarded: boolean };

export type SessionLiveness = {
  /** Not live when the token's session was ended or its user is gone, banned or deleted. */
  standingOf(claims: Claims): Promise<Standing>;
  /** This process ended these sessions: their access tokens stop working at once. */
  ended(sessionIds: readonly string[]): void;
  /** Forgets what was believed, after a user was banned or deleted. */
  forget(): void;
};

/**
 * An access token outlives a sign-out by its signature alone; this is what stops it: at once in the process that
 * signed the session out, and within ten seconds in any other. One small query a session each ten seconds.
 */
export const createSessionLiveness = (db: Database, clock: Clock): SessionLiveness => {
  const known = new Map<string, Standing & { until: number }>();
  const asking = new Map<string, Promise<Standing>>();
  let era = 0;

  const keep = (key: string, entry: Standing & { until: number }) => {
    known.delete(key);
    known.set(key, entry);
    if (known.size > maxKept) known.delete(known.keys().next().value!);
  };

  const ask = async (key: string, claims: Claims): Promise<Standing> => {
    const asked = era;
    const now = clock.now();
    const rows = await db.asService('auth: is the session of this token alive', (tx) =>
      tx.query<{ guarded: boolean }>(sql`
        select exists (select from auth.mfa_factors f where f.user_id = u.id and f.status = 'verified') as guarded from auth.users u
        where u.id = ${claims.sub} and u.deleted_at is null
          and (u.banned_until is null or u.banned_until <= ${now.toISOString()}::timestamptz)
          and (${claims.sessionId}::uuid is null or exists (
            select from auth.sessions s where s.id = ${claims.sessionId}::uuid and s.user_id = u.id
              and (s.not_after is null or s.not_after > ${now.toISOString()}::timestamptz)))`),
    );
    const standing = { live: rows.length === 1 && known.get(key)?.until !== Infinity, guarded: rows[0]?.guarded ?? false };
    if (asked === era && known.get(key)?.until !== Infinity) keep(key, { ...standing, until: now.getTime() + believedMs });
    return standing;
  };

  return {
    standingOf: (claims) => {
      const key = claims.sessionId ?? `user ${claims.sub}`;
      const entry = known.get(key);
      if (entry && entry.until > clock.now().getTime()) return Promise.resolve(entry);
      const running = asking.get(key);
      if (running) return running;
      const question = ask(key, claims).finally(() => asking.delete(key));
      asking.set(key, question);
      return question;
    },
    ended: (sessionIds) => {
      for (const id of sessionIds) keep(id, { live: false, guarded: false, until: Infinity });
    },
    forget: () => {
      era += 1;
      for (const [key, entry] of known) if (entry.until !== Infinity) known.delete(key);
    },
  };
};
