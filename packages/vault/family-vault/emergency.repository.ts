import sql, { type Sql } from 'sql-template-tag';
import type { EmergencyRequest } from '@docuvault/contract/emergency.ts';

/*
 * How a request stands is read off the database's clock, in the same way as private.emergency_open() does: nothing has to
 * run for a request to become granted.
 */

export type RequestRow = {
  id: string; vault_id: string; user_id: string; contact_id: string; status: EmergencyRequest['status']; reason: string | null; wait_hours: number;
  requested_at: Date; due_at: Date; granted_at: Date | null; closed_at: Date | null; at: string;
};

const granted = sql`(r.approved_at is not null or r.due_at <= now())`;

/** The columns of public.emergency_requests (as `r`) that the wire shows. */
export const requestColumns: Sql = sql`r.id, r.vault_id, r.user_id, r.contact_id, r.reason, r.wait_hours, r.requested_at, r.due_at, r.requested_at::text as at,
  case when r.denied_at is not null then 'denied' when r.cancelled_at is not null then 'cancelled' when r.ended_at is not null then 'ended'
    when ${granted} then 'granted' else 'waiting' end as status,
  case when r.denied_at is null and (r.approved_at is not null or r.due_at <= least(now(), coalesce(r.cancelled_at, 'infinity'), coalesce(r.ended_at, 'infinity')))
    then least(coalesce(r.approved_at, 'infinity'), r.due_at) end as granted_at,
  coalesce(r.denied_at, r.cancelled_at, r.ended_at) as closed_at`;

export const toRequest = (row: RequestRow): EmergencyRequest => ({
  id: row.id, ownerId: row.user_id, contactId: row.contact_id, status: row.status, reason: row.reason, waitHours: row.wait_hours,
  requestedAt: row.requested_at.toISOString(), grantsAt: row.due_at.toISOString(), grantedAt: row.granted_at?.toISOString() ?? null, endedAt: row.closed_at?.toISOString() ?? null,
});
