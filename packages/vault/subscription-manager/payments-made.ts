import sql from 'sql-template-tag';
import type { ProviderName } from '@docuvault/core/payments.ts';
import { timedPage, type Page } from '../http/timed-page.ts';
import type { BillingContext } from './billing.ts';

type Row = { id: string; at: string; type: string; provider: ProviderName; amount: number | null; currency: string | null; outcome: string; occurred_at: Date };

/** What providers told of the caller's payments, newest first. */
export const listPayments = ({ actor, deps }: BillingContext, page: Page) => deps.db.asUser(actor, (tx) =>
  timedPage<Row, unknown>(tx, page, (after, limit) => sql`
    select e.id, e.received_at::text as at, e.type, e.provider, e.amount, e.currency, e.outcome, e.occurred_at from public.payment_events e
    where e.user_id = ${actor.userId} and e.amount is not null and ${after(sql`e.received_at`, sql`e.id`)} order by e.received_at desc, e.id desc limit ${limit}`,
  (row) => ({ type: row.type, provider: row.provider, amount: row.amount === null ? null : Number(row.amount), currency: row.currency, outcome: row.outcome, occurredAt: row.occurred_at.toISOString() })));
