import { AppError } from '@docuvault/core/errors.ts';
import { KeyUnavailable } from '@docuvault/core/encryption/keyring.ts';
import { Tampered } from '@docuvault/core/encryption/segments.ts';
import { BlobNotFound } from '@docuvault/core/blob-store.ts';
import { DatabaseError } from '@docuvault/db/errors.ts';

/**
 * A refusal in the words of Supabase Storage. `status` is the true one and goes into the body's `statusCode`;
 * `code` is new-style, `error` the older word that clients still compare.
 */
export class StorageError extends Error {
  readonly status: number;
  readonly code: string;
  readonly error: string;
  constructor(status: number, code: string, message: string, error: string = code) {
    super(message);
    this.name = 'StorageError';
    this.status = status;
    this.code = code;
    this.error = error;
  }
}

export const noSuchBucket = () => new StorageError(404, 'NoSuchBucket', 'Bucket not found', 'Bucket not found');
export const noSuchKey = () => new StorageError(404, 'NoSuchKey', 'Object not found', 'not_found');
export const accessDenied = (message = 'Access denied') => new StorageError(403, 'AccessDenied', message, 'Unauthorized');
export const invalidKey = (key: string) => new StorageError(400, 'InvalidKey', `Invalid key: ${key.slice(0, 200).toWellFormed()}`);
export const invalidBucketName = () => new StorageError(400, 'InvalidBucketName', 'Bucket name invalid', 'Invalid Input');
export const keyAlreadyExists = () => new StorageError(409, 'KeyAlreadyExists', 'The resource already exists', 'Duplicate');
export const bucketAlreadyExists = () => new StorageError(409, 'BucketAlreadyExists', 'The resource already exists', 'Duplicate');
export const bucketNotEmpty = () => new StorageError(409, 'ResourceNotEmpty', 'The bucket you tried to delete is not empty');
export const entityTooLarge = (what = 'object') => new StorageError(413, 'EntityTooLarge', `The ${what} exceeded the maximum allowed size`, 'Payload too large');
export const invalidMimeType = (type: string) => new StorageError(415, 'InvalidMimeType', `mime type ${type.slice(0, 200)} is not supported`, 'invalid_mime_type');
export const invalidFileSizeLimit = () => new StorageError(400, 'InvalidRequest', 'Invalid file size format, hint: use 20GB / 20MB / 30KB / 3B');
export const invalidJwt = (message: string) => new StorageError(400, 'InvalidJWT', message);
export const invalidSignature = (message = 'Invalid signature') => new StorageError(400, 'InvalidSignature', message);
export const noContent = (message: string) => new StorageError(400, 'InvalidRequest', message);
/** What Fastify's schema check answers on the real server: `body/expiresIn must be integer`. */
export const invalidInput = (message: string) => new StorageError(400, 'InvalidRequest', message, 'Error');
export const missingAuthorization = () => invalidInput("headers must have required property 'authorization'");
export const routeNotFound = (method: string, path: string) => new StorageError(404, 'NotFound', `Route ${method}:${path} not found`, 'Not Found');
export const leftOut = (what: string) => new StorageError(501, 'NotSupported', `${what} is not part of this server`, 'not_implemented');
/** The sender went away in the middle of its body; nobody reads this. */
export const aborted = () => new StorageError(400, 'Aborted', 'The upload was broken off', 'Aborted');
const internal = () => new StorageError(500, 'InternalError', 'Internal server error', 'Internal');

/** What the database's refusals mean on this wire. */
const fromDatabase = (error: DatabaseError): StorageError => {
  switch (error.sqlState) {
    case '42501':
      return accessDenied(error.message.includes('row-level security') ? 'new row violates row-level security policy' : 'permission denied');
    case '23505':
      return keyAlreadyExists();
    case '23503':
      return new StorageError(404, 'InvalidRequest', 'The related resource does not exist');
    default:
      return internal();
  }
};

/** Every thrown thing as a refusal of this wire; what is not understood is a bare 500. */
export const toStorageError = (error: unknown): StorageError => {
  if (error instanceof StorageError) return error;
  if (error instanceof DatabaseError) return fromDatabase(error);
  if (error instanceof AppError) return new StorageError(error.status, error.code, error.message);
  if (error instanceof BlobNotFound) return noSuchKey();
  if (error instanceof Tampered) return new StorageError(500, 'InternalError', 'The stored file is damaged', 'Internal');
  if (error instanceof KeyUnavailable) return new StorageError(503, 'InternalError', 'The key of this file is not loaded', 'Internal');
  return internal();
};

/** The HTTP status of a REST answer: the real server says 400 for everything that is the caller's doing. */
export const httpStatus = (error: StorageError): number => (error.status >= 500 || error.status === 416 ? error.status : 400);

/** The JSON body of a REST refusal. */
export const errorBody = (error: StorageError) => ({ statusCode: String(error.status), error: error.error, message: error.message, code: error.code });
