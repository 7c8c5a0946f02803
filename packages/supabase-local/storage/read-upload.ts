import { bodyParts } from './body-parts.ts';
import { readMultipart } from './read-multipart.ts';
import { entityTooLarge } from './storage-error.ts';

/** An upload as it came, before anything of the file itself was read. */
export type IncomingFile = {
  mimeType: string;
  cacheControl: string;
  userMetadata: Record<string, unknown> | null;
  parts: AsyncIterable<Uint8Array>;
  /** To be called when the parts will not be read. */
  abandon(): void;
};

const maxMetadataBytes = 1024 * 1024;

/** User metadata from its JSON text; what is not an object is none, as on the real server. */
export const parseUserMetadata = (text: string | null | undefined): Record<string, unknown> | null => {
  if (!text) return null;
  if (text.length > maxMetadataBytes) throw entityTooLarge('user_metadata');
  try {
    const value: unknown = JSON.parse(text, (_key, item: unknown) => (typeof item === 'string' ? item.replaceAll('\0', '').toWellFormed() : item));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
};

/** User metadata as the x-metadata header carries it: base64 of JSON. */
export const userMetadataHeader = (request: Request): Record<string, unknown> | null =>
  parseUserMetadata(Buffer.from(request.headers.get('x-metadata') ?? '', 'base64').toString());

/**
 * Reads the head of an upload: raw bytes with headers, or multipart/form-data whose fields `cacheControl`, `metadata`
 * and `contentType` come before the one file, which may have any name, the empty one included.
 */
export const readUpload = async (request: Request): Promise<IncomingFile> => {
  const type = request.headers.get('content-type');
  if (!type?.toLowerCase().startsWith('multipart/form-data')) {
    return {
      mimeType: type ?? 'application/octet-stream',
      cacheControl: request.headers.get('cache-control') ?? 'no-cache',
      userMetadata: userMetadataHeader(request),
      parts: bodyParts(request.body),
      abandon: () => undefined,
    };
  }
  const { fields, mimeType, parts, abandon } = await readMultipart(type, bodyParts(request.body));
  const seconds = fields.get('cacheControl');
  return {
    mimeType: fields.get('contentType') || mimeType,
    cacheControl: seconds && /^\d{1,10}$/.test(seconds) ? `max-age=${seconds}` : 'no-cache',
    userMetadata: parseUserMetadata(fields.get('metadata') ?? fields.get('userMetadata')),
    parts,
    abandon,
  };
};
