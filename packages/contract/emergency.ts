import * as z from 'zod/mini';
import { id, listOf, listQuery, timestamp } from './common.ts';

/** Somebody whom the caller trusts with what they release in an emergency. `waitHours`: how long the caller has to object, 3 hours to 30 days. `order` counts from 1. Naming the same person again changes both. */
export const emergencyContactInput = z.object({
  userId: id,
  waitHours: z.int().check(z.minimum(3), z.maximum(720)),
  order: z.optional(z.int().check(z.minimum(1), z.maximum(50))),
});
export const emergencyContact = z.object({ id, userId: id, waitHours: z.int(), order: z.int(), createdAt: timestamp });
export type EmergencyContact = z.infer<typeof emergencyContact>;
/** `suggested`: how many more contacts are advised, so that there are two. */
export const emergencyContactList = z.object({ items: z.array(emergencyContact), nextCursor: z.null(), suggested: z.int() });

/** `ownerId`: whose emergency it is; may be left out by somebody who is the contact of one person only. */
export const emergencyRequestInput = z.object({ ownerId: z.optional(id), reason: z.optional(z.string().check(z.trim(), z.maxLength(1000))) });

/** `waiting` until it is answered or `grantsAt` comes; from then on `granted`, whoever looks. `ended`: granted, and taken back since. */
export const emergencyStatus = z.enum(['waiting', 'granted', 'denied', 'cancelled', 'ended']);
export const emergencyRequest = z.object({
  id, ownerId: id, contactId: id, status: emergencyStatus, reason: z.nullable(z.string()), waitHours: z.int(),
  requestedAt: timestamp, grantsAt: timestamp, grantedAt: z.nullable(timestamp), endedAt: z.nullable(timestamp),
});
export type EmergencyRequest = z.infer<typeof emergencyRequest>;
export const emergencyRequestList = listOf(emergencyRequest);
export const emergencyListQuery = z.object(listQuery);

/**
 * The check-in: after `silentDays` without a sign of life (a sign-in or a check-in) the person is reminded gently for
 * `reminderDays`; then everybody concerned is told, and each contact's access opens after that contact's own wait, unless
 * the person checks in.
 */
export const checkInInput = z.object({
  silentDays: z.int().check(z.minimum(7), z.maximum(365)),
  reminderDays: z._default(z.int().check(z.minimum(1), z.maximum(60)), 7),
});
export const checkIn = z.object({
  silentDays: z.int(), reminderDays: z.int(), lastSignOfLifeAt: timestamp, remindsAt: timestamp, alertsAt: timestamp, stage: z.enum(['quiet', 'reminding', 'alerting']),
});
export type CheckIn = z.infer<typeof checkIn>;

/** Somebody who has named the caller as a contact. `contactId`: what the caller resigns by. `open`: what they release can be read now, `releasedDocuments` of it. */
export const protectedPerson = z.object({
  contactId: id, userId: id, waitHours: z.int(), order: z.int(), open: z.boolean(), openedBy: z.nullable(z.enum(['request', 'silence'])), releasedDocuments: z.int(),
});

/** How the caller is provided for, and whom they may have to help. `prepared` counts what the caller releases in an emergency. */
export const emergencyOverview = z.object({
  contacts: z.array(emergencyContact), suggested: z.int(), checkIn: z.nullable(checkIn), prepared: z.object({ shares: z.int() }),
  helping: z.array(protectedPerson), requests: z.array(emergencyRequest),
});

export const exportQuery = z.object({ ownerId: z.optional(id) });
export type EmergencyOverview = z.infer<typeof emergencyOverview>;
export type ProtectedPerson = z.infer<typeof protectedPerson>;
