import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod/mini';
import type { folder } from '@docuvault/contract/documents.ts';
import type { VaultApi } from '../api/vault-api.ts';
import { useApi } from '../app/session.tsx';
import { keys } from './keys.ts';

export type Folder = z.infer<typeof folder>;
export type FolderNode = Folder & { depth: number; path: string };

const mostPages = 20;

export const foldersQuery = (api: VaultApi) =>
  queryOptions({
    queryKey: keys.folders,
    staleTime: 5 * 60_000,
    queryFn: async ({ signal }) => {
      const all: Folder[] = [];
      let cursor: string | null = null;
      for (let page = 0; page < mostPages; page += 1) {
        const answer: { items: Folder[]; nextCursor: string | null } = await api.get(`documents/folders?limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`, signal);
        all.push(...answer.items);
        cursor = answer.nextCursor;
        if (!cursor) break;
      }
      return all;
    },
  });

/** Folders in the order of their tree, each with its depth and its whole path ("House / Deeds"). */
export const treeOf = (folders: readonly Folder[]): FolderNode[] => {
  const known = new Set(folders.map(({ id }) => id));
  const below = (parent: string | null, depth: number, path: string): FolderNode[] =>
    folders
      .filter(({ parentId }) => (parentId && known.has(parentId) ? parentId : null) === parent)
      .sort((a, b) => a.name.localeCompare(b.name))
      .flatMap((one) => {
        const whole = path ? `${path} / ${one.name}` : one.name;
        return [{ ...one, depth, path: whole }, ...below(one.id, depth + 1, whole)];
      });
  return below(null, 0, '');
};

type Change = { kind: 'create'; name: string; parentId: string | null } | { kind: 'rename'; id: string; name: string } | { kind: 'remove'; id: string };

/** Makes, renames or removes a folder; documents of a removed one stay. */
export const useChangeFolders = () => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (change: Change): Promise<Folder | null> => {
      if (change.kind === 'create') return api.send<Folder>('POST', 'documents/folders', { name: change.name, parentId: change.parentId });
      if (change.kind === 'rename') return api.send<Folder>('PATCH', `documents/folders/${change.id}`, { name: change.name });
      await api.send('DELETE', `documents/folders/${change.id}`);
      return null;
    },
    onSettled: (_made, _error, change) =>
      Promise.all([queries.invalidateQueries({ queryKey: keys.folders }), change.kind === 'remove' ? queries.invalidateQueries({ queryKey: keys.lists }) : null]),
  });
};
