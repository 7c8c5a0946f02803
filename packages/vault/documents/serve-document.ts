import sql from 'sql-template-tag';
import type { UserContext } from '../context.ts';
import { findBlob } from '../files/blobs.repository.ts';
import { disposition, serveFile } from '../files/serve-file.ts';
import { documentMissing, thumbnailNotReady } from './documents.errors.ts';
import { recordReading } from './record-activity.ts';

const shownInline = new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/webp']);
const touchAfterMs = 60 * 60_000;

type FileRow = { blob_id: string; mime_type: string; file_name: string; sha256: string; shared: boolean };

const sealedFile = async ({ deps }: UserContext, blobId: string) => {
  const file = await deps.db.asService('open a file for its owner', (tx) => findBlob(tx, blobId));
  if (!file) throw documentMissing();
  return file;
};

/** Notes that somebody looked at a document, once an hour at most: the lifecycle asks only for days. */
const touch = (now: Date, documentId: string) => sql`
  update public.documents set accessed_at = ${now} where id = ${documentId} and accessed_at < ${new Date(now.getTime() - touchAfterMs)}`;
export const touchDocument = touch;

/** The original bytes of a document's current version, or of the version asked for. For saving, unless `inline` is asked for something a browser can show. */
export const serveDocumentFile = async (
  ctx: UserContext,
  request: Request,
  input: { documentId: string; version?: number | undefined; inline: boolean },
): Promise<Response> => {
  const { actor, deps } = ctx;
  const row = await deps.db.asUser(actor, async (tx) => {
    const [found] = await tx.query<FileRow>(sql`
      select v.blob_id, v.mime_type, v.file_name, v.sha256, d.user_id <> ${actor.userId} as shared from public.document_versions v join public.documents d on d.id = v.document_id
      where d.id = ${input.documentId} and v.version = coalesce(${input.version ?? null}::integer, d.version)`);
    if (!found) throw documentMissing();
    if (found.shared) await recordReading(tx, actor.userId, input.documentId, 'downloaded', deps.clock.now());
    else await tx.query(touch(deps.clock.now(), input.documentId));
    return found;
  });
  const kind = input.inline && shownInline.has(row.mime_type) ? 'inline' : 'attachment';
  return serveFile(deps, request, {
    file: await sealedFile(ctx, row.blob_id), mimeType: row.mime_type, etag: `"${row.sha256}"`,
    headers: { 'Content-Disposition': disposition(kind, row.file_name), 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox" },
  });
};

/** The picture of a document's first page, as WebP. 404 `document.thumbnail_not_ready` until it is made. */
export const serveThumbnail = async (ctx: UserContext, request: Request, documentId: string): Promise<Response> => {
  const { actor, deps } = ctx;
  const [row] = await deps.db.asUser(actor, (tx) =>
    tx.query<{ thumbnail_blob_id: string | null }>(sql`select d.thumbnail_blob_id from public.documents d where d.id = ${documentId}`));
  if (!row) throw documentMissing();
  if (!row.thumbnail_blob_id) throw thumbnailNotReady();
  return serveFile(deps, request, {
    file: await sealedFile(ctx, row.thumbnail_blob_id), mimeType: 'image/webp', etag: `"${row.thumbnail_blob_id}"`,
    headers: { 'Content-Security-Policy': "default-src 'none'; sandbox" },
  });
};
