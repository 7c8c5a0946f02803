import { Hono } from 'hono';
import type { Deps } from '@docuvault/vault/context.ts';

/** `/live` and `/ready` for a worker, at the paths where the API has them: it answers, and it reaches database and files. */
export const createProbes = ({ db, blobs }: Pick<Deps, 'db' | 'blobs'>): { fetch(request: Request, env: unknown): Response | Promise<Response> } => {
  const app = new Hono().basePath('/functions/v1/health-check');
  app.get('/live', (c) => c.json({ status: 'live' }));
  app.get('/ready', async (c) => {
    const ready = await Promise.all([db.check(), blobs.check()]).then(() => true, () => false);
    return c.json({ status: ready ? 'ready' : 'not_ready' }, ready ? 200 : 503);
  });
  return { fetch: (request) => app.fetch(request) };
};
