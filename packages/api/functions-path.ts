import { getPath } from 'hono/utils/url';

/**
 * The path by which a request is routed: of a function's without the slash at its end, so that `/functions/v1/documents/`
 * is what `/functions/v1/documents` is. Names of stored objects keep theirs.
 */
export const functionsPath = (request: Request): string => {
  const path = getPath(request);
  return path.startsWith('/functions/v1/') && path.endsWith('/') ? path.slice(0, -1) : path;
};
