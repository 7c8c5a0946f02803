import { Hono, type Context } from 'hono';
import type { Actor } from '@docuvault/core/actor.ts';
import { findBucket } from './buckets.repository.ts';
import { validKey } from './names.ts';
import { findNames, findObject, type StoredObject } from './objects.repository.ts';
import { readJson, textsOf, wholeOf } from './read-body.ts';
import { actorIfAny, keyOf, requireActor } from './request.ts';
import { serveInfo, serveObject } from './serve-object.ts';
import { invalidInput, noSuchBucket, noSuchKey } from './storage-error.ts';
import type { StorageContext } from './storage-context.ts';

const maxPaths = 1000;
/** The latest time that a token can say (RFC 7519 dates as a double). */
const maxSeconds = 10 ** 12;

const expiresIn = (body: Record<string, unknown>): number => {
  const seconds = wholeOf(body, 'expiresIn', 1, undefined);
  if (seconds === undefined) throw invalidInput("body must have required property 'expiresIn'");
  return Math.min(seconds, maxSeconds);
};

/** `/object/…` for reading: by policy, from public buckets, and by signed URL. HEAD comes with every GET. */
export const downloadRoutes = (ctx: StorageContext): Hono => {
  const app = new Hono({ strict: false });

  const asService = (bucket: string, name: string) => ctx.db.asService('read an object that anybody may', (tx) => findObject(tx, bucket, name));

  /** The object that the actor may read; in a public bucket that is everybody, even without a token. */
  const readable = async (c: Context, actor: Actor | null): Promise<StoredObject> => {
    const id = c.req.param('bucket')!;
    const name = keyOf(c);
    const bucket = await ctx.db.asService('see whether a bucket is public', (tx) => findBucket(tx, id));
    if (!bucket || (!actor && !bucket.public)) throw noSuchBucket();
    validKey(name);
    const object = bucket.public || !actor ? await asService(id, name) : await ctx.db.asUser(actor, (tx) => findObject(tx, id, name));
    if (!object) throw noSuchKey();
    return object;
  };

  app.get('/public/:bucket/*', async (c) => serveObject(ctx, c, await readable(c, null)));
  app.get('/info/public/:bucket/*', async (c) => serveInfo(c, await readable(c, null)));
  app.get('/authenticated/:bucket/*', async (c) => serveObject(ctx, c, await readable(c, await requireActor(ctx, c))));
  app.get('/info/authenticated/:bucket/*', async (c) => serveInfo(c, await readable(c, await requireActor(ctx, c))));
  app.get('/info/:bucket/*', async (c) => serveInfo(c, await readable(c, await actorIfAny(ctx, c))));

  app.get('/sign/:bucket/*', async (c) => {
    const bucket = c.req.param('bucket');
    const name = keyOf(c);
    const token = c.req.query('token');
    if (!token) throw invalidInput("querystring must have required property 'token'");
    const { exp } = await ctx.urlTokens.verify(token, 'download', `${bucket}/${name}`);
    const object = await asService(bucket, name);
    if (!object) throw noSuchKey();
    return serveObject(ctx, c, object, new Date(exp * 1000));
  });

  app.post('/sign/:bucket', async (c) => {
    const actor = await requireActor(ctx, c);
    const bucket = c.req.param('bucket');
    const body = await readJson(c);
    const seconds = expiresIn(body);
    const paths = textsOf(body, 'paths');
    if (!paths || paths.length === 0) throw invalidInput("body must have required property 'paths'");
    if (paths.length > maxPaths) throw invalidInput(`body/paths must NOT have more than ${maxPaths} items`);
    const seen = await ctx.db.asUser(actor, (tx) => findNames(tx, bucket, paths));
    const answers = paths.map(async (path) => {
      if (!seen.has(path)) return { error: 'Either the object does not exist or you do not have access to it', path, signedURL: null };
      const url = `${bucket}/${path}`;
      return { error: null, path, signedURL: `/object/sign/${url}?token=${await ctx.urlTokens.sign('download', url, seconds)}` };
    });
    return c.json(await Promise.all(answers));
  });

  app.post('/sign/:bucket/*', async (c) => {
    const actor = await requireActor(ctx, c);
    const bucket = c.req.param('bucket');
    const name = validKey(keyOf(c));
    const seconds = expiresIn(await readJson(c));
    if (!(await ctx.db.asUser(actor, (tx) => findObject(tx, bucket, name)))) throw noSuchKey();
    const url = `${bucket}/${name}`;
    return c.json({ signedURL: `/object/sign/${url}?token=${await ctx.urlTokens.sign('download', url, seconds)}` });
  });

  app.get('/:bucket/*', async (c) => serveObject(ctx, c, await readable(c, await actorIfAny(ctx, c))));
  return app;
};
