import type { Context } from 'hono';
import { bodyParts } from './body-parts.ts';
import { entityTooLarge, invalidInput } from './storage-error.ts';

const maxJsonBytes = 2 * 1024 * 1024;
type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a JSON object of at most 2 MiB; an empty body reads as `{}`. */
export const readJson = async (c: Context): Promise<Json> => {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of bodyParts(c.req.raw.body)) {
    size += part.length;
    if (size > maxJsonBytes) throw entityTooLarge('body');
    parts.push(part);
  }
  if (size === 0) return {};
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts)));
  } catch {
    throw invalidInput('Body is not valid JSON');
  }
  if (!isObject(value)) throw invalidInput('body must be object');
  return value;
};

/** A text; null and absent are the fallback. */
export const textOf = <F extends string | undefined>(body: Json, name: string, fallback: F): string | F => {
  const value = body[name] ?? fallback;
  if (value !== fallback && typeof value !== 'string') throw invalidInput(`body/${name} must be string`);
  // Text that the database cannot hold cannot be the name of anything in it.
  return typeof value === 'string' ? value.replaceAll('\0', '\u{fffd}').toWellFormed() : fallback;
};

/** A text that has to be there. */
export const requiredText = (body: Json, name: string): string => {
  const value = textOf(body, name, undefined);
  if (value === undefined) throw invalidInput(`body must have required property '${name}'`);
  return value;
};

/** A whole number of at least `minimum`, as a number or digits; null and absent are the fallback. */
export const wholeOf = <F extends number | undefined>(body: Json, name: string, minimum: number, fallback: F, place = 'body'): number | F => {
  const value = body[name] ?? fallback;
  if (value === fallback) return fallback;
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) throw invalidInput(`${place}/${name} must be integer`);
  if (number < minimum) throw invalidInput(`${place}/${name} must be >= ${minimum}`);
  return number;
};

/** True or false; null and absent are the fallback. */
export const flagOf = <F extends boolean | undefined>(body: Json, name: string, fallback: F): boolean | F => {
  const value = body[name] ?? fallback;
  if (value !== fallback && typeof value !== 'boolean') throw invalidInput(`body/${name} must be boolean`);
  return value as boolean | F;
};

/** A list of texts; absent is undefined, null stays null. */
export const textsOf = (body: Json, name: string): string[] | null | undefined => {
  const value = body[name];
  if (value === undefined || value === null) return value;
  if (!Array.isArray(value)) throw invalidInput(`body/${name} must be array`);
  value.forEach((item: unknown, i) => {
    if (typeof item !== 'string') throw invalidInput(`body/${name}/${i} must be string`);
  });
  return (value as string[]).map((text) => text.replaceAll('\0', '\u{fffd}').toWellFormed());
};

/** An object; null and absent read as `{}`. */
export const objectOf = (body: Json, name: string): Json => {
  const value = body[name] ?? {};
  if (!isObject(value)) throw invalidInput(`body/${name} must be object`);
  return value;
};

/** One of the given words; null and absent are the fallback. */
export const choiceOf = <T extends string>(body: Json, name: string, choices: readonly T[], fallback: T, place = 'body'): T => {
  const value = body[name] ?? fallback;
  if (!choices.includes(value as T)) throw invalidInput(`${place}/${name} must be equal to one of the allowed values`);
  return value as T;
};
