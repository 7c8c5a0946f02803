import { notifyManager, onlineManager, QueryClient } from '@tanstack/react-query';
import { VaultError } from '../api/vault-api.ts';
import type { Connection } from './connection.ts';

const mostTries = 2;

/** Refusals are final; what the network or the server dropped is tried again, unless the vault is known to be away. */
const worthTrying = (connection: Connection) => (failures: number, error: Error): boolean =>
  failures < mostTries && connection.isOnline() && (!(error instanceof VaultError) || error.status === 0 || error.status >= 500);

/** What the app has read, kept fresh by events more than by age; and asked for again when the vault comes back. */
export const createQueryClient = (connection: Connection): QueryClient => {
  onlineManager.setEventListener((tell) => connection.subscribe(() => { tell(connection.isOnline()); }));
  // Before the next picture: told by a timer, as the library does, a ticked box jumps back and then forth under the pointer.
  notifyManager.setScheduler(queueMicrotask);
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, gcTime: 10 * 60_000, retry: worthTrying(connection), networkMode: 'always', refetchOnReconnect: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
};
