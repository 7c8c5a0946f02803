import type { Logger } from '@docuvault/core/logger.ts';
import type { Database } from '@docuvault/db/types.ts';
import { listenBoth, relayEvents } from '@docuvault/redis/redis-events.ts';
import { openRedis as connect, type RedisLink } from '@docuvault/redis/redis-link.ts';

/** Events that browsers wait for; workers hear of jobs from the database alone, and poll besides. */
const relayed = ['document_events'];

export type OpenedRedis = { link: RedisLink; db: Database; close(): Promise<void> };

/** Connects to Redis, passes the database's events on to it, and answers a database whose events come both ways. */
export const openRedis = async (url: string, db: Database, log: Logger): Promise<OpenedRedis> => {
  const link = await connect(url, (up, reason) => {
    if (up) log.info('Redis answers');
    else log.warn('Redis is away: limits and caches are this process\'s own', { reason });
  });
  const stops = await Promise.all(relayed.map((channel) => relayEvents(link, db.listen, channel)));
  const both = listenBoth(link, db.listen);
  return {
    link,
    db: { ...db, listen: (channel, callback) => (relayed.includes(channel) ? both(channel, callback) : db.listen(channel, callback)) },
    close: async () => {
      await Promise.all(stops.map((stop) => stop()));
      await both.close();
      await link.close();
    },
  };
};
