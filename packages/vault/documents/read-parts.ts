import sql from 'sql-template-tag';
import type { Tx } from '@docuvault/db/types.ts';
import { malformed } from '@docuvault/core/errors.ts';
import { unpackWords, type PageWords } from '@docuvault/core/page-words.ts';
import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { maskIdentityNumbersInText } from '../understanding/identifiers/mask.ts';
import { identityNumbers, knownNumbers } from './document-row.ts';
import { documentMissing } from './documents.errors.ts';
import { isUuid } from './ids.ts';

type Page = { limit?: number | undefined; cursor?: string | undefined };

const mustBeThere = async (tx: Tx, documentId: string): Promise<number> => {
  const [row] = await tx.query<{ version: number }>(sql`select d.version from public.documents d where d.id = ${documentId}`);
  if (!row) throw documentMissing();
  return row.version;
};

/** The identity numbers to mask before somebody who is not the owner; null for the owner. */
const knownToOthers = async (tx: Tx, documentId: string): Promise<string[] | null> => {
  const [shared] = await tx.query<{ type: DocumentType; numbers: string[] }>(sql`
    select d.document_type as type, ${identityNumbers} as numbers from public.documents d where d.id = ${documentId} and d.user_id <> (select auth.uid())`);
  return shared ? knownNumbers(shared.numbers, shared.type) : null;
};

/** The text of a document's current version, or another, by page. Empty until it has been read. To anybody but its owner identity numbers are masked. */
export const readText = async (tx: Tx, documentId: string, version?: number): Promise<{ pages: { page: number; text: string }[] }> => {
  const current = await mustBeThere(tx, documentId);
  const pages = await tx.query<{ page: number; text: string }>(sql`
    select p.page, p.text from public.document_pages p where p.document_id = ${documentId} and p.version = ${version ?? current} order by p.page`);
  const known = await knownToOthers(tx, documentId);
  return { pages: known ? pages.map(({ page, text }) => ({ page, text: maskIdentityNumbersInText(text, known) })) : pages };
};

/**
 * Where the words of a page stand that was recognised: of the current version, or another. No words for pages that the file itself tells of, and for those
 * read before places were kept. To anybody but its owner identity numbers are masked, as in the text.
 */
export const readWords = async (tx: Tx, documentId: string, page: number, version?: number): Promise<{ page: number } & PageWords> => {
  const current = await mustBeThere(tx, documentId);
  const [row] = await tx.query<{ words: string | null }>(sql`
    select p.words from public.document_pages p where p.document_id = ${documentId} and p.version = ${version ?? current} and p.page = ${page}`);
  const { turn, words } = unpackWords(row?.words ?? null);
  const shared = await knownToOthers(tx, documentId);
  if (!shared) return { page, turn, words };
  // Masking keeps spaces, and no word has one: so each keeps its place.
  const masked = maskIdentityNumbersInText(words.map(({ text }) => text).join(' '), shared).split(' ');
  return { page, turn, words: words.map((word, at) => ({ ...word, text: masked[at] ?? '' })) };
};

/** What happened to a document, newest first. */
export const readActivity = async (tx: Tx, documentId: string, { limit = 50, cursor }: Page) => {
  await mustBeThere(tx, documentId);
  const [at, id] = cursor ? decodeCursor(cursor, 2) : [null, null];
  if (cursor && (typeof at !== 'string' || Number.isNaN(Date.parse(at)) || typeof id !== 'string' || !isUuid(id))) {
    throw malformed('request.invalid_cursor', 'The cursor is not one that this list gave.');
  }
  const rows = await tx.query<{ id: string; action: string; actor_id: string | null; details: Record<string, unknown>; created_at: Date; at: string }>(sql`
    select a.id, a.action, a.actor_id, a.details, a.created_at, a.created_at::text as at from public.document_activity a
    where a.document_id = ${documentId} and (${at}::text is null or (a.created_at, a.id) < (${at}::timestamptz, ${id}::uuid))
    order by a.created_at desc, a.id desc limit ${limit + 1}`);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => ({ id: row.id, action: row.action, actorId: row.actor_id, details: row.details, createdAt: row.created_at.toISOString() })),
    nextCursor: rows.length > limit && last ? encodeCursor([last.at, last.id]) : null,
  };
};

/** Every file a document has had, newest first; in their names too identity numbers are masked, as in every list. */
export const readVersions = async (tx: Tx, documentId: string, { limit = 50, cursor }: Page) => {
  const [document] = await tx.query<{ version: number; type: DocumentType; numbers: string[] }>(sql`
    select d.version, d.document_type as type, ${identityNumbers} as numbers from public.documents d where d.id = ${documentId}`);
  if (!document) throw documentMissing();
  const known = knownNumbers(document.numbers, document.type);
  const [before] = cursor ? decodeCursor(cursor, 1) : [null];
  if (cursor && !Number.isInteger(before)) throw malformed('request.invalid_cursor', 'The cursor is not one that this list gave.');
  const rows = await tx.query<{ version: number; file_name: string; mime_type: string; size_bytes: number; sha256: string; created_at: Date }>(sql`
    select v.version, v.file_name, v.mime_type, v.size_bytes, v.sha256, v.created_at from public.document_versions v
    where v.document_id = ${documentId} and (${before}::integer is null or v.version < ${before}::integer) order by v.version desc limit ${limit + 1}`);
  const page = rows.slice(0, limit);
  return {
    items: page.map((row) => ({
      version: row.version, fileName: maskIdentityNumbersInText(row.file_name, known), mimeType: row.mime_type, sizeBytes: row.size_bytes, sha256: row.sha256,
      createdAt: row.created_at.toISOString(), current: row.version === document.version,
    })),
    nextCursor: rows.length > limit ? encodeCursor([page.at(-1)!.version]) : null,
  };
};
