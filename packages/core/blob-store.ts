/** A range of bytes, both ends inclusive, as HTTP writes it. */
export type ByteRange = { start: number; end: number };

/** Raised when a key holds nothing. */
export class BlobNotFound extends Error {
  constructor(key: string) {
    super(`no blob under ${key}`);
    this.name = 'BlobNotFound';
  }
}

/**
 * Keeps opaque bytes under keys of `[A-Za-z0-9/_.-]`. It never sees plain text: callers encrypt.
 * `put` replaces as a whole and resolves only when the bytes survive a power cut.
 */
export type BlobStore = {
  put(key: string, body: AsyncIterable<Uint8Array>): Promise<{ size: number }>;
  get(key: string, range?: ByteRange): Promise<AsyncIterable<Uint8Array>>;
  size(key: string): Promise<number>;
  delete(key: string): Promise<void>;
  /** Every key that starts with the prefix, in no particular order. */
  list(prefix: string): AsyncIterable<string>;
  /** Resolves when the store answers, rejects with the reason when it does not. */
  check(): Promise<void>;
};
