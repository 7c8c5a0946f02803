import { unavailable } from '@docuvault/core/errors.ts';

/** An error that PostgreSQL raised, with the fields that callers decide by. */
export class DatabaseError extends Error {
  /** The five-character SQLSTATE. */
  readonly sqlState: string;
  readonly constraint: string | null;
  readonly table: string | null;
  constructor(message: string, sqlState: string, constraint: string | null, table: string | null) {
    super(message);
    this.name = 'DatabaseError';
    this.sqlState = sqlState;
    this.constraint = constraint;
    this.table = table;
  }
}

type RawError = { message?: string; code?: string; constraint?: string; table?: string };

/** Turns what a driver threw into a `DatabaseError` where it carries a SQLSTATE, else returns it as it is. */
export const fromDriver = (error: unknown): unknown => {
  const raw = error as RawError;
  if (typeof raw.code === 'string' && /^[0-9A-Z]{5}$/.test(raw.code)) {
    return new DatabaseError(raw.message ?? 'database error', raw.code, raw.constraint ?? null, raw.table ?? null);
  }
  return error;
};

/** True for a unique violation, of the named constraint when one is given. */
export const isUniqueViolation = (error: unknown, constraint?: string): boolean =>
  error instanceof DatabaseError && error.sqlState === '23505' && (constraint === undefined || error.constraint === constraint);

/** True when a row level security policy refused a write. */
export const isPolicyViolation = (error: unknown): boolean => error instanceof DatabaseError && error.sqlState === '42501';

/** The statement was cut off, or the engine had to be restarted under it; the caller may try again. */
export const databaseTimeout = () => unavailable('database.timeout', 'The database took too long; try again.');
/** The engine is down or restarting. */
export const databaseUnavailable = () => unavailable('database.unavailable', 'The database is not answering; try again shortly.');
