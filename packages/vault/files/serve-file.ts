import { AppError } from '@docuvault/core/errors.ts';
import { openFile, sealedLength, type SealedFile } from '@docuvault/core/encryption/sealed-files.ts';
import type { ByteRange } from '@docuvault/core/blob-store.ts';
import type { Deps } from '../context.ts';

export type Served = {
  file: SealedFile;
  mimeType: string;
  /** Strong, quotes included. */
  etag: string;
  /** Extra headers of a full or partial answer. */
  headers: Record<string, string>;
};

/**
 * The range to send of `length` bytes (RFC 9110, 14.1.2): null for the whole (no header, or one out of form),
 * 'unsatisfiable' for 416. Of several ranges the first that can be satisfied is sent.
 */
export const rangeOf = (header: string | undefined, length: number): ByteRange | 'unsatisfiable' | null => {
  const list = /^bytes=\s*(.+)$/i.exec(header ?? '')?.[1]?.split(',').map((part) => part.trim());
  if (!list?.every((part) => /^(\d{1,15}-\d{0,15}|-\d{1,15})$/.test(part))) return null;
  for (const part of list) {
    const [from, to] = part.split('-') as [string, string];
    if (from !== '' && to !== '' && Number(to) < Number(from)) return null;
    const start = from === '' ? Math.max(0, length - Number(to)) : Number(from);
    const end = from === '' || to === '' ? length - 1 : Math.min(Number(to), length - 1);
    if (start < length && end >= start && !(from === '' && Number(to) === 0)) return { start, end };
  }
  return 'unsatisfiable';
};

const matches = (header: string | undefined, etag: string): boolean =>
  header !== undefined && header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);

/** The rest of an iteration whose first part is known, as a body that stops it when the reader goes away. */
const bodyOf = (first: Uint8Array, rest: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> =>
  new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        controller.enqueue(first);
      },
      pull: async (controller) => {
        const { done, value } = await rest.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => {
        await rest.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );

/**
 * Answers a request for a sealed file: whole or a range, decrypted as it is read, nothing when the caller has it
 * already. The first bytes are opened before the answer begins, so that a missing or damaged file is an error and not a
 * broken download.
 */
export const serveFile = async (deps: Pick<Deps, 'blobs' | 'keyring'>, request: Request, { file, mimeType, etag, headers }: Served): Promise<Response> => {
  const length = sealedLength(file);
  const common = { ETag: etag, 'Accept-Ranges': 'bytes', 'Cache-Control': 'private, no-cache', 'X-Content-Type-Options': 'nosniff', ...headers };
  if (matches(request.headers.get('if-none-match') ?? undefined, etag)) return new Response(null, { status: 304, headers: common });
  const ifRange = request.headers.get('if-range');
  const range = ifRange && ifRange !== etag ? null : rangeOf(request.headers.get('range') ?? undefined, length);
  if (range === 'unsatisfiable') {
    throw new AppError(416, 'request.range_not_satisfiable', `The file has ${length} bytes; the range begins behind them.`, { length }, { 'Accept-Ranges': 'bytes', 'Content-Range': `bytes */${length}` });
  }
  const sent = range ? range.end - range.start + 1 : length;
  const answer = {
    status: range ? 206 : 200,
    headers: {
      ...common, 'Content-Type': mimeType, 'Content-Length': String(sent),
      ...(range ? { 'Content-Range': `bytes ${range.start}-${range.end}/${length}` } : {}),
    },
  };
  if (request.method === 'HEAD') return new Response(null, answer);
  const parts = openFile(deps, file, range ?? undefined);
  const first = await parts.next();
  return new Response(first.done ? null : bodyOf(first.value, parts), answer);
};

/** `Content-Disposition` with a plain name for old clients and the true one for the others (RFC 6266, RFC 8187). */
export const disposition = (kind: 'attachment' | 'inline', fileName: string): string => {
  const plain = fileName.normalize('NFKD').replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(/['()*!]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
};
