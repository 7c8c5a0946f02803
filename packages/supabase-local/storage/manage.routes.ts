import { Hono } from 'hono';
import { copyObject } from './copy-object.ts';
import { validKey } from './names.ts';
import { deleteObjects, findObject, renameObject, toWire } from './objects.repository.ts';
import { ownerOf } from './permission.ts';
import { flagOf, objectOf, readJson, requiredText, textOf, textsOf } from './read-body.ts';
import { userMetadataHeader } from './read-upload.ts';
import { releaseBlobs } from './release-blobs.ts';
import { keyOf, requireActor } from './request.ts';
import { accessDenied, invalidInput, noSuchKey } from './storage-error.ts';
import type { StorageContext } from './storage-context.ts';

const maxDeleted = 1000;

/** `/object/…` for copying, moving and removing. */
export const manageRoutes = (ctx: StorageContext): Hono => {
  const app = new Hono({ strict: false });

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
    const from = { bucket: requiredText(body, 'bucketId'), name: requiredText(body, 'sourceKey') };
    const bucket = textOf(body, 'destinationBucket', undefined) ?? from.bucket;
    const name = validKey(requiredText(body, 'destinationKey'));
    const wanted = objectOf(body, 'metadata');
    const changes = flagOf(body, 'copyMetadata', true)
      ? null
      : { mimeType: textOf(wanted, 'mimetype', undefined), cacheControl: textOf(wanted, 'cacheControl', undefined), userMetadata: userMetadataHeader(c.req.raw) };
    const object = await copyObject(ctx, { actor, from, to: { bucket, name }, isUpsert: c.req.header('x-upsert') === 'true', changes });
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
