import sql from 'sql-template-tag';
import { EventRefused, type PaymentEvent, type PaymentProvider, type ProviderSubscription, type SignedEvent } from '@docuvault/core/payments.ts';
import { applyEvent, type Outcome } from './apply-event.ts';
import type { BillingDeps } from './billing.ts';
import { badSignature, noProvider } from './subscription-manager.errors.ts';

const hashOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');

/** The subscription as it is now, where the provider says; an answer that does not come leaves the event to speak for itself. */
const askNow = async (deps: Pick<BillingDeps, 'log'>, provider: PaymentProvider, { subscription, state }: PaymentEvent): Promise<ProviderSubscription | null> => {
  if (subscription === null || state?.status === 'canceled') return null;
  try {
    const current = await provider.ask(subscription);
    return current?.reference === subscription ? current : null;
  } catch (error) {
    deps.log.warn('a subscription could not be asked for', { provider: provider.name, reason: error instanceof Error ? error.message : 'failed' });
    return null;
  }
};

/** Takes something that a provider has told, by itself or when asked: once, with all that follows, in one transaction. */
export const takeTold = async (deps: Pick<BillingDeps, 'db' | 'clock' | 'log'>, provider: PaymentProvider, event: PaymentEvent, bodySha256: string): Promise<Outcome> => {
  const askedAt = deps.clock.now();
  const current = await askNow(deps, provider, event);
  const outcome = await deps.db.asService('a payment provider tells of a subscription', (tx) => applyEvent(tx, { provider: provider.name, event, bodySha256, current, askedAt: current ? askedAt : null }, deps.clock.now()));
  if (outcome === 'mismatch') deps.log.error('a payment is not what was agreed, and changed nothing', { provider: provider.name, event: event.id, type: event.type });
  if (outcome === 'unknown') deps.log.warn('a payment event is of nobody here', { provider: provider.name, event: event.id, type: event.type });
  return outcome;
};

/** The hash that an event has which no provider sent, but we asked for. */
export const hashOfAsked = (event: PaymentEvent): Promise<string> => hashOf(new TextEncoder().encode(event.id));

/**
 * Takes a webhook. 400 `webhook.bad_signature` for what the provider has not signed or what is too old, 503 where the secret of
 * its signature is not set; then nothing was changed. The same event again changes nothing.
 */
export const takeEvent = async (deps: BillingDeps, provider: PaymentProvider, signed: SignedEvent): Promise<Outcome> => {
  if (!provider.takesEvents) throw noProvider(provider.name);
  let event: PaymentEvent;
  try {
    event = await provider.readEvent(signed, deps.clock.now());
  } catch (error) {
    if (!(error instanceof EventRefused)) throw error;
    deps.log.warn('a webhook was refused', { provider: provider.name, reason: error.message });
    throw badSignature();
  }
  const bodySha256 = await hashOf(signed.body);
  const [seen] = await deps.db.asService('whether a payment event was here before', (tx) =>
    tx.query(sql`select 1 from public.payment_events e where e.provider = ${provider.name} and (e.event_id = ${event.id} or e.body_sha256 = ${bodySha256})`));
  return seen ? 'duplicate' : takeTold(deps, provider, event, bodySha256);
};
