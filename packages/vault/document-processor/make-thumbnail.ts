import { uuidv7 } from 'uuidv7';
import type { DocumentSession } from '@docuvault/core/document-tools.ts';
import { sealFile } from '@docuvault/core/encryption/sealed-files.ts';
import type { Tx } from '@docuvault/db/types.ts';
import { insertBlob } from '../files/blobs.repository.ts';
import { releaseFiles } from '../files/release-files.ts';
import { setThumbnail } from './pages.repository.ts';
import { unlessAborted, type Work } from './work.ts';

/** Longer side of a thumbnail, in pixels. */
const maxEdge = 512;

/** A picture that is stored but not shown yet: `store` makes it the document's, `releaseOld` erases the one before. */
export type Thumbnail = { store(tx: Tx): Promise<void>; releaseOld(): Promise<void> };

const none: Thumbnail = { store: () => Promise.resolve(), releaseOld: () => Promise.resolve() };

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

/** Makes and stores the picture of a document's first page. A document without one, or whose picture fails, is no worse for it. */
export const makeThumbnail = async (work: Work, session: DocumentSession): Promise<Thumbnail> => {
  const { deps, job, signal } = work;
  const picture = await unlessAborted(signal, session.thumbnail(maxEdge)).catch((error: unknown) => {
    signal.throwIfAborted();
    deps.log.warn('a thumbnail could not be made', { documentId: job.documentId, reason: error instanceof Error ? error.message : String(error) });
    return null;
  });
  if (!picture) return none;
  const id = uuidv7();
  const file = await sealFile(deps, id, `thumbnails/${job.userId}/${job.documentId}/${id}`, whole(picture));
  return {
    store: async (tx) => {
      await insertBlob(tx, job.userId, file, deps.clock.now());
      await setThumbnail(tx, job, id);
    },
    releaseOld: async () => {
      if (job.thumbnailBlobId) await releaseFiles(deps, [job.thumbnailBlobId]);
    },
  };
};
