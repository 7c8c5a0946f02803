import { createHash } from 'node:crypto';
import { aborted, entityTooLarge } from './storage-error.ts';

const discardBytes = 128 * 1024 * 1024;
const discardMs = 10_000;

type Reader = ReadableStreamDefaultReader<Uint8Array>;

/**
 * Reads on without keeping anything, for a while: a client that is still sending would not see the answer if its
 * connection were cut under it.
 */
const discard = async (reader: Reader): Promise<void> => {
  const until = Date.now() + discardMs;
  try {
    for (let size = 0; size < discardBytes && Date.now() < until; ) {
      const { done, value } = await reader.read();
      if (done) return;
      size += value.length;
    }
    await reader.cancel();
  } catch {
    // the sender is gone already
  }
};

/** The parts of a request's body. Throws `Aborted` when the sender goes away; where the reader stops early, the rest is discarded before it goes on. */
export async function* bodyParts(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (!body) return;
  const reader = body.getReader();
  let ended = false;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        ended = true;
        throw aborted();
      });
      ended = done;
      if (done) return;
      yield value;
    }
  } finally {
    if (!ended) await discard(reader);
  }
}

/** What went through a meter. `eTag` is the quoted MD5, as S3 and the real server give it. */
export type Metered = { size: number; eTag: string };

/** Passes parts on while counting and hashing them; throws `EntityTooLarge` as soon as they are more than `limit` bytes. */
export const meter = (source: AsyncIterable<Uint8Array>, limit: number) => {
  const md5 = createHash('md5');
  let size = 0;
  async function* parts(): AsyncGenerator<Uint8Array> {
    for await (const part of source) {
      size += part.length;
      if (size > limit) throw entityTooLarge();
      md5.update(part);
      yield part;
    }
  }
  return { parts: parts(), result: (): Metered => ({ size, eTag: `"${md5.digest('hex')}"` }) };
};
