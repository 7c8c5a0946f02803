import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

/** Scripts and styles come from here only; pictures and documents may also be blobs that the page made itself. */
const policy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types docuvault',
].join('; ');

const ofServer = /^\/(functions|auth|storage)\/|^\/(docs|metrics|config\.json)(\/|$)/;
const year = 'public, max-age=31536000, immutable';

/** The built web app: named assets are kept for a year, every other path is the app's own page. Null where it is not built. */
export const createWebApp = (folder: string): Hono | null => {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return null;
  const page = readFileSync(index, 'utf8');
  const app = new Hono();
  app.use('/assets/*', async (c, next) => {
    await next();
    if (c.res.status === 200) c.res.headers.set('Cache-Control', year);
  });
  // A browser has to see a new release of these at once.
  app.use('/:file{sw\\.js|manifest\\.webmanifest}', async (c, next) => {
    await next();
    c.res.headers.set('Cache-Control', 'no-cache');
  });
  app.get('*', async (c, next) => {
    if (ofServer.test(c.req.path) || c.req.path === '/' || c.req.path === '/index.html') return next();
    return serveStatic({ root: relative(process.cwd(), folder) || '.', precompressed: true })(c, next);
  });
  app.get('*', (c, next) => {
    const isFile = /\.[a-z0-9]{2,5}$/i.test(c.req.path);
    if (ofServer.test(c.req.path) || isFile) return next();
    return Promise.resolve(c.html(page, 200, { 'Content-Security-Policy': policy, 'Cache-Control': 'no-cache', 'Permissions-Policy': 'camera=(self), microphone=(), geolocation=()' }));
  });
  return app;
};
