import type { PaymentProvider, ProviderName } from '@docuvault/core/payments.ts';
import type { UserActor } from '@docuvault/core/actor.ts';
import type { Deps } from '../context.ts';
import { fromPayment, noProvider } from './subscription-manager.errors.ts';

export type BillingDeps = Deps & {
  /** The providers that are configured. */
  payments: readonly PaymentProvider[];
  /** Where clients reach the vault; null: where the request came to. */
  publicUrl: string | null;
  /** The site that people are led back to; null: `publicUrl`. */
  siteUrl: string | null;
};

export type BillingContext = { actor: UserActor; deps: BillingDeps };

/** The provider of that name; 503 `payment.not_configured` where it is not set up. */
export const providerOf = (deps: Pick<BillingDeps, 'payments'>, name: ProviderName): PaymentProvider => {
  const found = deps.payments.find((one) => one.name === name);
  if (!found) throw noProvider(name);
  return found;
};

/** Asks a provider; its failures become refusals of our wire, and are logged. */
export const asking = async <T>(deps: Pick<Deps, 'log'>, work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    deps.log.warn('a payment provider did not do it', { reason: error instanceof Error ? error.message : 'failed' });
    throw fromPayment(error);
  }
};
