import { Hono } from 'hono';
import { openFile } from '@docuvault/core/encryption/sealed-files.ts';
import { listFolder, listPage, sortColumnNames, type PagedObject } from './list-objects.ts';
import { validKey } from './names.ts';
import { deleteObjects, findBlob, findObject, renameObject, toWire } from './objects.repository.ts';
import { decodeCursor, encodeCursor } from './page-cursor.ts';
import { mayUpload, ownerOf } from './permission.ts';
import { choiceOf, flagOf, objectOf, readJson, requiredText, textOf, textsOf, wholeOf } from './read-body.ts';
import { userMetadataHeader } from './read-upload.ts';
import { releaseBlobs } from './release-blobs.ts';
import { keyOf, requireActor } from './request.ts';
import { accessDenied, invalidInput, noSuchKey } from './storage-error.ts';
import { storeObject } from './store-object.ts';
import { bucketOf } from './upload.routes.ts';
import type { StorageContext } from './storage-context.ts';

const maxListed = 1000;
const maxDeleted = 1000;

/** A line of a page; `key` is the name's own part, as storage.search_v2 gives it. */
const toListed = ({ id, name, updated_at, created_at, last_accessed_at, metadata }: PagedObject, folders: boolean) => ({
  id, name, ...(folders ? { key: name.split('/').findLast((part) => part !== '') ?? name } : {}), updated_at, created_at, last_accessed_at, metadata,
});

/** `/object/…` for everything but bytes: list, copy, move, remove. */
export const manageRoutes = (ctx: StorageContext): Hono => {
  const app = new Hono({ strict: false });

  app.post('/list/:bucket', async (c) => {
    const actor = await requireActor(ctx, c);
    const body = await readJson(c);
    const prefix = requiredText(body, 'prefix');
    const sortBy = objectOf(body, 'sortBy');
    const rows = await ctx.db.asUser(actor, (tx) =>
      listFolder(tx, {
        bucket: c.req.param('bucket'),
        folder: prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`,
        search: textOf(body, 'search', ''),
        column: choiceOf(sortBy, 'column', sortColumnNames, 'name'),
        order: choiceOf(sortBy, 'order', ['asc', 'desc'], 'asc'),
        limit: Math.min(wholeOf(body, 'limit', 1, 100), 1500),
        offset: wholeOf(body, 'offset', 0, 0),
      }),
    );
    return c.json(rows);
  });

  app.post('/list-v2/:bucket', async (c) => {
    const actor = await requireActor(ctx, c);
    const body = await readJson(c);
    const sortBy = objectOf(body, 'sortBy');
    const cursor = textOf(body, 'cursor', undefined);
    const { after, sorting } = cursor
      ? decodeCursor(cursor)
      : {
          after: null,
          sorting: {
            column: choiceOf(sortBy, 'column', ['name', 'updated_at', 'created_at'], 'name'),
            order: choiceOf(sortBy, 'order', ['asc', 'desc'], 'asc'),
          },
        };
    const limit = Math.min(wholeOf(body, 'limit', 1, maxListed), maxListed);
    const query = { bucket: c.req.param('bucket'), prefix: textOf(body, 'prefix', ''), folders: flagOf(body, 'with_delimiter', false), after, limit: limit + 1, ...sorting };
    const rows = await ctx.db.asUser(actor, (tx) => listPage(tx, query));
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const hasNext = rows.length > limit;
    const shown = page.map((row) => toListed(row, query.folders));
    return c.json({
      hasNext,
      folders: shown.filter((row) => row.id === null).map(({ name, key }) => ({ name, key })),
      objects: shown.filter((row) => row.id !== null),
      ...(hasNext && last ? { nextCursor: encodeCursor(sorting, { name: last.name, stamp: last.stamp.toISOString() }) } : {}),
    });
  });

  app.post('/move', async (c) => {
    const actor = await requireActor(ctx, c);
    const body = await readJson(c);
    const from = { bucket: requiredText(body, 'bucketId'), name: requiredText(body, 'sourceKey') };
    const to = { bucket: textOf(body, 'destinationBucket', undefined) ?? from.bucket, name: validKey(requiredText(body, 'destinationKey')), ownerId: ownerOf(actor) };
    // Only the row moves; its bytes lie under a key of their own.
    const moved = await ctx.db.asUser(actor, (tx) => renameObject(tx, from, to));
    if (!moved) throw noSuchKey();
    return c.json({ message: 'Successfully moved', Id: moved.id, Key: moved.name });
  });

  app.post('/copy', async (c) => {
    const actor = await requireActor(ctx, c);
    const body = await readJson(c);
    const source = { bucket: requiredText(body, 'bucketId'), name: requiredText(body, 'sourceKey') };
    const bucket = textOf(body, 'destinationBucket', undefined) ?? source.bucket;
    const name = validKey(requiredText(body, 'destinationKey'));
    const isUpsert = c.req.header('x-upsert') === 'true';
    const isExact = flagOf(body, 'copyMetadata', true);
    const wanted = objectOf(body, 'metadata');
    const origin = await ctx.db.asUser(actor, (tx) => findObject(tx, source.bucket, source.name));
    const blobId = origin?.blob_id;
    const file = blobId && (await ctx.db.asService('copy an object that was asked for', (tx) => findBlob(tx, blobId)));
    if (!origin || !file) throw noSuchKey();
    await bucketOf(ctx, bucket);
    const former = origin.metadata;
    const mimeType = (isExact ? undefined : textOf(wanted, 'mimetype', undefined)) ?? former?.mimetype ?? 'application/octet-stream';
    const cacheControl = (isExact ? undefined : textOf(wanted, 'cacheControl', undefined)) ?? former?.cacheControl ?? 'no-cache';
    const userMetadata = isExact ? origin.user_metadata : userMetadataHeader(c.req.raw);
    await mayUpload(ctx.db, actor, { bucket, name, isUpsert, mimeType, contentLength: former?.size ?? null, userMetadata });
    const parts = openFile(ctx, file);
    const object = await storeObject(ctx, {
      actor, bucket, name, isUpsert, mimeType, cacheControl, userMetadata, via: 'rest', limit: Number.MAX_SAFE_INTEGER, parts,
    });
    return c.json({ Id: object.id, Key: `${bucket}/${name}`, ...object });
  });

  app.delete('/:bucket', async (c) => {
    const actor = await requireActor(ctx, c);
    const names = textsOf(await readJson(c), 'prefixes');
    if (!names) throw invalidInput("body must have required property 'prefixes'");
    if (names.length === 0) throw invalidInput('body/prefixes must NOT have fewer than 1 items');
    if (names.length > maxDeleted) throw invalidInput(`Bulk object requests are limited to ${maxDeleted} objects per request.`);
    const gone = await ctx.db.asUser(actor, (tx) => deleteObjects(tx, c.req.param('bucket'), names));
    await releaseBlobs(ctx, gone.map((row) => row.blob_id));
    return c.json(gone.map(toWire));
  });

  app.delete('/:bucket/*', async (c) => {
    const actor = await requireActor(ctx, c);
    const bucket = c.req.param('bucket');
    const name = keyOf(c);
    const known = await ctx.db.asService('tell a missing object from one that is kept', (tx) => findObject(tx, bucket, name));
    if (!known) throw noSuchKey();
    const gone = await ctx.db.asUser(actor, (tx) => deleteObjects(tx, bucket, [name]));
    if (gone.length === 0) throw accessDenied();
    await releaseBlobs(ctx, gone.map((row) => row.blob_id));
    return c.json({ message: 'Successfully deleted' });
  });

  return app;
};
