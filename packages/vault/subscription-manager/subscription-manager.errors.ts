import { PaymentFailure } from '@docuvault/core/payments.ts';
import { conflict, malformed, notFound, refused, unavailable, type AppError } from '@docuvault/core/errors.ts';

export const noProvider = (provider: string) => unavailable('payment.not_configured', `Payments by ${provider} are not set up on this server.`, { provider });
export const providerDown = () => unavailable('payment.unavailable', 'The payment provider does not answer; nothing was charged. Try again shortly.');
export const providerRefused = () => refused('payment.refused', 'The payment provider refused this. Nothing was charged.');
export const noSubscription = () => notFound('subscription');
export const alreadyRunning = (details: { tier: string; provider: string; currentPeriodEnd: string }) =>
  conflict('subscription.running', 'A subscription is running. Change its plan instead of buying a second one.', details);
export const paidAhead = () => conflict('subscription.paid_ahead', 'This plan is paid for longer than another period ahead.');
export const samePlan = () => conflict('subscription.same_plan', 'That is the plan that is running.');
export const noSuchPrice = (currency: string) => refused('subscription.no_price', `This plan is not sold in ${currency} by this provider.`, { currency });
export const noPortal = () => refused('subscription.no_portal', 'This provider has no page for cards and invoices. Everything that can be changed is changed here.');
export const cannotChange = () => refused('subscription.cannot_change', 'This provider cannot change a running plan. Cancel it and choose the other one when the period ends.');
export const cannotResume = () => conflict('subscription.cannot_resume', 'This provider cannot take a cancellation back. The plan can be bought again when the period has ended.');
export const badSignature = () => malformed('webhook.bad_signature', 'That is not signed by the provider, or is too old.');
export const noSignature = () => malformed('webhook.no_signature', 'A webhook carries stripe-signature or x-razorpay-signature.');
export const twoSignatures = () => malformed('webhook.two_signatures', 'A webhook carries the signature of one provider.');

/** What a provider's failure is on our wire; anything else stays what it is. */
export const fromPayment = (error: unknown): AppError | unknown => (error instanceof PaymentFailure ? (error.down ? providerDown() : providerRefused()) : error);
