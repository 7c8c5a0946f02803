import pg from 'pg';

type Callback = (payload: string) => void;

export type PostgresListener = {
  /** Calls back with each notification's payload, across reconnects, until the returned function is called. */
  listen(channel: string, callback: Callback): Promise<() => Promise<void>>;
  close(): Promise<void>;
};

const pingMs = 30_000;
const firstWaitMs = 250;
const longestWaitMs = 10_000;

/**
 * LISTEN on a connection of its own, which must lead to the server itself: a pooler in transaction mode forgets it. A
 * connection that breaks, or that answers no ping, is opened anew and listens to all that it did. What was notified in
 * between is lost, so whoever must not miss anything polls as well.
 */
export const createPostgresListener = (connectionString: string): PostgresListener => {
  const callbacks = new Map<string, Set<Callback>>();
  let client: pg.Client | null = null;
  let opening: Promise<void> | null = null;
  let waitMs = firstWaitMs;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;
  let ping: NodeJS.Timeout | undefined;

  const lose = (lost: pg.Client): void => {
    if (client !== lost) return;
    client = null;
    clearInterval(ping);
    lost.end().catch(() => undefined);
    later();
  };

  const open = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString, keepAlive: true, connectionTimeoutMillis: 10_000, query_timeout: 10_000, application_name: 'docuvault listener' });
    fresh.on('error', () => {
      lose(fresh);
    });
    fresh.on('end', () => {
      lose(fresh);
    });
    fresh.on('notification', ({ channel, payload }) => {
      for (const callback of callbacks.get(channel) ?? []) callback(payload ?? '');
    });
    try {
      await fresh.connect();
      for (const channel of callbacks.keys()) await fresh.query(`listen ${channel}`);
    } catch (error) {
      fresh.end().catch(() => undefined);
      throw error;
    }
    if (closed) {
      await fresh.end();
      return;
    }
    client = fresh;
    waitMs = firstWaitMs;
    ping = setInterval(() => {
      fresh.query('select 1').catch(() => {
        lose(fresh);
      });
    }, pingMs);
    ping.unref();
  };

  /** One attempt at a time; a failed one is followed by another, later. */
  const connect = (): Promise<void> => {
    opening ??= open()
      .catch(() => {
        later();
      })
      .finally(() => {
        opening = null;
      });
    return opening;
  };

  function later(): void {
    if (closed) return;
    clearTimeout(retry);
    retry = setTimeout(() => {
      if (!client && !closed) void connect();
    }, waitMs);
    retry.unref();
    waitMs = Math.min(longestWaitMs, waitMs * 2);
  }

  return {
    listen: async (channel, callback) => {
      if (!/^[a-z_]+$/.test(channel)) throw new Error(`not a channel name: ${channel}`);
      const known = callbacks.get(channel);
      if (known) known.add(callback);
      else callbacks.set(channel, new Set([callback]));
      if (!client) await connect();
      // A connection that was being opened may have begun before this channel was known; LISTEN twice is once.
      await client?.query(`listen ${channel}`).catch(() => undefined);
      return async () => {
        const left = callbacks.get(channel);
        left?.delete(callback);
        if (left?.size !== 0) return;
        callbacks.delete(channel);
        await client?.query(`unlisten ${channel}`).catch(() => undefined);
      };
    },
    close: async () => {
      closed = true;
      clearTimeout(retry);
      clearInterval(ping);
      await opening;
      const last = client;
      client = null;
      await last?.end().catch(() => undefined);
    },
  };
};
