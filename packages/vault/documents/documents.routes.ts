import type { Context } from 'hono';
import {
  activityList, bulkAnswer, bulkRequest, deleteQuery, documentPatch, documentsList, documentsQuery, fileQuery, filingSuggestions, pageQuery, similarList, similarQuery,
  textAnswer, versionQuery, versionsList, wordsAnswer,
} from '@docuvault/contract/documents.ts';
import { document } from '@docuvault/contract/document.ts';
import { uploadAnswer, versionOptions } from '@docuvault/contract/upload.ts';
import { notFound } from '@docuvault/core/errors.ts';
import type { UserActor } from '@docuvault/core/actor.ts';
import type { QueueDeps } from '../document-processor/wake.ts';
import { addVersion } from '../document-upload/add-version.ts';
import { readMultipart } from '../document-upload/read-multipart.ts';
import { refuseEarly } from '../document-upload/refuse-early.ts';
import { isSameFile } from '../document-upload/same-file.ts';
import { optionsFromFields } from '../document-upload/upload-options.ts';
import type { Env } from '../http/env.ts';
import { onceByKey } from '../http/idempotency.ts';
import { createRoom, type Room } from '../http/room.ts';
import { findSimilar } from '../search-engine/find-similar.ts';
import { maskIdentityNumbersInText } from '../understanding/identifiers/mask.ts';
import { bulkDocuments } from './bulk-documents.ts';
import { editDocument } from './edit-document.ts';
import { getDocument } from './get-document.ts';
import { linkRoutes } from './links/links.routes.ts';
import { listDocuments } from './list-documents.ts';
import { organiseRoutes } from './organise.routes.ts';
import { readActivity, readText, readVersions, readWords } from './read-parts.ts';
import { recordReading } from './record-activity.ts';
import { serveDocumentFile, serveThumbnail, touchDocument } from './serve-document.ts';
import { suggestFiling } from './suggest-filing.ts';
import { deleteForGood, restoreDocument, trashDocument } from './trash-documents.ts';

const yes = (flag: string | undefined) => flag === 'true' || flag === '1';

/** The person's documents and how they are ordered. `site` is the origin whose pages open links, such as `https://vault.example`; null: the one that the caller reached. */
export const documentsRoom = (deps: QueueDeps, site: string | null = null): Room => {
  const { room, route } = createRoom('documents');
  const once = (call: { c: Context<Env>; actor: UserActor; body?: unknown; secret?: boolean }, status: number, run: () => Promise<unknown>) =>
    onceByKey(deps, { ...call, functionName: room.name }, async () => ({ status, body: await run() }));

  route({ method: 'get', path: '/', access: 'user', summary: 'List documents', query: documentsQuery, response: documentsList }, ({ actor, query }) =>
    deps.db.asUser(actor, (tx) => listDocuments(tx, query), { apart: true }));
  route({ method: 'post', path: '/bulk', access: 'user', summary: 'Do one thing to many documents', body: bulkRequest, response: bulkAnswer }, ({ c, actor, body }) =>
    once({ c, actor, body }, 200, () => bulkDocuments({ actor, deps }, body)));
  organiseRoutes(deps, route, once);
  linkRoutes(deps, route, once, site);

  route({ method: 'get', path: '/{documentId}', access: 'user', summary: 'A document whole, with its fields', response: document }, ({ actor, params }) =>
    deps.db.asUser(actor, async (tx) => {
      await tx.query(touchDocument(deps.clock.now(), params.documentId!));
      const found = await getDocument(tx, params.documentId!);
      if (found.ownerId !== actor.userId) await recordReading(tx, actor.userId, found.id, 'opened', deps.clock.now());
      return found;
    }));
  route({ method: 'patch', path: '/{documentId}', access: 'user', summary: 'Put a document right', body: documentPatch, response: document }, ({ c, actor, params, body }) =>
    once({ c, actor, body }, 200, () => editDocument({ actor, deps }, params.documentId!, body)));
  route(
    { method: 'delete', path: '/{documentId}', access: 'user', summary: 'Move a document to the trash, or delete it for good from there', query: deleteQuery, status: 204 },
    ({ c, actor, params, query }) =>
      once({ c, actor, body: query }, 204, () => (yes(query.permanent) ? deleteForGood : trashDocument)({ actor, deps }, params.documentId!)),
  );
  route({ method: 'post', path: '/{documentId}/restore', access: 'user', summary: 'Take a document out of the trash', response: document }, ({ c, actor, params }) =>
    once({ c, actor }, 200, () => restoreDocument({ actor, deps }, params.documentId!)));

  route({ method: 'get', path: '/{documentId}/text', access: 'user', summary: 'Its text by page', query: versionQuery, response: textAnswer }, ({ actor, params, query }) =>
    deps.db.asUser(actor, (tx) => readText(tx, params.documentId!, query.version)));
  route(
    {
      method: 'get', path: '/{documentId}/pages/{page}/words', access: 'user', summary: 'Where the recognised words of a page stand', query: versionQuery, response: wordsAnswer,
      textParams: ['page'], uncounted: true,
    },
    ({ actor, params, query }) => {
      const page = Number(params.page);
      if (!Number.isInteger(page) || page < 1 || page > 2 ** 31 - 1) throw notFound('page');
      return deps.db.asUser(actor, (tx) => readWords(tx, params.documentId!, page, query.version));
    },
  );
  route(
    { method: 'get', path: '/{documentId}/file', access: 'user', summary: 'The original bytes, whole or a range', query: fileQuery, responseType: 'application/octet-stream' },
    ({ c, actor, params, query }) =>
      serveDocumentFile({ actor, deps }, c.req.raw, { documentId: params.documentId!, version: query.version, inline: yes(query.inline) }),
  );
  route(
    { method: 'get', path: '/{documentId}/thumbnail', access: 'user', summary: 'Its first page as a picture', responseType: 'image/webp', uncounted: true },
    ({ c, actor, params }) => serveThumbnail({ actor, deps }, c.req.raw, params.documentId!),
  );
  route({ method: 'get', path: '/{documentId}/similar', access: 'user', summary: 'Documents like it', query: similarQuery, response: similarList }, async ({ actor, params, query }) => {
    const found = await findSimilar({ actor, deps }, params.documentId!, query.limit ?? 10);
    return { items: found.map((item) => ({ ...item, title: maskIdentityNumbersInText(item.title) })), nextCursor: null };
  });
  route({ method: 'get', path: '/{documentId}/suggestions', access: 'user', summary: 'Where it may belong, by where papers like it are', response: filingSuggestions }, ({ actor, params }) =>
    suggestFiling({ actor, deps }, params.documentId!));
  route({ method: 'get', path: '/{documentId}/activity', access: 'user', summary: 'What happened to it', query: pageQuery, response: activityList }, ({ actor, params, query }) =>
    deps.db.asUser(actor, (tx) => readActivity(tx, params.documentId!, query)));
  route({ method: 'get', path: '/{documentId}/versions', access: 'user', summary: 'Every file it has had', query: pageQuery, response: versionsList }, ({ actor, params, query }) =>
    deps.db.asUser(actor, (tx) => readVersions(tx, params.documentId!, query)));
  route(
    {
      method: 'post', path: '/{documentId}/versions', access: 'user', summary: 'A new file for the same document', bodyType: 'multipart/form-data', form: versionOptions, response: uploadAnswer,
      status: 201,
    },
    ({ c, actor, params }) =>
      onceByKey(deps, { c, actor, functionName: room.name, isSame: (answer) => isSameFile(c.req.raw, answer) }, async () => {
        const ctx = { actor, deps };
        await refuseEarly(ctx, c.req.raw);
        const answer = await readMultipart(c.req.raw, ({ stream, fileName, fields }) =>
          addVersion(ctx, params.documentId!, { stream, fileName, options: fields.then(optionsFromFields) }),
        );
        return { status: answer.duplicate ? 200 : 201, body: answer };
      }),
  );
  return room;
};
