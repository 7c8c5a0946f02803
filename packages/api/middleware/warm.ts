import type { MiddlewareHandler } from 'hono';

const marker = /^\s*\{\s*"action"\s*:\s*"warm"\s*\}\s*$/;
const mostBytes = 64;

/** The text of a body of at most `mostBytes`, null for a longer one, of which no more is read. The request keeps its body. */
const shortText = async (request: Request): Promise<string | null> => {
  const reader = request.clone().body?.getReader();
  const bytes: number[] = [];
  while (reader) {
    const { done, value } = await reader.read() as { done: boolean; value?: Uint8Array };
    if (done || !value) break;
    bytes.push(...value.subarray(0, mostBytes + 1));
    if (bytes.length > mostBytes) {
      reader.cancel().catch(() => undefined);
      return null;
    }
  }
  return new TextDecoder().decode(new Uint8Array(bytes));
};

/** Answers `{ "action": "warm" }` on any function without touching anything else; other bodies pass. */
export const warm = (functionName: string): MiddlewareHandler => async (c, next) => {
  const announced = c.req.header('content-length');
  const mayBeIt = c.req.method === 'POST' && (announced === undefined ? c.req.header('transfer-encoding') !== undefined : Number(announced) <= mostBytes);
  if (mayBeIt && !/^multipart\//i.test(c.req.header('content-type') ?? '') && marker.test((await shortText(c.req.raw)) ?? '')) {
    return c.json({ status: 'warm', function: functionName });
  }
  return next();
};
