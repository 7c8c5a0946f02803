import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { AppError, refused, malformed, conflict, unavailable, notFound } from '@docuvault/core/errors.ts';
import { BlobNotFound } from '@docuvault/core/blob-store.ts';
import { KeyUnavailable } from '@docuvault/core/encryption/keyring.ts';
import { Tampered } from '@docuvault/core/encryption/segments.ts';
import type { Logger } from '@docuvault/core/logger.ts';
import { DatabaseError, databaseUnavailable } from '@docuvault/db/errors.ts';
import type { Env } from '@docuvault/vault/http/env.ts';

const internal = () => new AppError(500, 'internal', 'Something went wrong on our side. Nothing was lost; try again.');

/** SQLSTATEs that say something about the request and not about us. */
const fromDatabase = (error: DatabaseError): AppError => {
  switch (error.sqlState) {
    case '42501':
      return notFound('resource');
    case 'DVQ01':
      return refused('quota.storage_exceeded', 'Your storage is full. Remove something or choose a larger plan.');
    case '23505':
      return conflict('request.conflict', 'There is one like this already.');
    case '23503':
      return refused('request.unknown_reference', 'Something this refers to is not there.');
    case '23514':
    case '22001':
      return malformed('request.invalid', 'A value is out of its bounds.');
    case '22P02':
    case '22P05':
    case '22021':
    case '22008':
    case '22003':
      return malformed('request.invalid', 'A value is not of the form that this takes.');
    case '40001':
    case '40P01':
    case '55P03':
      return unavailable('database.busy', 'Somebody else is changing this; try again.');
    case '53100':
      return unavailable('database.full', 'The disk that keeps the database is full. Nothing was lost; try again later.');
    case '53200':
    case '53300':
      return databaseUnavailable();
    default:
      return internal();
  }
};

/** Turns whatever was thrown into the wire's refusal. A 500 carries no stack, SQL or path; the log does. */
export const toAppError = (error: unknown): AppError => {
  if (error instanceof AppError) return error;
  if (error instanceof DatabaseError) return fromDatabase(error);
  if (error instanceof HTTPException) return new AppError(error.status, 'request.refused', error.message || 'The request was refused.');
  if (error instanceof BlobNotFound) return unavailable('storage.missing_file', 'The stored file is not where it should be. The operator has been told.');
  if (error instanceof KeyUnavailable) return unavailable('storage.key_unavailable', 'The key of this file is not loaded.');
  if (error instanceof Tampered) return unavailable('storage.damaged_file', 'The stored file does not match its seal and was not sent.');
  return internal();
};

/** The one place where errors become answers. */
export const errorEdge =
  (log: Logger) =>
  (error: unknown, c: Context<Env>): Response => {
    const known = toAppError(error);
    const requestId = c.get('requestId');
    if (known.status >= 500) {
      log.error('request failed', {
        requestId, code: known.code, method: c.req.method, route: c.req.routePath,
        cause: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
        stack: error instanceof Error ? error.stack : undefined,
      });
    }
    const body = { error: { code: known.code, message: known.message, details: known.details, requestId } };
    return c.json(body, known.status as 400, known.headers);
  };
