import { Hono, type Context } from 'hono';
import { Server } from '@tus/server';
import type { Actor } from '@docuvault/core/actor.ts';
import type { BucketRow } from '../buckets.repository.ts';
import { checkType, validKey } from '../names.ts';
import { actorOfOwner, mayUpload, ownerOf } from '../permission.ts';
import { parseUserMetadata } from '../read-upload.ts';
import { requireActor } from '../request.ts';
import { accessDenied, invalidSignature, StorageError, toStorageError } from '../storage-error.ts';
import { bucketOf, limitOf } from '../bucket-limits.ts';
import type { StorageContext } from '../storage-context.ts';
import { createCompletion, mimeTypeOf } from './complete-upload.ts';
import { insertUpload, type ResumableUpload } from './resumable.repository.ts';
import { getResumable, ResumableStore } from './resumable-store.ts';
import { locationOf } from './location.ts';
import { createUploadLocker } from './upload-locker.ts';

const lifetimeMs = 24 * 60 * 60 * 1000;
const path = '/upload/resumable';

/** What is known of a request while the TUS server handles it. */
type Asked = {
  c: Context;
  isSigned: boolean;
  actor: Actor | null;
  upsert: boolean;
  bucket: BucketRow | null;
  name: string;
  upload: ResumableUpload | null;
};

const plain = (error: unknown): { status_code: number; body: string } => {
  const known = error as { status_code?: unknown; body?: unknown };
  if (typeof known.status_code === 'number' && typeof known.body === 'string') return { status_code: known.status_code, body: known.body };
  const refusal = toStorageError(error);
  return { status_code: refusal.status, body: refusal.message };
};

/** Where the TUS server and the policies meet: every request but OPTIONS is somebody's, and about one object. */
export const resumableRoutes = (ctx: StorageContext): Hono => {
  const app = new Hono({ strict: false });
  const asked = new WeakMap<Request, Asked>();
  const complete = createCompletion(ctx);
  const askedOf = (request: Request): Asked => asked.get(request)!;

  /** The person of the access token, or of the x-signature that was made for this object. */
  const identify = async (ask: Asked, bucket: string, name: string): Promise<Actor> => {
    if (!ask.isSigned) return ask.actor ?? (ask.actor = await requireActor(ctx, ask.c));
    const signature = ask.c.req.header('x-signature');
    if (!signature) throw invalidSignature('Missing x-signature header');
    const claims = await ctx.urlTokens.verify(signature, 'upload', `${bucket}/${name}`);
    ask.upsert = claims.upsert;
    return (ask.actor = actorOfOwner(claims.owner));
  };

  const server = new Server({
    path,
    datastore: new ResumableStore(ctx),
    locker: createUploadLocker(),
    disableTerminationForFinishedUploads: true,
    allowedHeaders: ['apikey', 'x-upsert', 'x-signature', 'x-client-info', 'upload-expires'],
    exposedHeaders: ['Upload-Expires', 'Upload-Offset', 'Upload-Length', 'Upload-Metadata', 'Upload-Defer-Length', 'Location', 'Tus-Resumable', 'Tus-Version', 'Tus-Extension', 'Tus-Max-Size', 'Tus-Complete'],
    generateUrl: (request, { id }) => locationOf(ctx.publicUrl, request.url, id),
    getFileIdFromRequest: (_request, last) => last,
    onResponseError: (_request, error) => plain(error),

    maxSize: async (request, id) => {
      const ask = askedOf(request);
      if (!id) return ctx.maxFileBytes;
      ask.bucket ??= ask.upload ? await bucketOf(ctx, ask.upload.bucket_id) : null;
      return ask.bucket ? limitOf(ctx, ask.bucket, ask.name) : ctx.maxFileBytes;
    },

    namingFunction: async (request, metadata) => {
      const ask = askedOf(request);
      if (!metadata) throw new StorageError(400, 'InvalidRequest', 'Metadata header is required');
      ask.name = validKey(metadata.objectName ?? '');
      await identify(ask, metadata.bucketName ?? '', ask.name);
      ask.bucket = await bucketOf(ctx, metadata.bucketName ?? '');
      return crypto.randomUUID();
    },

    onIncomingRequest: async (request, id) => {
      const ask = askedOf(request);
      if (request.method === 'POST') return;
      const upload = (ask.upload = await getResumable(ctx, id));
      ask.name = upload.name;
      const actor = await identify(ask, upload.bucket_id, upload.name);
      if (actor.role !== 'service_role' && upload.owner_id !== ownerOf(actor)) throw accessDenied();
      if (request.method === 'HEAD' || upload.completed_at) return;
      const userMetadata = parseUserMetadata(upload.metadata.metadata);
      if (ask.isSigned) return;
      await mayUpload(ctx.db, actor, {
        bucket: upload.bucket_id, name: upload.name, isUpsert: upload.is_upsert, mimeType: mimeTypeOf(upload.metadata), contentLength: upload.length, userMetadata,
      });
    },

    onUploadCreate: async (request, upload) => {
      const { bucket, name, actor, isSigned, upsert } = askedOf(request);
      const metadata = upload.metadata ?? {};
      const mimeType = mimeTypeOf(metadata);
      checkType(mimeType, bucket!.allowed_mime_types);
      const wanted = { bucket: bucket!.id, name, isUpsert: upsert, mimeType, contentLength: upload.size ?? null, userMetadata: parseUserMetadata(metadata.metadata) };
      await mayUpload(ctx.db, isSigned ? { role: 'service_role' } : actor!, wanted);
      const now = ctx.clock.now();
      const row = {
        id: upload.id, bucket_id: bucket!.id, name, owner_id: ownerOf(actor!), is_upsert: upsert, length: upload.size ?? null, metadata,
        created_at: now, expires_at: new Date(now.getTime() + lifetimeMs),
      };
      await ctx.db.asService('begin a resumable upload', (tx) => insertUpload(tx, row));
      return {};
    },

    onUploadFinish: async (request, upload) => {
      await complete(askedOf(request).actor!, await getResumable(ctx, upload.id));
      return { headers: { 'Tus-Complete': '1' } };
    },
  });

  /** A crash may have come between the last byte and the object; a client that asks how far it is makes up for it. */
  const completeLate = async (ask: Asked): Promise<void> => {
    const { upload, actor } = ask;
    if (!upload || !actor || upload.completed_at || upload.length === null || upload.received !== upload.length) return;
    await complete(actor, upload);
  };

  const handle = async (c: Context): Promise<Response> => {
    const request = c.req.raw;
    const isSigned = new URL(request.url).pathname.includes(`${path}/sign`);
    const ask: Asked = { c, isSigned, actor: null, upsert: request.headers.get('x-upsert') === 'true', bucket: null, name: '', upload: null };
    asked.set(request, ask);
    const response = await server.handleWeb(request);
    const expires = ask.upload?.expires_at ?? (response.status === 201 ? new Date(ctx.clock.now().getTime() + lifetimeMs) : null);
    if (response.ok && expires && !response.headers.has('Tus-Complete')) response.headers.set('Upload-Expires', expires.toUTCString());
    if (request.method !== 'HEAD' || !response.ok) return response;
    try {
      await completeLate(ask);
      return response;
    } catch (error) {
      const { status_code, body } = plain(error);
      return new Response(body, { status: status_code, headers: { 'Tus-Resumable': '1.0.0' } });
    }
  };

  app.all('/', handle);
  app.all('/*', handle);
  return app;
};
