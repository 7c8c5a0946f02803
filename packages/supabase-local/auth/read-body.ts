import type { Context } from 'hono';
import { AuthError, validationFailed } from './auth-error.ts';

/** Larger bodies are answered 413; nothing that this server takes comes near it. */
export const maxBodyBytes = 64 * 1024;
const maxDepth = 32;

export type Body = Record<string, unknown>;

const tooLarge = () => new AuthError(413, 'request_entity_too_large', `Request body too large (max ${maxBodyBytes} bytes)`);
const badJson = (why: string) => new AuthError(400, 'bad_json', `Could not parse request body as JSON: ${why}`);

const readBytes = async (request: Request): Promise<Uint8Array> => {
  if (Number(request.headers.get('content-length') ?? 0) > maxBodyBytes) throw tooLarge();
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > maxBodyBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/** jsonb holds neither NUL nor lone surrogates, and a deep tree would exhaust the parser's stack in the database. */
const checkTree = (root: unknown) => {
  const open: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  const checkText = (text: string) => {
    if (text.includes('\0') || !text.isWellFormed()) throw validationFailed('Text may not hold NUL or broken characters');
  };
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string') checkText(value);
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= maxDepth) throw validationFailed(`The body is nested deeper than ${maxDepth} levels`);
    for (const [key, child] of Object.entries(value)) {
      checkText(key);
      open.push({ value: child, depth: depth + 1 });
    }
  }
};

/** Reads a JSON object of at most 64 KiB. `optional` takes an empty body for `{}`. Throws bad_json, validation_failed or 413. */
export const readBody = async (c: Context, optional = false): Promise<Body> => {
  const bytes = await readBytes(c.req.raw);
  if (bytes.byteLength === 0 && optional) return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw badJson(bytes.byteLength === 0 ? 'the body is empty' : 'not valid JSON');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw badJson('an object is expected');
  checkTree(parsed);
  return parsed as Body;
};

/** A text field; absent and null read as ''. */
export const textOf = (body: Body, name: string, maxLength = 1024): string => {
  const value = body[name] ?? '';
  if (typeof value !== 'string') throw validationFailed(`${name} must be a string`);
  if (value.length > maxLength) throw validationFailed(`${name} is too long (max ${maxLength} characters)`);
  return value;
};

/** An object field; absent and null read as null. */
export const objectOf = (body: Body, name: string): Body | null => {
  const value = body[name] ?? null;
  if (value === null) return null;
  if (typeof value !== 'object' || Array.isArray(value)) throw validationFailed(`${name} must be an object`);
  return value as Body;
};

/** A boolean field with its default. */
export const flagOf = (body: Body, name: string, fallback: boolean): boolean => {
  const value = body[name] ?? fallback;
  if (typeof value !== 'boolean') throw validationFailed(`${name} must be true or false`);
  return value;
};

/** True for the canonical text of a UUID. */
export const isUuid = (text: unknown): text is string =>
  typeof text === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
