import { BlobNotFound } from '@docuvault/core/blob-store.ts';
import { ToolFailure } from '@docuvault/core/document-tools.ts';
import { KeyUnavailable } from '@docuvault/core/encryption/keyring.ts';
import { AppError } from '@docuvault/core/errors.ts';
import { DatabaseError } from '@docuvault/db/errors.ts';
import { Tampered } from '@docuvault/core/encryption/segments.ts';

/** Why a document could not be processed, in the words of the wire, and whether trying again may help. */
export type ProcessingFailure = { code: string; message: string; retryable: boolean };

/** What went wrong, for the document's `failure`. Unknown errors never show their own text. */
export const failureOf = (error: unknown): ProcessingFailure => {
  if (error instanceof ToolFailure) return { code: `processing.${error.code}`, message: error.message, retryable: error.retryable || error.code === 'cancelled' };
  if (error instanceof BlobNotFound) return { code: 'processing.file_missing', message: 'The stored file is not where it should be.', retryable: true };
  if (error instanceof Tampered) return { code: 'processing.file_damaged', message: 'The stored file does not match its seal.', retryable: true };
  if (error instanceof KeyUnavailable) return { code: 'processing.key_unavailable', message: 'The key of this file is not loaded.', retryable: true };
  return { code: 'processing.internal', message: 'Something went wrong on our side. The file is kept; try again later.', retryable: true };
};

/**
 * True when the failure says nothing about the document: the database or the file store is away, full, or lets nobody in.
 * A statement that took too long is none, for the document may be the reason.
 */
export const isOutage = (error: unknown): boolean =>
  (error instanceof AppError && error.status === 503 && (error.code === 'database.unavailable' || error.code.startsWith('storage.')))
  || (error instanceof DatabaseError && error.sqlState.startsWith('53'));

const firstWaitMs = 2_000;
const longestWaitMs = 10 * 60_000;

/** How long to wait after the given number of attempts: doubling from 2 s to 10 min, spread by half either way. `random` is 0..1. */
export const backoffMs = (attempts: number, random: number): number =>
  Math.min(longestWaitMs, firstWaitMs * 2 ** Math.max(0, attempts - 1)) * (0.5 + random);
