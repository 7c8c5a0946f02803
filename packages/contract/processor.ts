import * as z from 'zod/mini';
import { id } from './common.ts';
import { documentStatus, failure } from './document.ts';

/** Reads a document again from the stored original, or tries a failed one again; `password` opens a protected PDF. */
export const processRequest = z.object({ documentId: id, password: z.optional(z.string().check(z.minLength(1), z.maxLength(500))) });
export const processAccepted = z.object({ documentId: id, status: documentStatus });

/** How far a document is. `progress` is 0..1; `stage`: queued, reading, thumbnail, embedding, completed. */
export const processingStatus = z.object({ status: documentStatus, stage: z.string(), progress: z.number(), attempts: z.int(), failure: z.nullable(failure) });

export const runRequest = z.object({ limit: z.optional(z.int().check(z.minimum(1), z.maximum(1000))) });
export const runAnswer = z.object({ processed: z.int() });

export const eventsQuery = z.object({ inbox: z.optional(z.enum(['true', 'false', '1', '0'])) });
