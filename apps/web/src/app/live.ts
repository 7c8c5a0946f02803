import { skipToken, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Document, DocumentSummary } from '@docuvault/contract/document.ts';
import { serverEvents } from '../api/server-events.ts';
import type { VaultApi } from '../api/vault-api.ts';
import type { DocumentsPage } from '../data/documents.ts';
import { keys } from '../data/keys.ts';
import { useConnection, type Connection } from './connection.ts';
import { useApi, useSession } from './session.tsx';

/** A change of one of the caller's documents, as `document-processor/events` sends it. */
export type DocumentEvent = { documentId: string; status: DocumentSummary['status']; stage?: string; progress?: number; deleted?: boolean };
/** A change of what others share with the caller; `documentId` is null where it is more than one document. */
export type SharesEvent = { documentId: string | null; change: 'given' | 'changed' | 'ended' };
export type Progress = { stage: string; progress: number };

const againAfterMs = [1_000, 3_000, 10_000, 30_000];
const gatherMs = 400;

/** What another inbox may be a sign of: a reminder spoke, somebody asks for help or shares. */
const told = [keys.inbox, keys.reminders, keys.emergency, keys.family];

const progressKey = (id: string) => ['progress', id] as const;

/** How far a document is, as the last event told; undefined where none has come. */
export const useProgress = (id: string): Progress | undefined => useQuery<Progress>({ queryKey: progressKey(id), queryFn: skipToken }).data;

const showInLists = (queries: QueryClient, event: DocumentEvent) => {
  const patched = (item: DocumentSummary) => (item.id === event.documentId ? { ...item, status: event.status } : item);
  for (const [key, data] of queries.getQueriesData<{ pages: DocumentsPage[]; pageParams: unknown[] } | DocumentSummary[]>({ queryKey: keys.lists })) {
    if (Array.isArray(data)) queries.setQueryData(key, data.map(patched));
    else if (data?.pages) queries.setQueryData(key, { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(patched) })) });
  }
};

/** Shows an event at once, and asks for what it changed when it is an end. */
const createReceiver = (queries: QueryClient) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (event: DocumentEvent) => {
    queries.setQueryData(progressKey(event.documentId), { stage: event.stage ?? event.status, progress: event.progress ?? 0 } satisfies Progress);
    showInLists(queries, event);
    queries.setQueryData<Document>(keys.document(event.documentId), (before) => (before ? { ...before, status: event.status } : before));
    if (event.status === 'processing' && !event.deleted) return;
    void queries.invalidateQueries({ queryKey: keys.document(event.documentId) });
    clearTimeout(timer);
    timer = setTimeout(() => {
      void queries.invalidateQueries({ queryKey: keys.lists });
      void queries.invalidateQueries({ queryKey: keys.counts });
      void queries.invalidateQueries({ queryKey: keys.reminders });
    }, gatherMs);
  };
};

/** What others share is another than before: lists, folders and families are asked for again, and a document that was open is read anew, or is gone. */
const receiveShares = (queries: QueryClient, { documentId }: SharesEvent) => {
  void queries.resetQueries({ queryKey: documentId ? keys.document(documentId) : keys.anyDocument });
  for (const queryKey of [keys.lists, keys.counts, keys.search, keys.folders, keys.tags, keys.family]) void queries.invalidateQueries({ queryKey });
};

/** Listens until told to leave; comes back after a broken connection and then asks for everything it may have missed. */
const listen = async (api: VaultApi, queries: QueryClient, connection: Connection, leave: AbortSignal): Promise<void> => {
  const receive = createReceiver(queries);
  for (let failures = 0; !leave.aborted; failures += 1) {
    try {
      const answer = await api.call('document-processor/events?inbox=true', { signal: leave, headers: { accept: 'text/event-stream' } });
      if (failures > 0) for (const queryKey of [keys.documents, ...told]) void queries.invalidateQueries({ queryKey });
      failures = 0;
      if (answer.body) {
        for await (const { event, data } of serverEvents(answer.body)) {
          if (event === 'inbox') for (const queryKey of told) void queries.invalidateQueries({ queryKey });
          if (event === 'shares') receiveShares(queries, JSON.parse(data) as SharesEvent);
          if (event === 'document') receive(JSON.parse(data) as DocumentEvent);
        }
      }
    } catch {
      // Broken off or refused: wait and try again below.
    }
    await new Promise<void>((resolve) => {
      const stop = connection.subscribe(() => { goOn(); });
      const timer = setTimeout(() => { goOn(); }, againAfterMs[Math.min(failures, againAfterMs.length - 1)]);
      const goOn = () => {
        stop();
        clearTimeout(timer);
        resolve();
      };
    });
  }
};

/** Keeps what is cached in step with the vault for as long as somebody is signed in. */
export const useLiveDocuments = (): void => {
  const api = useApi();
  const queries = useQueryClient();
  const connection = useConnection();
  const person = useSession().session?.user.id;
  useEffect(() => {
    if (!person) return;
    const leave = new AbortController();
    void listen(api, queries, connection, leave.signal);
    return () => {
      leave.abort();
    };
  }, [api, queries, connection, person]);
};
