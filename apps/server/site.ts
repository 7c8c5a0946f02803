import { Hono } from 'hono';
import { docsPage } from './docs-page.ts';
import type { Metrics } from './metrics.ts';

export type SiteOptions = { anonKey: string; version: string; publicUrl: string | null; metrics: Metrics };

/** What is neither a function nor the web app: /config.json for clients, /docs and /metrics. */
export const createSite = (options: SiteOptions): Hono => {
  const app = new Hono();
  app.get('/config.json', (c) =>
    c.json({ supabaseUrl: options.publicUrl ?? new URL(c.req.url).origin, supabaseAnonKey: options.anonKey, version: options.version }, 200, { 'Cache-Control': 'no-store' }),
  );
  app.get('/metrics', async (c) => c.body(await options.metrics.text(), 200, { 'Content-Type': options.metrics.contentType, 'Cache-Control': 'no-store' }));
  app.route('/docs', docsPage());
  return app;
};
