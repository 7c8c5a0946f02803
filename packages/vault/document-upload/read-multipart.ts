import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import { dropRest } from './drop-rest.ts';
import { fileMissing, multipartBroken, multipartNeeded, oneFileOnly } from './document-upload.errors.ts';

/** Told as the form streams in; `fields` resolves with the form's texts when its end has been read. */
export type IncomingFile = { fileName: string; stream: AsyncIterable<Uint8Array>; fields: Promise<ReadonlyMap<string, string>> };

const limits = { fields: 20, fieldSize: 64 * 1024, files: 2, parts: 30, headerPairs: 100, headerSize: 32 * 1024 };

type Deferred<T> = { promise: Promise<T>; resolve(value: T): void; reject(reason: unknown): void };

/** A promise to settle from outside; a rejection that nobody waits for is no crash. */
const deferred = <T>(): Deferred<T> => {
  const made = {} as Deferred<T>;
  made.promise = new Promise<T>((resolve, reject) => Object.assign(made, { resolve, reject }));
  made.promise.catch(() => undefined);
  return made;
};

const openParser = (contentType: string) => {
  if (!/^multipart\/form-data/i.test(contentType)) throw multipartNeeded();
  try {
    return new Busboy({
      headers: { 'content-type': contentType } as BusboyHeaders,
      limits,
      // The part named "file" is one even where its name is empty, which a form would send as a text.
      isPartAFile: (field, type, fileName) => fileName !== undefined || type === 'application/octet-stream' || (field === 'file' && type !== 'text/plain'),
    });
  } catch {
    throw multipartBroken();
  }
};

/**
 * Reads a multipart form as it streams in and hands its part `file` to `take` while it arrives, with backpressure.
 * Resolves to what `take` made of it. 400 where the form is broken, has no such part, or more than one file.
 */
export const readMultipart = async <T>(request: Request, take: (file: IncomingFile) => Promise<T>): Promise<T> => {
  const parser = openParser(request.headers.get('content-type') ?? '');
  if (!request.body) throw fileMissing();
  const reader = (request.body as ReadableStream<Uint8Array>).getReader();
  const fields = new Map<string, string>();
  const ended = deferred<ReadonlyMap<string, string>>();
  const stopped = deferred<never>();
  let taking: Promise<T> | null = null;
  let open: NodeJS.ReadableStream & { destroy(error?: Error): unknown } | null = null;

  parser.on('field', (name: string, value: string) => {
    fields.set(name, value);
  });
  parser.on('file', (name, stream, fileName) => {
    stream.on('error', () => undefined);
    if (name !== 'file' || taking) {
      if (taking) stopped.reject(oneFileOnly());
      stream.resume();
      return;
    }
    open = stream;
    taking = take({ fileName: fileName ?? '', stream, fields: ended.promise });
    taking.catch((error: unknown) => {
      stopped.reject(error);
    });
  });
  const finished = new Promise<void>((resolve, reject) => {
    parser.on('finish', resolve);
    parser.on('error', () => {
      reject(multipartBroken());
    });
  });
  finished.catch((error: unknown) => {
    stopped.reject(error);
  });

  const feed = async () => {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw multipartBroken();
      });
      if (done) break;
      const drained = new Promise<void>((resolve) => {
        parser.write(value, () => {
          resolve();
        });
      });
      await Promise.race([drained, stopped.promise]);
    }
    parser.end();
    await Promise.race([finished, stopped.promise]);
  };
  try {
    await feed();
    if (!taking) throw fileMissing();
    ended.resolve(fields);
  } catch (error) {
    ended.reject(error);
    (open as { destroy(error: unknown): unknown } | null)?.destroy(error);
    await (taking as Promise<T> | null)?.catch(() => undefined);
    await dropRest(request, reader);
    throw error;
  }
  return taking;
};
