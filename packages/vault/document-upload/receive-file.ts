import { createHash } from 'node:crypto';
import { maxUploadBytes, type AcceptedType } from '@docuvault/contract/upload.ts';
import { sealFile, type SealedFile } from '@docuvault/core/encryption/sealed-files.ts';
import type { Deps } from '../context.ts';
import { uploadEmpty, uploadTooLarge } from './document-upload.errors.ts';
import { createContentInspector } from './inspect-content.ts';

/** A file that is stored, sealed and synced, but belongs to no document yet. `sha256` is lower-case hex of the plain bytes. */
export type ReceivedFile = { sealed: SealedFile; sizeBytes: number; sha256: string; mimeType: AcceptedType };

/**
 * Streams a file into the store: counted, hashed, told by content and encrypted on the way, never whole in memory.
 * Refuses what is empty, too large or of another type as soon as that shows; nothing is kept then.
 */
export const receiveFile = async (
  deps: Pick<Deps, 'blobs' | 'keyring'>,
  place: { blobId: string; storageKey: string },
  stream: AsyncIterable<Uint8Array>,
): Promise<ReceivedFile> => {
  const hash = createHash('sha256');
  const inspector = createContentInspector();
  let sizeBytes = 0;
  let mimeType: AcceptedType | null = null;
  async function* watched() {
    for await (const part of stream) {
      sizeBytes += part.length;
      if (sizeBytes > maxUploadBytes) throw uploadTooLarge();
      hash.update(part);
      await inspector.push(part);
      yield part;
    }
    if (sizeBytes === 0) throw uploadEmpty();
    mimeType = await inspector.finish();
  }
  const sealed = await sealFile(deps, place.blobId, place.storageKey, watched());
  return { sealed, sizeBytes, sha256: hash.digest('hex'), mimeType: mimeType! };
};
