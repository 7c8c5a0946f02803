import sql from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import { isAgreed } from '../account/is-agreed.ts';
import { recordActivity } from '../documents/record-activity.ts';
import type { Tx } from '@docuvault/db/types.ts';

export type AiPurpose = 'chat' | 'translation';
/** Why nothing is sent for a person just now. */
export type NotSent = 'consent' | 'budget';
/** In whose history it stands that a document left: in that of all, of those that belong to others, of none (told before). */
export type Told = 'all' | 'others' | 'none';
/** A call that is about to leave. `model` is null where the provider has but one. */
export type Sending = { told: Told; userId: string; purpose: AiPurpose; provider: string; host: string; model: string | null; documentIds: readonly string[]; bytes: number };

const used = (month: string) => sql`case when u.ai_month = ${month}::date then u.ai_used else 0 end`;

/** Takes calls out of the person's budget of the month, all or none, where they agreed to the recipient. */
export const takeCalls = async (tx: Tx, userId: string, recipient: string, month: string, wanted: number): Promise<'taken' | NotSent> => {
  if (!(await isAgreed(tx, userId, 'language_models', recipient))) return 'consent';
  const rows = await tx.query(sql`
    update public.users u set ai_used = ${used(month)} + ${wanted}, ai_month = ${month}::date
    where u.id = ${userId} and ${used(month)} + ${wanted} <= u.ai_limit returning u.id`);
  return rows.length > 0 ? 'taken' : 'budget';
};

/** Puts back calls that were taken and not answered. */
export const putBackCalls = async (tx: Tx, userId: string, month: string, calls: number): Promise<void> => {
  await tx.query(sql`update public.users u set ai_used = greatest(0, u.ai_used - ${calls}) where u.id = ${userId} and u.ai_month = ${month}::date`);
};

/** Calls of the month and how many there may be. */
export const readUsage = async (tx: Tx, userId: string, month: string): Promise<{ used: number; limit: number; tier: string }> => {
  const [row] = await tx.query<{ used: number; limit: number; tier: string }>(sql`
    select ${used(month)} as used, u.ai_limit as "limit", u.subscription_tier as tier from public.users u where u.id = ${userId}`);
  return row ?? { used: 0, limit: 0, tier: 'free' };
};

/** Writes down what is about to leave: for its asker, and in the documents' histories for their owners. */
export const recordSending = async (tx: Tx, sending: Sending, now: Date): Promise<string> => {
  const { told, userId, purpose, provider, host, model, documentIds, bytes } = sending;
  const id = uuidv7();
  await tx.query(sql`
    insert into public.ai_requests (id, user_id, purpose, provider, host, model, document_ids, bytes, sent_at)
    values (${id}, ${userId}, ${purpose}, ${provider}, ${host}, ${model}, ${[...documentIds]}::uuid[], ${bytes}, ${now})`);
  if (told === 'none') return id;
  const rows = await tx.query<{ id: string }>(sql`select d.id from public.documents d where d.id = any(${[...documentIds]}::uuid[]) and (${told === 'all'} or d.user_id <> ${userId})`);
  await recordActivity(tx, { actorId: userId, documentIds: rows.map((row) => row.id), action: 'sent_to_model', details: { purpose, provider, host }, now });
  return id;
};

export const settleSending = async (tx: Tx, id: string, outcome: 'answered' | 'unanswered'): Promise<void> => {
  await tx.query(sql`update public.ai_requests set outcome = ${outcome} where id = ${id}`);
};

export type AiRequestRow = { id: string; purpose: AiPurpose; provider: string; host: string; model: string | null; documentIds: string[]; bytes: number; outcome: 'sent' | 'answered' | 'unanswered'; sentAt: Date; sort: string };

/** What was sent for the transaction's person, the latest first, after the given place. */
export const listSent = (tx: Tx, userId: string, limit: number, after: { at: string; id: string }): Promise<AiRequestRow[]> =>
  tx.query<AiRequestRow>(sql`
    select r.id, r.purpose, r.provider, r.host, r.model, r.document_ids as "documentIds", r.bytes, r.outcome, r.sent_at as "sentAt", r.sent_at::text as sort
    from public.ai_requests r where r.user_id = ${userId} and (r.sent_at, r.id) < (${after.at}::timestamptz, ${after.id}::uuid)
    order by r.sent_at desc, r.id desc limit ${limit}`);
