import sql from 'sql-template-tag';
import { CallbackRefused, type Callback, type CallbackReader, type DeliveryEvent } from '@docuvault/core/callbacks.ts';
import { AppError, notFound, unavailable } from '@docuvault/core/errors.ts';
import type { Tx } from '@docuvault/db/types.ts';
import type { Deps } from '../context.ts';
import { resumeAddress, suppressAddress } from './suppress-address.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Keeps what became of a letter. Events come in any order: that it waits says nothing once more is known, and that it arrived nothing once it came back. */
const noteDelivery = (tx: Tx, provider: string, event: DeliveryEvent, now: Date): Promise<unknown> => {
  const letterId = event.letterId !== null && uuid.test(event.letterId) ? event.letterId : null;
  return tx.query(sql`
    update private.outbox o set delivery = ${event.what}, delivery_detail = ${event.detail}, delivery_at = ${now}
    where (o.id = ${letterId}::uuid or (o.provider = ${provider} and o.provider_message_id = ${event.messageId})) and o.channel = ${event.channel}
      and (o.delivery is null or o.delivery = 'delayed' or (o.delivery = 'delivered' and ${event.what} not in ('delayed', 'delivered')))`);
};

const apply = async (tx: Tx, provider: string, event: DeliveryEvent, now: Date): Promise<void> => {
  if (event.what === 'resumed') {
    if (event.address) await resumeAddress(tx, event.channel, event.address, now);
    return;
  }
  await noteDelivery(tx, provider, event, now);
  if (event.address && (event.what === 'gone' || event.what === 'complained' || event.what === 'stopped')) {
    await suppressAddress(tx, { channel: event.channel, address: event.address, reason: event.what, provider, detail: event.detail }, now);
  }
};

/**
 * Takes what a provider tells by itself: of letters it has tried to bring, and of people who want no more. 404 for a
 * provider that is none, 503 `callback.not_configured` where the secret of its signature is not set, 401
 * `callback.bad_signature` for what it has not signed; then nothing was changed. The same event again changes nothing.
 */
export const takeCallback = async (deps: Pick<Deps, 'db' | 'clock' | 'log'>, readers: readonly CallbackReader[], provider: string, callback: Callback): Promise<void> => {
  const reader = readers.find((one) => one.provider === provider);
  if (!reader) throw notFound('provider');
  if (!reader.configured) throw unavailable('callback.not_configured', `The secret that ${provider} signs its callbacks with is not set.`);
  const now = deps.clock.now();
  let events: DeliveryEvent[];
  try {
    events = await reader.read(callback, now);
  } catch (error) {
    if (!(error instanceof CallbackRefused)) throw error;
    deps.log.warn('a callback was refused', { provider, reason: error.message });
    throw new AppError(401, 'callback.bad_signature', 'That is not signed by the provider.');
  }
  if (events.length === 0) return;
  await deps.db.asService('a provider tells of letters', async (tx) => {
    for (const event of events) {
      const [fresh] = await tx.query(sql`
        insert into private.provider_events (provider, event_id, seen_at) values (${provider}, ${event.eventId.slice(0, 300)}, ${now}) on conflict do nothing returning 1`);
      if (fresh) await apply(tx, provider, event, now);
    }
  });
};
