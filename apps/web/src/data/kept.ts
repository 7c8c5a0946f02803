import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Document } from '@docuvault/contract/document.ts';
import { VaultError, type VaultApi } from '../api/vault-api.ts';
import { useOnline } from '../app/connection.ts';
import { useDevice } from '../app/device.tsx';
import { useApi } from '../app/session.tsx';
import type { DeviceStore } from './device/device-store.ts';
import { documentQuery, textQuery } from './documents.ts';
import { keys } from './keys.ts';

type Device = Promise<DeviceStore> | null;
type Page = { page: number; text: string };
/** A document that is kept on the device, as it was when it was last fetched. */
export type KeptDocument = { document: Document; pages: Page[]; keptAt: string };

const kind = 'document';

/** What is kept on this device, newest first. */
export const keptQuery = (device: Device) =>
  queryOptions({
    queryKey: keys.kept,
    enabled: device !== null,
    staleTime: Infinity,
    queryFn: async () => {
      const all = await (await device!).list<KeptDocument>(kind);
      return all.map(({ about }) => about).sort((a, b) => b.keptAt.localeCompare(a.keptAt));
    },
  });

/** Fetches a document whole and seals it on the device; bytes that are there already are not fetched again. */
const keep = async (api: VaultApi, store: DeviceStore, id: string): Promise<void> => {
  const [before, document] = await Promise.all([store.about<KeptDocument>(kind, id), api.get<Document>(`documents/${id}`)]);
  const { pages } = await api.get<{ pages: Page[] }>(`documents/${id}/text`);
  const about: KeptDocument = { document, pages, keptAt: before?.keptAt ?? new Date().toISOString() };
  if (before?.document.version === document.version) await store.describe(kind, id, about);
  else await store.put(kind, id, about, await (await api.call(`documents/${id}/file?version=${document.version}`)).blob());
};

/** The original's bytes from the device, when it has this very version. */
export const keptBytes = async (device: Device, id: string, version: number): Promise<ArrayBuffer | null> => {
  const store = await device?.catch(() => null);
  if (!store) return null;
  const about = await store.about<KeptDocument>(kind, id);
  return about?.document.version === version ? store.bytes(kind, id) : null;
};

export const useKept = (id: string): KeptDocument | undefined => useQuery(keptQuery(useDevice())).data?.find(({ document }) => document.id === id);

/** Keeps a document on the device, or no longer. */
export const useKeepOffline = () => {
  const api = useApi();
  const device = useDevice();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, wanted }: { id: string; wanted: boolean }) => {
      const store = await device!;
      if (!wanted) {
        await store.remove(kind, id);
        return;
      }
      await keep(api, store, id);
      // Asked for after the person said that they want it: browsers grant it to apps that are used.
      await navigator.storage.persist().catch(() => false);
      const worker = 'serviceWorker' in navigator ? await navigator.serviceWorker.getRegistration() : undefined;
      worker?.active?.postMessage('keep-viewer');
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.kept }),
  });
};

/** Brings one kept document up to date, and drops it when the vault no longer has it. */
const refresh = async (api: VaultApi, store: DeviceStore, { document }: KeptDocument): Promise<void> => {
  try {
    const now = await api.get<Document>(`documents/${document.id}`);
    if (now.deletedAt) await store.remove(kind, document.id);
    else if (now.updatedAt !== document.updatedAt) await keep(api, store, document.id);
  } catch (error) {
    if (error instanceof VaultError && error.status === 404) await store.remove(kind, document.id);
    else throw error;
  }
};

/** Keeps what is on the device in step with the vault, once each time the app opens or comes back. */
export const useFreshKept = (): void => {
  const api = useApi();
  const device = useDevice();
  const online = useOnline();
  const queries = useQueryClient();
  useEffect(() => {
    if (!device || !online) return;
    let left = false;
    void (async () => {
      const store = await device;
      for (const { about } of await store.list<KeptDocument>(kind)) {
        if (left) return;
        await refresh(api, store, about);
      }
      await queries.invalidateQueries({ queryKey: keys.kept });
    })().catch(() => undefined);
    return () => { left = true; };
  }, [api, device, online, queries]);
};

/** Without the vault, lets a document's screen read the kept copy. True while it looks for one. */
export const useKeptInstead = (id: string, isMissing: boolean): boolean => {
  const api = useApi();
  const device = useDevice();
  const queries = useQueryClient();
  const online = useOnline();
  const { data, isPending } = useQuery(keptQuery(device));
  const found = data?.find(({ document }) => document.id === id);
  const wanted = isMissing && !online;
  useEffect(() => {
    if (!wanted || !found) return;
    void queries.cancelQueries({ queryKey: keys.document(id) });
    queries.setQueryData(documentQuery(api, id).queryKey, found.document, { updatedAt: 1 });
    queries.setQueryData(textQuery(api, id).queryKey, found.pages, { updatedAt: 1 });
  }, [api, id, wanted, found, queries]);
  return wanted && device !== null && (isPending || found !== undefined);
};
