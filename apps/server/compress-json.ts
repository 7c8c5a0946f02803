import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';

const gzipped = promisify(gzip);
/** Below this a packet carries it anyway. */
const leastBytes = 4_096;

/**
 * Sends JSON of 4 KiB and more gzipped to whom accepts it: a page of 200 documents is a tenth of its size. Streams and
 * files are left alone. Callers show a token and no cookie, so that no other site can have their answers measured.
 */
export const compressJson = (): MiddlewareHandler => async (c, next) => {
  await next();
  const { res } = c;
  if (!res.headers.get('content-type')?.startsWith('application/json') || res.headers.has('content-encoding') || !/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return;
  const bytes = new Uint8Array(await res.arrayBuffer());
  const headers = new Headers(res.headers);
  headers.append('vary', 'Accept-Encoding');
  headers.delete('content-length');
  const init = { status: res.status, headers };
  // Hono carries the headers of the answer before over to the next: it has to be without one.
  c.res = undefined;
  if (bytes.length < leastBytes) {
    c.res = new Response(bytes.length > 0 ? bytes : null, init);
    return;
  }
  headers.set('content-encoding', 'gzip');
  c.res = new Response(await gzipped(bytes), init);
};
