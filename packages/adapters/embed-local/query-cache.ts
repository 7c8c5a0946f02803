/** Keeps the vectors of the last searches, the least recently used going first. */
export type QueryCache = {
  get(query: string): Promise<Float32Array> | undefined;
  /** Keeps a vector under way, so that the same search twice at once is encoded once; a failure is not kept. */
  set(query: string, vector: Promise<Float32Array>): void;
};

/** `size` entries of 2 KiB each. Searches that differ only in case or white space are the same. */
export function createQueryCache(size: number): QueryCache {
  const entries = new Map<string, Promise<Float32Array>>();
  return {
    get(query) {
      const key = normal(query);
      const found = entries.get(key);
      if (found) {
        entries.delete(key);
        entries.set(key, found);
      }
      return found;
    },
    set(query, vector) {
      const key = normal(query);
      entries.set(key, vector);
      vector.catch(() => {
        if (entries.get(key) === vector) entries.delete(key);
      });
      if (entries.size > size) entries.delete(entries.keys().next().value!);
    },
  };
}

function normal(query: string): string {
  return query.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}
