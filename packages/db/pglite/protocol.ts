import type { Session } from '../types.ts';

/** What the main thread asks of the database worker. Each request is answered once, in order. */
export type Request =
  /** Begins a transaction and runs its first statement. */
  | { id: number; op: 'first'; session: Session; text: string; values: unknown[] }
  /** A further statement of the transaction that `first` began; refused where it did not begin. */
  | { id: number; op: 'next'; text: string; values: unknown[] }
  /** A statement outside transactions, as the engine's owner. */
  | { id: number; op: 'query'; text: string; values: unknown[] }
  /** One statement as a read-only transaction of its own. */
  | { id: number; op: 'read'; session: Session; text: string; values: unknown[] }
  | { id: number; op: 'exec'; text: string }
  | { id: number; op: 'commit' }
  | { id: number; op: 'rollback' }
  | { id: number; op: 'listen'; channel: string }
  | { id: number; op: 'unlisten'; channel: string }
  | { id: number; op: 'close' };

export type PlainRequest = Request extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never;

export type RawError = { message: string; code?: string; constraint?: string; table?: string };

export type Reply =
  | { kind: 'ready' }
  | { kind: 'failed'; error: RawError }
  | { kind: 'result'; id: number; rows: unknown[] }
  | { kind: 'error'; id: number; error: RawError }
  | { kind: 'notification'; channel: string; payload: string };

export type WorkerSettings = { dataDirectory: string; sharedBuffersMb: number };
