import { Hono } from 'hono';
import { docsPage } from './docs-page.ts';
import type { Metrics } from './metrics.ts';

export type SiteOptions = { anonKey: string; version: string; publicUrl: string | null; metrics: Metrics };

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>DocuVault AI</title><link rel="stylesheet" href="/site.css">
</head>
<body><main>
<h1>DocuVault AI</h1>
<p>This vault is running. It is used through its API until the web app is here.</p>
<ul><li><a href="/docs">API reference</a></li><li><a href="/functions/v1/health-check">Health</a></li></ul>
</main></body>
</html>`;

const style = `body{font:16px/1.6 system-ui,sans-serif;margin:0;display:grid;min-height:100vh;place-items:center}
main{max-width:32rem;padding:2rem}h1{margin:0 0 .5rem}`;

/** What is not a function: the front page, /config.json for clients, /docs and /metrics. */
export const createSite = (options: SiteOptions): Hono => {
  const app = new Hono();
  app.get('/', (c) => c.html(page));
  app.get('/site.css', (c) => c.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  app.get('/config.json', (c) =>
    c.json({ supabaseUrl: options.publicUrl ?? new URL(c.req.url).origin, supabaseAnonKey: options.anonKey, version: options.version }, 200, { 'Cache-Control': 'no-store' }),
  );
  app.get('/metrics', async (c) => c.body(await options.metrics.text(), 200, { 'Content-Type': options.metrics.contentType, 'Cache-Control': 'no-store' }));
  app.route('/docs', docsPage());
  return app;
};
