import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import { aborted, noContent, StorageError } from './storage-error.ts';

const limits = { fields: 10, files: 1, parts: 12, fieldSize: 1024 * 1024, headerPairs: 50 };

type Parser = InstanceType<typeof Busboy>;

export type MultipartFile = { fields: Map<string, string>; mimeType: string; parts: AsyncIterable<Uint8Array>; abandon(): void };

/** Feeds the parser at its own pace until the form, or the one file that is wanted of it, is through. */
const feed = async (parser: Parser, source: AsyncIterable<Uint8Array>, stop: AbortSignal): Promise<void> => {
  try {
    for await (const part of source) {
      if (stop.aborted) return;
      if (!parser.write(part)) await once(parser, 'drain', { signal: stop });
    }
    parser.end();
  } catch (error) {
    if (!stop.aborted) parser.destroy(error as Error);
  }
};

async function* fileParts(file: Readable, stop: AbortController): AsyncGenerator<Uint8Array> {
  try {
    for await (const part of file) yield part as Uint8Array;
  } catch (error) {
    throw error instanceof StorageError ? error : aborted();
  } finally {
    stop.abort();
    file.destroy();
  }
}

/**
 * Reads a form up to its file. The file's parts are read from the wire only as they are asked for; whoever does not
 * read them has to `abandon` them. Throws `InvalidRequest` for a form that is broken or has no file.
 */
export const readMultipart = async (contentType: string, source: AsyncIterable<Uint8Array>): Promise<MultipartFile> => {
  const stop = new AbortController();
  let parser: Parser;
  try {
    parser = new Busboy({ headers: { 'content-type': contentType }, limits });
  } catch (error) {
    throw noContent((error as Error).message);
  }
  const fields = new Map<string, string>();
  let current: Readable | null = null;
  parser.on('field', (name, value) => {
    fields.set(name ?? '', value);
  });
  const found = new Promise<MultipartFile>((resolve, reject) => {
    parser.on('file', (_name, stream, _fileName, _encoding, mimeType) => {
      current = stream;
      // The parser reports a form that breaks off here as well, whether or not anybody reads the file yet.
      stream.on('error', () => undefined);
      const abandon = () => {
        stop.abort();
      };
      resolve({ fields, mimeType, parts: fileParts(stream, stop), abandon });
    });
    parser.on('finish', () => {
      reject(noContent('No content provided'));
    });
    parser.on('error', (error: unknown) => {
      current?.destroy(error instanceof StorageError ? error : noContent('The multipart body is malformed'));
      reject(error instanceof StorageError ? error : noContent('The multipart body is malformed'));
    });
  });
  void feed(parser, source, stop.signal);
  return found;
};
