import { eventsQuery, processAccepted, processingStatus, processRequest, runAnswer, runRequest } from '@docuvault/contract/processor.ts';
import { onceByKey } from '../http/idempotency.ts';
import { createRoom, type Room } from '../http/room.ts';
import { documentEvents } from './document-events.ts';
import { createProcessor } from './processor.ts';
import { processingStatusOf } from './processing-status.ts';
import { reprocessDocument } from './reprocess-document.ts';
import type { QueueDeps } from './wake.ts';

const defaultRun = 10;

/** Asks for documents to be read again, and tells how far they are. */
export const documentProcessorRoom = (deps: QueueDeps): Room => {
  const { room, route } = createRoom('document-processor');
  route(
    { method: 'post', path: '/', access: 'user', summary: 'Read a document again, or retry a failed one', body: processRequest, response: processAccepted, status: 202 },
    ({ c, actor, body }) =>
      onceByKey(deps, { c, actor, functionName: room.name, body }, async () => ({ status: 202, body: await reprocessDocument({ actor, deps }, body) })),
  );
  route(
    { method: 'get', path: '/events', access: 'user', summary: 'Changes of the caller\'s documents as they happen; with inbox=true also those of the inbox', query: eventsQuery, responseType: 'text/event-stream', uncounted: true },
    ({ c, actor, query }) => documentEvents(deps, actor, c.req.raw.signal, { inbox: query.inbox === 'true' || query.inbox === '1' }),
  );
  route(
    { method: 'post', path: '/run', access: 'service', summary: 'Take jobs off the queue, where no worker runs', body: runRequest, response: runAnswer },
    async ({ body }) => ({ processed: deps.readsHere === false ? 0 : await createProcessor(deps, { worker: 'run' }).runOnce(body.limit ?? defaultRun) }),
  );
  route(
    { method: 'get', path: '/{documentId}', access: 'user', summary: 'How far a document is', response: processingStatus, uncounted: true },
    ({ actor, params }) => deps.db.asUser(actor, (tx) => processingStatusOf(tx, params.documentId!), { apart: true }),
  );
  return room;
};
