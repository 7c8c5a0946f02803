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
  /** From when on the account may be erased, because its person asked for it; null where they did not. */
  eraseAfter: z.nullable(timestamp),
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

/**
 * What may leave the vault only when its person agrees: `outside_reading`, pictures of pages, to be read by a service; `language_models`,
 * questions with the lines that bear on them, and texts that one has translated.
 */
export const consentPurposes = ['outside_reading', 'language_models'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

const decided = { recipient: z.string(), host: z.string(), granted: z.boolean(), decidedAt: z.nullable(timestamp) };
const outsideReadingConsent = z.object({ purpose: z.literal('outside_reading'), ...decided, pagesUsed: z.int(), pagesPerMonth: z.int() });
const languageModelsConsent = z.object({
  purpose: z.literal('language_models'), ...decided, callsUsed: z.int(), callsPerMonth: z.int(),
  recipients: z.array(z.object({ provider: z.string(), host: z.string() })),
});
export type OutsideReadingConsent = z.infer<typeof outsideReadingConsent>;
export type LanguageModelsConsent = z.infer<typeof languageModelsConsent>;
/**
 * What a person agreed to. `recipient` is the service by name (several, in the order of asking, with commas between) and `host` where it is
 * reached; `granted` is true only while the latest decision is a yes to these very recipients. Pages and calls are those of this month (UTC).
 */
export const consent = z.discriminatedUnion('purpose', [outsideReadingConsent, languageModelsConsent]);
export type Consent = z.infer<typeof consent>;
/** One for each thing that this server may ask for; none where it sends nothing out. */
export const consentList = z.object({ items: z.array(consent), nextCursor: z.null() });
export const consentDecision = z.object({ purpose: z.enum(consentPurposes), granted: z.boolean() });
export type ConsentDecision = z.infer<typeof consentDecision>;
export const consentRecorded = z.object({ purpose: z.enum(consentPurposes), granted: z.boolean(), decidedAt: timestamp });
export type ConsentRecorded = z.infer<typeof consentRecorded>;

/** A call that left for a model or a translator. `outcome`: `sent` until it is known; `bytes` of text; `model` null where a provider has but one. */
export const aiRequest = z.object({
  id, purpose: z.enum(['chat', 'translation']), provider: z.string(), host: z.string(), model: z.nullable(z.string()), documentIds: z.array(id),
  bytes: z.int(), outcome: z.enum(['sent', 'answered', 'unanswered']), sentAt: timestamp,
});
export type AiRequest = z.infer<typeof aiRequest>;
export const aiRequestList = listOf(aiRequest);
export const aiRequestsQuery = z.object(listQuery);

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

/** A right to fetch everything as one archive, for an hour. `url` needs no session: whoever has it has everything. */
export const accountExport = z.object({ id, status: z.literal('ready'), url: z.string(), documents: z.int(), bytes: z.number(), createdAt: timestamp, expiresAt: timestamp });
export type AccountExport = z.infer<typeof accountExport>;
export const exportQuery = z.object({ token: z.optional(z.string().check(z.maxLength(200))) });

/** `confirm`: true, the word DELETE, or the account's own address. `immediately` leaves no time to call it off. */
export const deletionInput = z.object({ confirm: z.union([z.boolean(), z.string().check(z.maxLength(400))]), immediately: z.optional(z.boolean()) });
export type DeletionInput = z.infer<typeof deletionInput>;
/** `scheduled`: everything stays as it is until `eraseAfter`. `erased`: it is gone. */
export const deletion = z.object({ status: z.enum(['scheduled', 'erased']), requestedAt: timestamp, eraseAfter: timestamp, documents: z.int() });
export type Deletion = z.infer<typeof deletion>;
export const deletionCalledOff = z.object({ status: z.literal('none') });

const words = (most: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));
/** Who may exercise the person's rights after them. Whoever is named is not told, and sees nothing by it. */
export const nomineeInput = z.object({
  fullName: words(200),
  email: z.optional(z.nullable(z.email().check(z.maxLength(320)))),
  phone: z.optional(z.nullable(z.string().check(z.regex(/^\+?[0-9 ()-]{3,40}$/)))),
  relation: z.optional(z.nullable(words(100))),
  instructions: z.optional(z.nullable(words(4000))),
});
export type NomineeInput = z.infer<typeof nomineeInput>;
export const nominee = z.object({ fullName: z.string(), email: z.nullable(z.string()), phone: z.nullable(z.string()), relation: z.nullable(z.string()), instructions: z.nullable(z.string()), updatedAt: timestamp });
export type Nominee = z.infer<typeof nominee>;
/** Null where nobody is named; putting null takes the name back. */
export const nomineeBody = z.object({ nominee: z.nullable(nominee) });
export const nomineeChange = z.union([nomineeInput, z.object({ nominee: z.nullable(nomineeInput) })]);
export type NomineeChange = z.infer<typeof nomineeChange>;

/** The functions that a key may open. Accounts, families and payments are for sessions alone. */
export const keyFunctions = ['documents', 'document-upload', 'document-processor', 'search-engine', 'ai-chat', 'reminder-engine', 'analytics-engine', 'translation-service'] as const;
const scope = z.string().check(z.regex(new RegExp(`^(?:${keyFunctions.join('|')}):(?:read|write)$`)));
/** `scopes`: `documents:read` for what only reads, `documents:write` for everything of that function. */
export const apiKeyInput = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
  scopes: z.array(scope).check(z.minLength(1), z.maxLength(40)),
  expiresAt: z.optional(z.nullable(z.iso.datetime({ offset: true }))),
});
export type ApiKeyInput = z.infer<typeof apiKeyInput>;
/** `hint`: how the key begins. */
export const apiKey = z.object({ id, name: z.string(), hint: z.string(), scopes: z.array(z.string()), createdAt: timestamp, expiresAt: z.nullable(timestamp), lastUsedAt: z.nullable(timestamp) });
export type ApiKey = z.infer<typeof apiKey>;
/** `key` is told this once. */
export const apiKeyMade = z.extend(apiKey, { key: z.string() });
export type ApiKeyMade = z.infer<typeof apiKeyMade>;
export const apiKeyList = listOf(apiKey);
