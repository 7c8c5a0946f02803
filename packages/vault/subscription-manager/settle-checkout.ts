import sql from 'sql-template-tag';
import type { ProviderName } from '@docuvault/core/payments.ts';
import type { BillingDeps } from './billing.ts';
import { hashOfAsked, takeTold } from './take-event.ts';

export type OpenCheckout = { id: string; provider: ProviderName; reference: string; created_at: Date };

/**
 * Asks what has become of a checkout, and does what its event would have done: for homes that no webhook reaches, and for events that
 * are lost. `close`: what was not paid is closed. True when it was paid. A provider that does not answer leaves it open.
 */
export const settleCheckout = async (deps: BillingDeps, { id, provider: name, reference }: OpenCheckout, close: boolean): Promise<boolean> => {
  const provider = deps.payments.find((one) => one.name === name);
  if (!provider) return false;
  try {
    const event = await provider.askCheckout(reference);
    await deps.db.asService('a checkout was asked for', (tx) => tx.query(sql`update private.checkouts set asked_at = ${deps.clock.now()} where id = ${id}`));
    if (event) {
      const outcome = await takeTold(deps, provider, event, await hashOfAsked(event));
      if (event.says !== 'expired') return outcome === 'applied' || outcome === 'duplicate';
    }
    if (close && !event) await provider.closeCheckout(reference);
  } catch (error) {
    deps.log.warn('a checkout could not be settled', { provider: name, reason: error instanceof Error ? error.message : 'failed' });
    if (!close) return false;
  }
  if (close) await deps.db.asService('a checkout was left', (tx) => tx.query(sql`update private.checkouts set status = 'expired' where id = ${id} and status in ('opening', 'open')`));
  return false;
};
