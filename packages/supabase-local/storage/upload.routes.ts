import { Hono, type Context } from 'hono';
import type { Actor } from '@docuvault/core/actor.ts';
import { bucketOf, limitOf } from './bucket-limits.ts';
import { checkType, isFolderMarker, validKey } from './names.ts';
import { actorOfOwner, mayUpload, ownerOf } from './permission.ts';
import { readUpload, userMetadataHeader } from './read-upload.ts';
import { keyOf, requireActor } from './request.ts';
import { entityTooLarge, invalidInput } from './storage-error.ts';
import { storeObject } from './store-object.ts';
import type { StorageContext } from './storage-context.ts';

/** How long a signed upload URL lasts, as Supabase documents it. */
const signedUploadSeconds = 2 * 60 * 60;

type Upload = { actor: Actor; bucket: string; name: string; isUpsert: boolean };

const declaredLength = (c: Context): number | null => {
  const header = c.req.header('content-length');
  return header !== undefined && /^\d{1,15}$/.test(header) ? Number(header) : null;
};

/** Takes the request's body as an object; whether the actor may is asked of the policies first. */
const receive = async (ctx: StorageContext, c: Context, { actor, bucket: bucketId, name, isUpsert }: Upload) => {
  validKey(name);
  const bucket = await bucketOf(ctx, bucketId);
  const limit = limitOf(ctx, bucket, name);
  const isForm = c.req.header('content-type')?.toLowerCase().startsWith('multipart/form-data') ?? false;
  const contentLength = isForm ? null : declaredLength(c);
  if (contentLength !== null && contentLength > limit) throw entityTooLarge();
  const file = await readUpload(c.req.raw);
  try {
    if (!isFolderMarker(name)) checkType(file.mimeType, bucket.allowed_mime_types);
    await mayUpload(ctx.db, actor, { bucket: bucketId, name, isUpsert, mimeType: file.mimeType, contentLength, userMetadata: file.userMetadata });
    const { mimeType, cacheControl, userMetadata, parts } = file;
    return await storeObject(ctx, { actor, bucket: bucketId, name, isUpsert, mimeType, cacheControl, userMetadata, via: 'rest', limit, parts });
  } catch (error) {
    file.abandon();
    throw error;
  }
};

/** `/object/:bucket/*` for writing, and signed upload URLs. */
export const uploadRoutes = (ctx: StorageContext): Hono => {
  const app = new Hono({ strict: false });

  const upload = async (c: Context, isUpsert: boolean) => {
    const actor = await requireActor(ctx, c);
    const bucket = c.req.param('bucket')!;
    const object = await receive(ctx, c, { actor, bucket, name: keyOf(c), isUpsert });
    return c.json({ Id: object.id, Key: `${bucket}/${object.name}` });
  };

  app.post('/upload/sign/:bucket/*', async (c) => {
    const actor = await requireActor(ctx, c);
    const bucket = c.req.param('bucket');
    const name = validKey(keyOf(c));
    const isUpsert = c.req.header('x-upsert') === 'true';
    await bucketOf(ctx, bucket);
    const mimeType = c.req.header('content-type') ?? 'application/octet-stream';
    await mayUpload(ctx.db, actor, { bucket, name, isUpsert, mimeType, contentLength: declaredLength(c), userMetadata: userMetadataHeader(c.req.raw) });
    const token = await ctx.urlTokens.sign('upload', `${bucket}/${name}`, signedUploadSeconds, { upsert: isUpsert, owner: ownerOf(actor) });
    return c.json({ url: `/object/upload/sign/${bucket}/${name}?token=${token}`, token });
  });

  app.put('/upload/sign/:bucket/*', async (c) => {
    const bucket = c.req.param('bucket');
    const name = keyOf(c);
    const token = c.req.query('token');
    if (!token) throw invalidInput("querystring must have required property 'token'");
    const claims = await ctx.urlTokens.verify(token, 'upload', `${bucket}/${name}`);
    const object = await receive(ctx, c, { actor: actorOfOwner(claims.owner), bucket, name, isUpsert: claims.upsert });
    return c.json({ Id: object.id, Key: `${bucket}/${object.name}` });
  });

  app.post('/:bucket/*', (c) => upload(c, c.req.header('x-upsert') === 'true'));
  app.put('/:bucket/*', (c) => upload(c, true));
  return app;
};
