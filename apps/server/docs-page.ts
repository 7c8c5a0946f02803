import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Hono } from 'hono';

const assets: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>DocuVault AI: API</title><link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body><div id="docs"></div><script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/show.js"></script></body>
</html>`;

const script = `window.ui = SwaggerUIBundle({ url: '/functions/v1/openapi.json', dom_id: '#docs', deepLinking: true });`;

/** Shows the OpenAPI document, from files of this server only. */
export const docsPage = (): Hono => {
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  const app = new Hono();
  const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";
  app.get('/', (c) => c.html(page, 200, { 'Content-Security-Policy': policy }));
  app.get('/show.js', (c) => c.body(script, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }));
  for (const [name, type] of Object.entries(assets)) {
    app.get(`/${name}`, (c) => c.body(readFileSync(join(folder, name)), 200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=86400' }));
  }
  return app;
};
