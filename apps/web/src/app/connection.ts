import { createContext, useContext, useSyncExternalStore } from 'react';

/** Whether the vault can be reached. A vault on this very machine can be without any network, so only its answers count. */
export type Connection = {
  isOnline(): boolean;
  subscribe(changed: () => void): () => void;
  /** What a request found: an answer of any kind, or none. */
  report(answered: boolean): void;
};

const againAfterMs = 5_000;

/** `reach` resolves true when the vault answers; it is asked again and again while it does not. */
export const createConnection = (reach: () => Promise<boolean>): Connection => {
  let online = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const followers = new Set<() => void>();
  const set = (next: boolean) => {
    if (next === online) return;
    online = next;
    for (const changed of followers) changed();
  };
  const ask = async () => {
    clearTimeout(timer);
    const answered = await reach().catch(() => false);
    set(answered);
    clearTimeout(timer);
    if (!answered) timer = setTimeout(() => void ask(), againAfterMs);
  };
  window.addEventListener('online', () => void ask());
  window.addEventListener('offline', () => void ask());
  if (!navigator.onLine) void ask();
  return {
    isOnline: () => online,
    subscribe: (changed) => {
      followers.add(changed);
      return () => followers.delete(changed);
    },
    report: (answered) => {
      if (answered === online) return;
      set(answered);
      if (!answered) void ask();
    },
  };
};

export const ConnectionContext = createContext<Connection | null>(null);

export const useConnection = (): Connection => {
  const connection = useContext(ConnectionContext);
  if (!connection) throw new Error('useConnection is used outside its provider');
  return connection;
};

/** Whether the vault can be reached right now. */
export const useOnline = (): boolean => {
  const { subscribe, isOnline } = useConnection();
  return useSyncExternalStore(subscribe, isOnline);
};
