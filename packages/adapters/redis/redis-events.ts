import { createHash } from 'node:crypto';
import type { RedisLink } from './redis-link.ts';

type Callback = (payload: string) => void;
/** As the database's: calls back with each notification until the returned function is called. */
export type Listen = (channel: string, callback: Callback) => Promise<() => Promise<void>>;

const prefix = 'docuvault:event:';

/* Several processes hear the same notification; the first to come passes it on. A second is long for that and short for a repeat. */
const script = `
if redis.call('SET', KEYS[1], '1', 'PX', 1000, 'NX') then redis.call('PUBLISH', ARGV[1], ARGV[2]) end
return 1`;

/** Passes on what the database tells this process, for those that cannot listen to it themselves. Returns how to stop. */
export const relayEvents = async ({ client }: Pick<RedisLink, 'client'>, listen: Listen, channel: string): Promise<() => Promise<void>> =>
  listen(channel, (payload) => {
    const once = createHash('sha256').update(`${channel}\n${payload}`).digest('base64url');
    client.eval(script, { keys: [`${prefix}once:${once}`], arguments: [prefix + channel, payload] }).catch(() => undefined);
  });

/**
 * Hears events by the database where this process reaches it, and by Redis where another has relayed them; what comes
 * both ways is told once. So events go on while either of the two is away.
 */
export const listenBoth = (link: RedisLink, listen: Listen): Listen & { close(): Promise<void> } => {
  const subscriber = link.client.duplicate();
  subscriber.on('error', () => undefined);
  subscriber.connect().catch(() => undefined);
  const heard = async (channel: string, callback: Callback) => {
    const lately = new Map<string, number>();
    const once = (payload: string) => {
      const now = performance.now();
      for (const [known, at] of lately) {
        if (now - at < 1_000) break;
        lately.delete(known);
      }
      if (lately.has(payload)) return;
      lately.set(payload, now);
      callback(payload);
    };
    const stop = await listen(channel, once);
    const subscribed = subscriber.subscribe(prefix + channel, once).catch(() => undefined);
    return async () => {
      await subscribed;
      await Promise.all([stop(), subscriber.unsubscribe(prefix + channel, once).catch(() => undefined)]);
    };
  };
  return Object.assign(heard, {
    close: async () => {
      await subscriber.close().catch(() => {
        subscriber.destroy();
      });
    },
  });
};
