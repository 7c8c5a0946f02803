import sql from 'sql-template-tag';
import { isAgreed } from '../account/is-agreed.ts';
import type { Tx } from '@docuvault/db/types.ts';
import type { Job } from './queue.repository.ts';

/** Why no page of a person is read outside just now. */
export type NotOutside = 'consent' | 'budget';

/** Takes up to `wanted` pages out of the person's budget of the month, where they agreed to this provider. Answers how many it gave, or why none. */
export const takePages = async (tx: Tx, userId: string, provider: string, at: { month: string; limit: number; wanted: number }): Promise<number | NotOutside> => {
  if (!(await isAgreed(tx, userId, 'outside_reading', provider))) return 'consent';
  await tx.query(sql`insert into public.pages_read_outside (user_id, provider, month) values (${userId}, ${provider}, ${at.month}::date) on conflict do nothing`);
  const [row] = await tx.query<{ before: number }>(sql`
    select r.pages as before from public.pages_read_outside r where r.user_id = ${userId} and r.provider = ${provider} and r.month = ${at.month}::date for update`);
  const given = Math.max(0, Math.min(at.wanted, at.limit - row!.before));
  if (given === 0) return 'budget';
  await addPages(tx, userId, provider, at.month, given);
  return given;
};

/** Puts back pages that were taken and not read. */
export const putBackPages = (tx: Tx, userId: string, provider: string, month: string, pages: number): Promise<void> => addPages(tx, userId, provider, month, -pages);

const addPages = async (tx: Tx, userId: string, provider: string, month: string, pages: number): Promise<void> => {
  await tx.query(sql`
    update public.pages_read_outside r set pages = greatest(0, r.pages + ${pages}) where r.user_id = ${userId} and r.provider = ${provider} and r.month = ${month}::date`);
};

/** What became of pages for which a service outside was chosen: where they went, and which were read in the vault after all, and why. */
export type OutsideRecord = { provider: string; host: string; sent: number[]; readHere: number[]; because: string[] };

/** Writes the record into the document's history, or anew what it says by now. */
export const recordOutside = async (tx: Tx, job: Job, id: string, record: OutsideRecord, now: Date): Promise<void> => {
  await tx.query(sql`
    insert into public.document_activity (id, document_id, user_id, actor_id, action, details, created_at)
    values (${id}, ${job.documentId}, ${job.userId}, null, 'read_outside', ${JSON.stringify(record)}::jsonb, ${now})
    on conflict (id) do update set details = excluded.details`);
};
