import * as z from 'zod/mini';
import { id, listOf, listQuery, timestamp } from './common.ts';
import { category, documentType } from './document.ts';

const label = z.optional(z.string().check(z.trim(), z.maxLength(200)));
const password = z.optional(z.string().check(z.minLength(1), z.maxLength(200)));
const maxUses = z.optional(z.nullable(z.int().check(z.minimum(1), z.maximum(10_000))));

/** When a link ends: `expiresAt` (or `expiry`, which is the same), or `expiresInHours` from now (168 unless given); a year from now at most. */
const moment = z.optional(z.iso.datetime({ offset: true }));
const ending = {
  expiresAt: moment,
  expiry: moment,
  expiresInHours: z.optional(z.int().check(z.minimum(1), z.maximum(24 * 366))),
};

/**
 * A share link of a document and, with `documentIds`, of others beside it. `view` gives pictures of the pages and the text,
 * `download` the files too. `watermark` burns the visitor's name and the date into pictures and files; then a visitor has
 * to give a name. `maxUses` counts openings, not pages.
 */
export const linkInput = z.object({
  ...ending, label, password, maxUses,
  documentIds: z.optional(z.array(id).check(z.maxLength(50))),
  permission: z._default(z.enum(['view', 'download']), 'view'),
  watermark: z._default(z.boolean(), false),
});
export type LinkInput = z.infer<typeof linkInput>;

/** A request link: whoever has it sends files into the caller's vault, `maxUses` of them at most. */
export const requestLinkInput = z.object({
  ...ending, label, password, maxUses,
  message: z.optional(z.string().check(z.trim(), z.maxLength(2000))),
  folderId: z.optional(z.nullable(id)),
  person: z.optional(z.nullable(z.string().check(z.trim(), z.maxLength(200)))),
});
export type RequestLinkInput = z.infer<typeof requestLinkInput>;

/** A link as its owner sees it; `titles` are those of `documentIds`. What it opens with is shown once, when it is made. */
export const documentLink = z.object({
  id, kind: z.enum(['share', 'request']), label: z.nullable(z.string()), message: z.nullable(z.string()), documentIds: z.array(id), titles: z.array(z.string()),
  permission: z.enum(['view', 'download']), watermark: z.boolean(), hasPassword: z.boolean(), maxUses: z.nullable(z.int()), uses: z.int(),
  folderId: z.nullable(id), person: z.nullable(z.string()), status: z.enum(['open', 'expired', 'used_up', 'revoked']), expiresAt: timestamp, createdAt: timestamp,
});
export type DocumentLink = z.infer<typeof documentLink>;
export const documentLinkList = listOf(documentLink);
/** `url` is the page for people, whole, `token` what the public functions take. */
export const documentLinkMade = z.extend(documentLink, { token: z.string(), url: z.string() });

/** One line of a link's access log. */
export const linkVisit = z.object({
  id, outcome: z.enum(['opened', 'wrong_password', 'locked', 'refused', 'viewed', 'downloaded', 'uploaded']), documentId: z.nullable(id), viewerName: z.nullable(z.string()),
  address: z.nullable(z.string()), userAgent: z.nullable(z.string()), createdAt: timestamp,
});
export const linkVisitList = listOf(linkVisit);
export const linksQuery = z.object(listQuery);

/** What a link says of itself before it is opened: nothing of the documents. */
export const sharedLink = z.object({
  kind: z.enum(['share', 'request']), needsPassword: z.boolean(), needsName: z.boolean(), from: z.nullable(z.string()), label: z.nullable(z.string()), message: z.nullable(z.string()),
  documentCount: z.int(), permission: z.enum(['view', 'download']), watermark: z.boolean(), expiresAt: timestamp,
});

export const openLinkInput = z.object({
  password: z.optional(z.string().check(z.maxLength(200))),
  name: z.optional(z.string().check(z.trim(), z.maxLength(200))),
});
/** A document in an opened link; identity numbers are masked. `pictures`: its pages can be had as pictures. */
export const sharedDocument = z.object({
  documentId: id, title: z.string(), fileName: z.string(), mimeType: z.string(), sizeBytes: z.number(), pageCount: z.nullable(z.int()), category, documentType, pictures: z.boolean(),
});
/** `access` goes as a query parameter with every further call of this visit, until `accessUntil`. */
export const openedLink = z.object({
  kind: z.enum(['share', 'request']), access: z.string(), accessUntil: timestamp, permission: z.enum(['view', 'download']), watermark: z.boolean(), documents: z.array(sharedDocument),
});

export const accessQuery = z.object({ access: z.string().check(z.minLength(1), z.maxLength(200)) });
/** A file that came by a request link; no more of it is told to whoever sent it. */
export const receivedFile = z.object({ fileName: z.string(), received: z.literal(true) });
