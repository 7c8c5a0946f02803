import * as z from 'zod/mini';
import { malformed, tooLarge } from '@docuvault/core/errors.ts';

const defaultLimit = 1024 * 1024;

/** The value with every string made storable: NUL dropped, lone surrogates replaced. Nesting is bounded by the JSON parser's input size. */
export const wellFormed = (value: unknown, depth = 0): unknown => {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed();
  if (depth > 50) throw malformed('request.too_deep', 'The body is nested too deeply.');
  if (Array.isArray(value)) return value.map((item) => wellFormed(item, depth + 1));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [wellFormed(key, depth + 1), wellFormed(item, depth + 1)]));
  }
  return value;
};

/** So much of a body that is too large is read and thrown away, since a client sees the answer only once it has sent all. */
const mostReadOut = 64 * 1024 * 1024;

/** The body's bytes; 413 when they pass the limit, and no more than the limit is ever kept. */
export const readBytes = async (request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> => {
  const parts: Uint8Array[] = [];
  let total = 0;
  const source = request.body as AsyncIterable<Uint8Array> | null;
  for await (const part of source ?? []) {
    total += part.length;
    if (total <= limit) parts.push(part);
    else if (total > mostReadOut) break;
  }
  if (total > limit) throw tooLarge('request.too_large', `The body is larger than ${limit} bytes.`, { limit });
  const whole = new Uint8Array(total);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
};

/** The JSON body; an empty one is `{}`. 400 `request.malformed_json` when it is not JSON, 413 when it is too large. */
export const readJson = async (request: Request, limit = defaultLimit): Promise<unknown> => {
  const bytes = await readBytes(request, limit);
  if (bytes.length === 0) return {};
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw malformed('request.malformed_json', 'The body is not valid JSON.');
  }
  return wellFormed(value);
};

// The words of zod's errors; zod/mini brings none by itself. A schema's own words come first.
const words = { error: z.locales.en().localeError };

/** Parses by the schema, or refuses with 400 `request.invalid` and the places that are wrong. */
export const parseInput = <S extends z.core.$ZodType>(schema: S, value: unknown, place: 'query' | 'body'): z.core.output<S> => {
  const result = z.safeParse(schema, value, words);
  if (result.success) return result.data;
  const issues = result.error.issues.slice(0, 10).map((issue) => ({ path: [place, ...issue.path].join('.'), message: issue.message.replace(/\.$/, '') }));
  throw malformed('request.invalid', `The ${place} is not what this takes: ${issues[0]?.path ?? place}: ${issues[0]?.message ?? 'invalid'}.`, { issues });
};
