import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { bucketRoutes } from './buckets.routes.ts';
import { downloadRoutes } from './download.routes.ts';
import { listRoutes } from './list.routes.ts';
import { manageRoutes } from './manage.routes.ts';
import { errorBody, httpStatus, leftOut, routeNotFound, toStorageError } from './storage-error.ts';
import type { StorageContext, StorageOptions } from './storage-context.ts';
import { sweepStorage } from './sweep.ts';
import { resumableRoutes } from './tus/resumable.routes.ts';
import { uploadRoutes } from './upload.routes.ts';
import { createUrlTokens } from './url-tokens.ts';

/** Parts of Supabase Storage that are not here; each answers 501. */
const missing: Record<string, string> = {
  '/render/*': 'Image transformation',
  '/s3/*': 'The S3 protocol',
  '/iceberg/*': 'The Iceberg catalog',
  '/vector/*': 'Vector buckets',
  '/cdn/*': 'Cache purging',
};

/** The storage server: `app` is to be mounted at /storage/v1, `sweep` to be called at start and now and then. */
export type Storage = { app: Hono; sweep(): Promise<void> };

/**
 * Supabase Storage's wire over the policies of storage.buckets and storage.objects, with every object encrypted under
 * a key of its own. The policies decide what a caller may; the service role passes them all.
 */
export const createStorage = (options: StorageOptions): Storage => {
  const { jwt, ...rest } = options;
  const ctx: StorageContext = {
    ...rest,
    onObjectStored: options.onObjectStored ?? null,
    maxFileBytes: options.maxFileBytes ?? 52_428_800,
    urlTokens: createUrlTokens(jwt.secret, options.clock),
  };
  const app = new Hono({ strict: false });
  app.onError((thrown, c) => {
    const error = toStorageError(thrown);
    if (error.status >= 500 && error.status !== 501) ctx.log.error('storage request failed', { method: c.req.method, code: error.code, reason: thrown.message, stack: thrown.stack });
    c.header('cache-control', 'no-store');
    return c.json(errorBody(error), httpStatus(error) as ContentfulStatusCode);
  });
  app.get('/status', (c) => c.body('', 200));
  app.get('/version', (c) => c.text('docuvault'));
  app.get('/health', async (c) => {
    try {
      await Promise.all([ctx.db.check(), ctx.blobs.check()]);
      return c.json({ healthy: true });
    } catch {
      return c.json({ healthy: false }, 503);
    }
  });
  app.route('/upload/resumable', resumableRoutes(ctx));
  app.route('/bucket', bucketRoutes(ctx));
  app.route('/object', listRoutes(ctx));
  app.route('/object', manageRoutes(ctx));
  app.route('/object', downloadRoutes(ctx));
  app.route('/object', uploadRoutes(ctx));
  for (const [path, what] of Object.entries(missing)) {
    app.all(path, () => {
      throw leftOut(what);
    });
  }
  // Not app.notFound, which an outer app that mounts this one never calls.
  app.all('*', (c) => c.json(errorBody(routeNotFound(c.req.method, c.req.path)), 404));
  return { app, sweep: () => sweepStorage(ctx) };
};
