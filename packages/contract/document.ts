import * as z from 'zod/mini';
import { categories, documentTypes } from '@docuvault/core/vocabulary.ts';
import { calendarDate, id, timestamp } from './common.ts';

export const category = z.enum(categories);
export const documentType = z.enum(documentTypes);
export const documentStatus = z.enum(['queued', 'processing', 'completed', 'failed']);
export const failure = z.object({ code: z.string(), message: z.string() });

/** A value read out of a document. Dates are ISO, amounts plain numbers. */
export const field = z.object({
  name: z.string(),
  value: z.union([z.string(), z.number()]),
  confidence: z.number(),
  page: z.nullable(z.int()),
  source: z.enum(['rule', 'model', 'user']),
});

const listed = {
  id,
  title: z.string(),
  fileName: z.string(),
  mimeType: z.string(),
  sizeBytes: z.number(),
  sha256: z.string(),
  pageCount: z.nullable(z.int()),
  status: documentStatus,
  failure: z.nullable(failure),
  category,
  documentType,
  language: z.nullable(z.string()),
  summary: z.nullable(z.string()),
  tags: z.array(z.string()),
  folderId: z.nullable(id),
  ownerId: id,
  person: z.nullable(z.string()),
  createdAt: timestamp,
  updatedAt: timestamp,
  accessedAt: timestamp,
  deletedAt: z.nullable(timestamp),
  expiresOn: z.nullable(calendarDate),
  version: z.int(),
};

/** What the caller may do with a document: everything, put right what it says, or read it. Told by lists of documents and by the document itself. */
export const documentAccess = z.enum(['owner', 'edit', 'view']);
export type DocumentAccess = z.infer<typeof documentAccess>;

/** A document in a list: never its text or fields. */
export const documentSummary = z.object({ ...listed, access: z.optional(documentAccess) });
export type DocumentSummary = z.infer<typeof documentSummary>;

/** A document as its owner sees it whole. */
export const document = z.object({ ...listed, access: z.optional(documentAccess), fields: z.array(field) });
export type Document = z.infer<typeof document>;
export type Field = z.infer<typeof field>;
