import sql from 'sql-template-tag';
import type { DocumentSummary } from '@docuvault/contract/document.ts';
import { openFile, type SealedFile } from '@docuvault/core/encryption/sealed-files.ts';
import { ToolFailure, type DocumentSession } from '@docuvault/core/document-tools.ts';
import { refused } from '@docuvault/core/errors.ts';
import type { Tx } from '@docuvault/db/types.ts';
import type { Deps } from '../../context.ts';
import { findBlob } from '../../files/blobs.repository.ts';
import { disposition, serveFile } from '../../files/serve-file.ts';
import { bodyOf } from '../../files/zip-stream.ts';
import { maskIdentityNumbersInText } from '../../understanding/identifiers/mask.ts';
import { documentColumns, identityNumbers, knownNumbers, toMaskedSummary, type DocumentRow } from '../document-row.ts';
import { documentMissing } from '../documents.errors.ts';
import { noPicture, tooLong, viewOnlyLink } from './links.errors.ts';
import { picturePdf } from './picture-pdf.ts';
import { noteVisit, type OpenLink, type Visit, type Visitor } from './visits.ts';

type Row = DocumentRow & { numbers: string[]; blob_id: string };

/** Pages of a copy with a watermark; each takes the reader about a third of a second. */
const mostCopied = 200;
const readEdge = 1600;
const headers = { 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox", 'Referrer-Policy': 'no-referrer' };

const readRows = (tx: Tx, linkId: string, documentId: string | null): Promise<Row[]> =>
  tx.query<Row>(sql`
    select ${documentColumns}, ${identityNumbers} as numbers, d.blob_id
    from public.document_link_items i join public.documents d on d.id = i.document_id
    where i.link_id = ${linkId} and d.deleted_at is null and (${documentId}::uuid is null or d.id = ${documentId}::uuid) order by i.place`);

const hasPictures = (mimeType: string): boolean => mimeType === 'application/pdf' || mimeType.startsWith('image/');

/** The documents of a link as a visitor sees them: identity numbers are masked, and nothing is told of folders, people or tags. */
export const sharedDocuments = async (deps: Pick<Deps, 'db'>, link: OpenLink) => {
  const rows = await deps.db.asService('list what a public link shows', (tx) => readRows(tx, link.id, null));
  return rows.map((row) => {
    const shown: DocumentSummary = toMaskedSummary(row, row.numbers);
    return {
      documentId: shown.id, title: shown.title, fileName: shown.fileName, mimeType: shown.mimeType, sizeBytes: shown.sizeBytes, pageCount: shown.pageCount,
      category: shown.category, documentType: shown.documentType, pictures: hasPictures(shown.mimeType),
    };
  });
};

const findShared = async (deps: Pick<Deps, 'db'>, link: OpenLink, documentId: string): Promise<{ row: Row; file: SealedFile }> =>
  deps.db.asService('open a document of a public link', async (tx) => {
    const [row] = await readRows(tx, link.id, documentId);
    const file = row && (await findBlob(tx, row.blob_id));
    if (!file) throw documentMissing();
    return { row, file };
  });

/** What is burned into pictures: who looks, and when. */
const markOf = (visit: Visit, now: Date): string[] => (visit.link.watermark ? [visit.viewerName ?? '', `${now.toISOString().slice(0, 16).replace('T', ' ')} UTC`] : []);

const withSession = async <T>(deps: Deps, file: SealedFile, mimeType: string, work: (session: DocumentSession) => Promise<T>): Promise<T> => {
  const parts: Uint8Array[] = [];
  for await (const part of openFile(deps, file)) parts.push(part);
  try {
    const session = await deps.tools.open(new Uint8Array(Buffer.concat(parts)), { mimeType, onlyDrawn: true });
    try {
      return await work(session);
    } finally {
      await session.close();
    }
  } catch (error) {
    if (error instanceof ToolFailure) throw refused(`processing.${error.code}`, error.message);
    throw error;
  }
};

/** One page as a picture, marked where the link says so. */
export const servePage = async (deps: Deps, visit: Visit, visitor: Visitor, documentId: string, page: number): Promise<Response> => {
  const { row, file } = await findShared(deps, visit.link, documentId);
  if (!hasPictures(row.mime_type)) throw noPicture();
  const picture = await withSession(deps, file, row.mime_type, (session) => session.picture(page, { maxEdge: readEdge, mark: markOf(visit, deps.clock.now()) }));
  if (!picture) throw noPicture();
  if (page === 1) await noteVisit(deps, visit, visitor, 'viewed', row.id);
  return new Response(new Uint8Array(picture), { headers: { ...headers, 'Content-Type': 'image/jpeg', 'Content-Length': String(picture.length) } });
};

/** The text by page, with identity numbers masked. */
export const readSharedText = async (deps: Deps, visit: Visit, visitor: Visitor, documentId: string) => {
  const { row } = await findShared(deps, visit.link, documentId);
  const known = knownNumbers(row.numbers, row.document_type);
  const pages = await deps.db.asService('read the text of a public link', (tx) =>
    tx.query<{ page: number; text: string }>(sql`select p.page, p.text from public.document_pages p where p.document_id = ${row.id} and p.version = ${row.version} order by p.page`));
  await noteVisit(deps, visit, visitor, 'viewed', row.id);
  return { pages: pages.map(({ page, text }) => ({ page, text: maskIdentityNumbersInText(text, known) })) };
};

async function* copyOf(session: DocumentSession, mark: string[]): AsyncGenerator<Uint8Array> {
  try {
    for (let page = 1; page <= session.opened.pageCount; page += 1) {
      const picture = await session.picture(page, { maxEdge: readEdge, mark });
      if (picture) yield picture;
    }
  } finally {
    await session.close();
  }
}

/** A copy of a PDF with the mark burned into every page, drawn while it is sent. */
const serveCopy = async (deps: Deps, visit: Visit, row: Row, file: SealedFile, title: string): Promise<Response> => {
  if ((row.page_count ?? 0) > mostCopied) throw tooLong();
  const mark = markOf(visit, deps.clock.now());
  const name = { 'Content-Disposition': disposition('attachment', `${title.replace(/\.(pdf|jpe?g|png|webp)$/i, '')}.${row.mime_type === 'application/pdf' ? 'pdf' : 'jpg'}`) };
  if (row.mime_type !== 'application/pdf') {
    const picture = await withSession(deps, file, row.mime_type, (session) => session.picture(1, { maxEdge: 2000, mark }));
    if (!picture) throw noPicture();
    return new Response(new Uint8Array(picture), { headers: { ...headers, ...name, 'Content-Type': 'image/jpeg', 'Content-Length': String(picture.length) } });
  }
  const parts: Uint8Array[] = [];
  for await (const part of openFile(deps, file)) parts.push(part);
  const session = await deps.tools.open(new Uint8Array(Buffer.concat(parts)), { mimeType: row.mime_type, onlyDrawn: true }).catch((error: unknown) => {
    throw error instanceof ToolFailure ? refused(`processing.${error.code}`, error.message) : error;
  });
  if (session.opened.pageCount > mostCopied) {
    await session.close();
    throw tooLong();
  }
  return new Response(bodyOf(picturePdf(copyOf(session, mark))), { headers: { ...headers, ...name, 'Content-Type': 'application/pdf' } });
};

/** The file itself, or a marked copy, where the link lets it be saved; 403 `link.view_only` where it does not. */
export const serveSharedFile = async (deps: Deps, visit: Visit, visitor: Visitor, request: Request, documentId: string): Promise<Response> => {
  if (visit.link.permission !== 'download') throw viewOnlyLink();
  const { row, file } = await findShared(deps, visit.link, documentId);
  const { fileName } = toMaskedSummary(row, row.numbers);
  if (request.headers.get('range') === null) await noteVisit(deps, visit, visitor, 'downloaded', row.id);
  if (visit.link.watermark) return serveCopy(deps, visit, row, file, fileName);
  return serveFile(deps, request, { file, mimeType: row.mime_type, etag: `"${row.sha256}"`, headers: { ...headers, 'Content-Disposition': disposition('attachment', fileName) } });
};
