import { Hono, type Context } from 'hono';
import { isUniqueViolation } from '@docuvault/db/errors.ts';
import * as buckets from './buckets.repository.ts';
import { checkTypeList, validBucketName } from './names.ts';
import { ownerOf } from './permission.ts';
import { parseFileSize } from './parse-file-size.ts';
import { choiceOf, flagOf, readJson, requiredText, textOf, textsOf, wholeOf } from './read-body.ts';
import { releaseBlobs } from './release-blobs.ts';
import { requireActor } from './request.ts';
import { bucketAlreadyExists, bucketNotEmpty, invalidInput, leftOut, noSuchBucket } from './storage-error.ts';
import type { StorageContext } from './storage-context.ts';

const emptyAtOnce = 500;

const settingsOf = (body: Record<string, unknown>, largest: number): buckets.BucketSettings => {
  const types = textsOf(body, 'allowed_mime_types');
  if (types) checkTypeList(types.filter((type) => type !== ''));
  return {
    public: flagOf(body, 'public', undefined),
    fileSizeLimit: parseFileSize(body.file_size_limit, largest),
    allowedMimeTypes: types?.filter((type) => type !== '') ?? types,
  };
};

const queryOf = (c: Context): buckets.BucketQuery => {
  const query = c.req.query();
  return {
    search: query.search ?? '',
    sortColumn: choiceOf(query, 'sortColumn', buckets.bucketSortColumns, 'name', 'querystring'),
    sortOrder: choiceOf(query, 'sortOrder', ['asc', 'desc'], 'asc', 'querystring'),
    limit: wholeOf(query, 'limit', 1, undefined, 'querystring'),
    offset: wholeOf(query, 'offset', 0, 0, 'querystring'),
  };
};

/** `/bucket`: the places for files, for whom the policies on storage.buckets let. */
export const bucketRoutes = (ctx: StorageContext): Hono => {
  const app = new Hono({ strict: false });

  app.post('/', async (c) => {
    const actor = await requireActor(ctx, c);
    const body = await readJson(c);
    const name = validBucketName(requiredText(body, 'name'));
    const id = validBucketName(textOf(body, 'id', undefined) ?? name);
    if ((body.type ?? 'STANDARD') !== 'STANDARD') throw leftOut('An analytics bucket');
    const settings = settingsOf(body, ctx.maxFileBytes);
    await ctx.db.asUser(actor, (tx) => buckets.insertBucket(tx, { id, name, ownerId: ownerOf(actor), ...settings })).catch((error: unknown) => {
      throw isUniqueViolation(error) ? bucketAlreadyExists() : error;
    });
    return c.json({ name });
  });

  app.get('/', async (c) => {
    const actor = await requireActor(ctx, c);
    const query = queryOf(c);
    const rows = await ctx.db.asUser(actor, (tx) => buckets.listBuckets(tx, query));
    return c.json(rows.map((row) => ({ ...row, type: 'STANDARD' })));
  });

  app.get('/:bucket', async (c) => {
    const actor = await requireActor(ctx, c);
    const row = await ctx.db.asUser(actor, (tx) => buckets.findBucket(tx, c.req.param('bucket')));
    if (!row) throw noSuchBucket();
    return c.json(row);
  });

  app.put('/:bucket', async (c) => {
    const actor = await requireActor(ctx, c);
    const settings = settingsOf(await readJson(c), ctx.maxFileBytes);
    if (Object.values(settings).every((value) => value === undefined)) throw invalidInput("body must have required property 'public'");
    const changed = await ctx.db.asUser(actor, (tx) => buckets.updateBucket(tx, validBucketName(c.req.param('bucket')), settings));
    if (!changed) throw noSuchBucket();
    return c.json({ message: 'Successfully updated' });
  });

  app.post('/:bucket/empty', async (c) => {
    const actor = await requireActor(ctx, c);
    const id = c.req.param('bucket');
    if (!(await ctx.db.asUser(actor, (tx) => buckets.findBucket(tx, id)))) throw noSuchBucket();
    for (;;) {
      const gone = await ctx.db.asUser(actor, (tx) => buckets.emptyBucket(tx, id, emptyAtOnce));
      await releaseBlobs(ctx, gone.map((row) => row.blob_id));
      if (gone.length < emptyAtOnce) break;
    }
    // Done by now; the words are the real server's, which clients show.
    return c.json({ message: 'Empty bucket has been queued. Completion may take up to an hour.' });
  });

  app.delete('/:bucket', async (c) => {
    const actor = await requireActor(ctx, c);
    const id = c.req.param('bucket');
    await ctx.db.asService('see whether a bucket is empty', async (tx) => {
      if (!(await buckets.findBucket(tx, id))) throw noSuchBucket();
      if (await buckets.holdsObjects(tx, id)) throw bucketNotEmpty();
    });
    if (!(await ctx.db.asUser(actor, (tx) => buckets.deleteBucket(tx, id)))) throw noSuchBucket();
    return c.json({ message: 'Successfully deleted' });
  });

  return app;
};
