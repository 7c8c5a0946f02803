import { unavailable } from '@docuvault/core/errors.ts';
import type { SupabaseStorageOptions } from './supabase-blob-store.ts';

type Row = { name: string; id: string | null };

const pageSize = 1000;
/** Folders within folders, of one person. */
const mostDepth = 20;

/**
 * Removes all that a person has in the buckets of Supabase Storage: in each, the folder that bears their id. With the
 * service role's key, by `POST /object/list/{bucket}` and `DELETE /object/{bucket}`. Rejects where the server does not answer.
 */
export const createObjectRemover = (options: Pick<SupabaseStorageOptions, 'url' | 'serviceKey' | 'timeoutMs' | 'fetch'>, buckets: readonly string[]) => {
  const base = `${options.url.replace(/\/+$/, '')}/storage/v1`;
  const request = options.fetch ?? globalThis.fetch;
  const headers: Record<string, string> = { apikey: options.serviceKey, 'content-type': 'application/json' };
  if (!options.serviceKey.startsWith('sb_')) headers.authorization = `Bearer ${options.serviceKey}`;

  const ask = async (method: string, path: string, body: unknown): Promise<unknown> => {
    const answer = await request(`${base}${path}`, { method, headers, body: JSON.stringify(body), signal: AbortSignal.timeout(options.timeoutMs ?? 30_000) }).catch(() => null);
    if (!answer?.ok) throw unavailable('storage.unavailable', 'The file store is not answering; try again shortly.');
    return answer.json();
  };
  const list = async (bucket: string, prefix: string, depth: number): Promise<string[]> => {
    const found: string[] = [];
    for (let offset = 0; ; offset += pageSize) {
      const rows = (await ask('POST', `/object/list/${bucket}`, { prefix, limit: pageSize, offset, sortBy: { column: 'name', order: 'asc' } })) as Row[];
      for (const { name, id } of rows) {
        if (id !== null) found.push(`${prefix}/${name}`);
        else if (depth < mostDepth) found.push(...(await list(bucket, `${prefix}/${name}`, depth + 1)));
      }
      if (rows.length < pageSize) return found;
    }
  };
  return async (userId: string): Promise<void> => {
    for (const bucket of buckets) {
      const names = await list(bucket, userId, 0);
      for (let at = 0; at < names.length; at += pageSize) await ask('DELETE', `/object/${bucket}`, { prefixes: names.slice(at, at + pageSize) });
    }
  };
};
