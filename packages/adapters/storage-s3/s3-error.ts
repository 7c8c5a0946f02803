import { AppError, unavailable } from '@docuvault/core/errors.ts';

type Raised = { name?: string; $metadata?: { httpStatusCode?: number } };

const statusOf = (error: unknown): number | undefined => (error as Raised).$metadata?.httpStatusCode;

/** True when the key holds nothing. A bucket that is not there is another matter. */
export const isMissing = (error: unknown): boolean => {
  const { name } = error as Raised;
  return name !== 'NoSuchBucket' && (name === 'NoSuchKey' || name === 'NotFound' || statusOf(error) === 404);
};

/** True when a range begins behind the last byte. */
export const isPastTheEnd = (error: unknown): boolean => (error as Raised).name === 'InvalidRange' || statusOf(error) === 416;

/** Turns what the SDK threw into a 503 that says what to look at, and names neither keys nor addresses. */
export const s3Error = (error: unknown): unknown => {
  if (error instanceof AppError) return error;
  const { name } = error as Raised;
  const status = statusOf(error);
  const made =
    name === 'NoSuchBucket' ? unavailable('storage.no_bucket', 'The bucket that keeps the files is not there.')
    : status === 401 || status === 403 ? unavailable('storage.refused', 'The file store refuses the keys of this server.')
    : status === 507 || name === 'QuotaExceeded' ? unavailable('storage.full', 'The file store is full.')
    : unavailable('storage.unavailable', 'The file store is not answering; try again shortly.');
  return Object.assign(made, { cause: error });
};
