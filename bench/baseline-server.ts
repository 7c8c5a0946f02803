import { serve } from '@hono/node-server';
import { Hono } from 'hono';

/** A server of the same framework that does nothing: what an HTTP call costs before any of ours. Prints its port. */
export const serveNothing = (): void => {
  const app = new Hono();
  app.get('/', (c) => c.json({ ok: true }));
  serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => {
    process.stdout.write(`${port}\n`);
  });
};
