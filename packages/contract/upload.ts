import * as z from 'zod/mini';
import { document } from './document.ts';

/** Largest file that an upload takes, in bytes (50 MiB); one byte more is `upload.too_large`. */
export const maxUploadBytes = 52_428_800;

/** The media types that are accepted, told by content and never by name. */
export const acceptedTypes = [
  'application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'application/msword',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
] as const;
export type AcceptedType = (typeof acceptedTypes)[number];

/** What may go with a file. `password` opens a protected PDF and is forgotten once it has been read. */
export const uploadOptions = z.object({
  title: z.optional(z.string().check(z.maxLength(500))),
  folderId: z.optional(z.string()),
  tags: z.optional(z.array(z.string().check(z.trim(), z.minLength(1), z.maxLength(100))).check(z.maxLength(50))),
  person: z.optional(z.string().check(z.maxLength(200))),
  password: z.optional(z.string().check(z.maxLength(500))),
});
export type UploadOptions = z.infer<typeof uploadOptions>;

/** What may go with another version of a document. */
export const versionOptions = z.pick(uploadOptions, { password: true });

/** Claims a file that is in the storage bucket `documents` already (put there by TUS, say). */
export const claimRequest = z.extend(uploadOptions, { objectName: z.string().check(z.minLength(1), z.maxLength(1024)) });

/** `duplicate` is true when these very bytes were in the vault already; the document is then the one that holds them. */
export const uploadAnswer = z.object({ document, duplicate: z.boolean() });
