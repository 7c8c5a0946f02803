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

/** Something that a person did: `signed_in`, `uploaded`, and what is done to documents. */
export const auditEntry = z.object({ id, action: z.string(), documentId: z.nullable(id), documentTitle: z.nullable(z.string()), createdAt: timestamp });
export type AuditEntry = z.infer<typeof auditEntry>;
export const auditList = listOf(auditEntry);
export const auditQuery = z.object(listQuery);
