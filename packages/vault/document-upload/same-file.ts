import { createHash } from 'node:crypto';
import { readMultipart } from './read-multipart.ts';

/** For a repeat under an Idempotency-Key: whether the form holds the file that was answered with this document. Reads it to its end and keeps nothing. */
export const isSameFile = async (request: Request, answer: unknown): Promise<boolean> => {
  const sent = await readMultipart(request, async ({ stream }) => {
    const hash = createHash('sha256');
    for await (const part of stream) hash.update(part);
    return hash.digest('hex');
  });
  return sent === (answer as { document: { sha256: string } }).document.sha256;
};
