import type { UserActor } from '@docuvault/core/actor.ts';
import type { QueueDeps } from '../../document-processor/wake.ts';
import { ingestFile } from '../../document-upload/ingest-file.ts';
import { readMultipart } from '../../document-upload/read-multipart.ts';
import { refuseEarly } from '../../document-upload/refuse-early.ts';
import { notify } from '../../notifications/notify.ts';
import { recordActivity } from '../record-activity.ts';
import { giveUseBack, noteVisit, takeUse, type OpenLink, type Visit, type Visitor } from './visits.ts';

/** The tag that everything bears which came by a request link. */
export const receivedTag = 'received';

/** The link's owner, in whose name and under whose policies what comes in is stored. They have asked for it by giving the link. */
const ownerOf = (link: OpenLink): UserActor => ({
  role: 'authenticated', userId: link.user_id, sessionId: null, email: null, aal: 'aal1', claims: { sub: link.user_id, role: 'authenticated', aal: 'aal1' },
});

/**
 * Takes in a file that somebody without an account sends by a request link: checked and counted as an upload of the
 * owner's, tagged, filed where the link says, told to the owner. Nothing of the vault is told to the sender.
 */
export const receiveShared = async (deps: QueueDeps, visit: Visit, visitor: Visitor, request: Request): Promise<{ fileName: string; received: true }> => {
  const { link } = visit;
  const ctx = { actor: ownerOf(link), deps };
  await refuseEarly(ctx, request);
  await takeUse(deps, link);
  try {
    let named = '';
    const { document } = await readMultipart(request, ({ stream, fileName }) => {
      named = fileName;
      const options = { tags: [receivedTag], ...(link.folder_id ? { folderId: link.folder_id } : {}), ...(link.person ? { person: link.person } : {}) };
      return ingestFile(ctx, { stream, fileName, options, priority: 'normal' });
    });
    const now = deps.clock.now();
    await noteVisit(deps, visit, visitor, 'uploaded', document.id);
    await deps.db.asService('note what came by a public link', async (tx) => {
      await recordActivity(tx, { actorId: link.user_id, documentIds: [document.id], action: 'received', details: { linkId: link.id, from: visit.viewerName }, now });
      await notify(tx, [{
        userId: link.user_id, kind: 'document.received', title: `${visit.viewerName || 'Somebody'} has sent you a document`,
        data: { documentId: document.id, linkId: link.id }, dedupeKey: `document.received:${link.id}:${document.id}:${now.toISOString()}`,
      }], now);
    });
    return { fileName: named, received: true };
  } catch (error) {
    await giveUseBack(deps, link);
    throw error;
  }
};
