/**
 * Keeps values for a while, to spare their making. It may forget at any time: a cache that is down misses, and never
 * fails a request. Values are JSON. Keys and values must not hold a document's text or secrets.
 */
export type Cache = {
  /** The kept value, or what `make` answers, kept for `seconds`. */
  through<T>(key: string, seconds: number, make: () => Promise<T>): Promise<T>;
  forget(key: string): Promise<void>;
};
