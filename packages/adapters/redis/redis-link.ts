const commandTimeoutMs = 1_000;

const newClient = async (url: string) => {
  const { createClient } = await import('@redis/client');
  return createClient({
    url,
    disableOfflineQueue: true,
    commandOptions: { timeout: commandTimeoutMs },
    socket: { connectTimeout: 2_000, reconnectStrategy: (attempt) => Math.min(5_000, 100 * 2 ** Math.min(attempt, 6)) },
  });
};
type Client = Awaited<ReturnType<typeof newClient>>;

/** A connection that comes and goes. While it is gone every command fails at once, so that no request waits for it. */
export type RedisLink = {
  readonly client: Client;
  /** Resolves when the server answers, rejects with the reason when it does not. */
  check(): Promise<void>;
  close(): Promise<void>;
};

/** Connects to `redis://…` in the background and again after each loss; `onChange` hears of both. Never rejects because the server is away. */
export const openRedis = async (url: string, onChange: (up: boolean, reason?: string) => void = () => undefined): Promise<RedisLink> => {
  let up = false;
  const change = (next: boolean, reason?: string) => {
    if (up === next) return;
    up = next;
    onChange(next, reason);
  };
  const client = await newClient(url);
  client.on('ready', () => {
    change(true);
  });
  client.on('error', (error: Error) => {
    change(false, error.message);
  });
  client.connect().catch(() => undefined);
  return {
    client,
    check: async () => {
      await client.ping();
    },
    close: async () => {
      await client.close().catch(() => {
        client.destroy();
      });
    },
  };
};
