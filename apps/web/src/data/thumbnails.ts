import { useEffect, useState } from 'react';
import type { VaultApi } from '../api/vault-api.ts';
import { useApi } from '../app/session.tsx';

const mostKept = 600;
/** Rows that fly past while scrolling are not worth a request. */
const settleMs = 80;
const caches = new WeakMap<VaultApi, Map<string, string>>();

/** Pictures kept as object URLs, the least recently shown given up first; one cache for each client, gone with it. */
const cacheOf = (api: VaultApi): Map<string, string> => {
  const found = caches.get(api) ?? new Map<string, string>();
  caches.set(api, found);
  return found;
};

const keep = (cache: Map<string, string>, key: string, url: string) => {
  cache.set(key, url);
  for (const [oldKey, oldUrl] of cache) {
    if (cache.size <= mostKept) return;
    cache.delete(oldKey);
    URL.revokeObjectURL(oldUrl);
  }
};

/** The address of a document's picture; null until it is there. `stamp` changes when the picture does. */
export const useThumbnail = (id: string, stamp: string, ready: boolean): string | null => {
  const api = useApi();
  const cache = cacheOf(api);
  const key = `${id} ${stamp}`;
  const [, loaded] = useState(0);
  const shown = cache.get(key) ?? null;
  useEffect(() => {
    if (!ready || cache.has(key)) return;
    const leave = new AbortController();
    const timer = setTimeout(() => {
      api
        .call(`documents/${id}/thumbnail`, { signal: leave.signal })
        .then((answer) => answer.blob())
        .then((blob) => {
          keep(cache, key, URL.createObjectURL(blob));
          loaded((count) => count + 1);
        })
        .catch(() => undefined);
    }, settleMs);
    return () => {
      clearTimeout(timer);
      leave.abort();
    };
  }, [api, cache, id, key, ready]);
  return shown;
};
