import sql from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import type { Consent, ConsentDecision, ConsentRecorded } from '@docuvault/contract/account.ts';
import type { UserContext } from '../context.ts';
import { consentByGuardian, nothingLeaves } from './account.errors.ts';

const outsideReading = 'outside_reading';

type Row = { granted: boolean | null; decidedAt: Date | null; pagesUsed: number };

/** What this server would send out if the caller agreed, to whom, and how it stands. Nothing where nothing leaves it. */
export const listConsents = async ({ actor, deps }: UserContext): Promise<{ items: Consent[]; nextCursor: null }> => {
  if (!deps.outside) return { items: [], nextCursor: null };
  const { reader: { provider, host }, pagesPerMonth } = deps.outside;
  const [row] = await deps.db.asUser(actor, (tx) => tx.query<Row>(sql`
    select c.granted, c.decided_at as "decidedAt",
      coalesce((select r.pages from public.pages_read_outside r where r.user_id = ${actor.userId} and r.provider = ${provider}
        and r.month = date_trunc('month', ${deps.clock.now()}::timestamptz at time zone 'UTC')::date), 0) as "pagesUsed"
    from (select 1) as one left join lateral (
      select granted and recipient = ${provider} as granted, decided_at from public.consents
      where user_id = ${actor.userId} and purpose = ${outsideReading} order by decided_at desc, id desc limit 1) c on true`));
  return {
    items: [{ purpose: outsideReading, recipient: provider, host, granted: row?.granted ?? false, decidedAt: row?.decidedAt?.toISOString() ?? null, pagesUsed: row?.pagesUsed ?? 0, pagesPerMonth }],
    nextCursor: null,
  };
};

/** Writes a decision down; it holds from the next page on. What was refused can be refused anywhere; nobody agrees where there is no recipient, nor a child in its guardians' stead. */
export const decideConsent = async ({ actor, deps }: UserContext, { purpose, granted }: ConsentDecision): Promise<ConsentRecorded> => {
  const recipient = deps.outside?.reader.provider;
  if (granted && !recipient) throw nothingLeaves();
  const decidedAt = deps.clock.now();
  await deps.db.asUser(actor, async (tx) => {
    const [child] = await tx.query<{ here: boolean }>(sql`select private.is_looked_after() as here`);
    if (granted && child!.here) throw consentByGuardian();
    await tx.query(sql`insert into public.consents (id, user_id, purpose, recipient, granted, decided_at)
      values (${uuidv7()}, ${actor.userId}, ${purpose}, ${recipient ?? 'nobody'}, ${granted}, ${decidedAt})`);
  });
  return { purpose, granted, decidedAt: decidedAt.toISOString() };
};
