import sql from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import type { Consent, ConsentDecision, ConsentPurpose, ConsentRecorded, LanguageModelsConsent, OutsideReadingConsent } from '@docuvault/contract/account.ts';
import type { Tx } from '@docuvault/db/types.ts';
import type { Deps, UserContext } from '../context.ts';
import { readCalls } from '../models/read-calls.ts';
import { recipientOf, recipientsOf } from '../models/recipients.ts';
import { consentByGuardian, nothingLeaves } from './account.errors.ts';

/** Whom a consent of this purpose would name; null where this server has nobody to send to. */
const recipientFor = (deps: Deps, purpose: ConsentPurpose): string | null => (purpose === 'outside_reading' ? deps.outside?.reader.provider ?? null : recipientOf(deps));

/** How the latest decision stands for the recipient of today. */
const readDecision = async (tx: Tx, userId: string, purpose: ConsentPurpose, recipient: string): Promise<{ granted: boolean; decidedAt: string | null }> => {
  const [row] = await tx.query<{ granted: boolean; decidedAt: Date }>(sql`
    select granted and recipient = ${recipient} as granted, decided_at as "decidedAt" from public.consents
    where user_id = ${userId} and purpose = ${purpose} order by decided_at desc, id desc limit 1`);
  return { granted: row?.granted ?? false, decidedAt: row?.decidedAt.toISOString() ?? null };
};

const outsideReading = async (tx: Tx, { actor, deps }: UserContext): Promise<OutsideReadingConsent | null> => {
  if (!deps.outside) return null;
  const { reader: { provider, host }, pagesPerMonth } = deps.outside;
  const [row] = await tx.query<{ pages: number }>(sql`
    select r.pages from public.pages_read_outside r where r.user_id = ${actor.userId} and r.provider = ${provider}
      and r.month = date_trunc('month', ${deps.clock.now()}::timestamptz at time zone 'UTC')::date`);
  return { purpose: 'outside_reading', recipient: provider, host, ...(await readDecision(tx, actor.userId, 'outside_reading', provider)), pagesUsed: row?.pages ?? 0, pagesPerMonth };
};

const languageModels = async (tx: Tx, ctx: UserContext): Promise<LanguageModelsConsent | null> => {
  const recipient = recipientOf(ctx.deps);
  if (recipient === null) return null;
  const recipients = recipientsOf(ctx.deps);
  const { used, limit } = await readCalls(tx, ctx);
  return {
    purpose: 'language_models', recipient: recipients.map(({ provider }) => provider).join(', '), host: [...new Set(recipients.map(({ host }) => host))].join(', '),
    ...(await readDecision(tx, ctx.actor.userId, 'language_models', recipient)), callsUsed: used, callsPerMonth: limit, recipients,
  };
};

/** What this server would send out if the caller agreed, to whom, and how it stands. Nothing where nothing leaves it. */
export const listConsents = async (ctx: UserContext): Promise<{ items: Consent[]; nextCursor: null }> => ({
  items: await ctx.deps.db.asUser(ctx.actor, async (tx) => [await outsideReading(tx, ctx), await languageModels(tx, ctx)].filter((consent) => consent !== null)),
  nextCursor: null,
});

/** Writes a decision down; it holds from the next page or call on. What was refused can be refused anywhere; nobody agrees where there is no recipient, nor a child in its guardians' stead. */
export const decideConsent = async ({ actor, deps }: UserContext, { purpose, granted }: ConsentDecision): Promise<ConsentRecorded> => {
  const recipient = recipientFor(deps, purpose);
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
