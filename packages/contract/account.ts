import * as z from 'zod/mini';
import { id, listOf, listQuery, timestamp } from './common.ts';

const languageTag = z.string().check(z.maxLength(35), z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/));

/** A person's account. `avatarPath` is the object's name in the public bucket `avatars`; `timeZone` an IANA name; sizes in bytes. */
export const profile = z.object({
  id,
  email: z.nullable(z.string()),
  fullName: z.nullable(z.string()),
  avatarPath: z.nullable(z.string()),
  locale: z.string(),
  timeZone: z.string(),
  country: z.nullable(z.string()),
  tier: z.string(),
  storageUsed: z.number(),
  storageLimit: z.number(),
  createdAt: timestamp,
  updatedAt: timestamp,
});
export type Profile = z.infer<typeof profile>;

/** What of it a person changes; null takes a value away. An avatar has to lie in the person's own folder. */
export const profilePatch = z.object({
  fullName: z.optional(z.nullable(z.string().check(z.trim(), z.maxLength(200)))),
  avatarPath: z.optional(z.nullable(z.string().check(z.minLength(1), z.maxLength(300)))),
  locale: z.optional(languageTag),
  timeZone: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
  country: z.optional(z.nullable(z.string().check(z.regex(/^[A-Z]{2}$/)))),
});
export type ProfilePatch = z.infer<typeof profilePatch>;

/** What may leave the vault only when its person agrees: `outside_reading`, pictures of pages, to be read by a service. */
export const consentPurposes = ['outside_reading'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/**
 * What a person agreed to. `recipient` is the service by name and `host` where it is reached; `granted` is true only while the latest decision
 * is a yes to this very recipient. Pages are those of this month (UTC).
 */
export const consent = z.object({
  purpose: z.enum(consentPurposes), recipient: z.string(), host: z.string(), granted: z.boolean(), decidedAt: z.nullable(timestamp),
  pagesUsed: z.int(), pagesPerMonth: z.int(),
});
export type Consent = z.infer<typeof consent>;
/** One for each thing that this server may ask for; none where it sends nothing out. */
export const consentList = z.object({ items: z.array(consent), nextCursor: z.null() });
export const consentDecision = z.object({ purpose: z.enum(consentPurposes), granted: z.boolean() });
export type ConsentDecision = z.infer<typeof consentDecision>;
export const consentRecorded = z.object({ purpose: z.enum(consentPurposes), granted: z.boolean(), decidedAt: timestamp });
export type ConsentRecorded = z.infer<typeof consentRecorded>;

/** A device that is signed in. `aal2`: with a second factor. */
export const accountSession = z.object({
  id,
  current: z.boolean(),
  createdAt: timestamp,
  lastSeenAt: timestamp,
  expiresAt: z.nullable(timestamp),
  aal: z.string(),
  userAgent: z.nullable(z.string()),
  ip: z.nullable(z.string()),
});
export type AccountSession = z.infer<typeof accountSession>;
export const sessionList = listOf(accountSession);
export const sessionsQuery = z.object(listQuery);

/** Something that a person did: `signed_in`, `uploaded`, and what is done to documents. */
export const auditEntry = z.object({ id, action: z.string(), documentId: z.nullable(id), documentTitle: z.nullable(z.string()), createdAt: timestamp });
export type AuditEntry = z.infer<typeof auditEntry>;
export const auditList = listOf(auditEntry);
export const auditQuery = z.object(listQuery);
