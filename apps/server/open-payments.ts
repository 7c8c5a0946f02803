import type { PaymentProvider } from '@docuvault/core/payments.ts';
import { createRazorpayPayments } from '@docuvault/payment-razorpay/razorpay-payments.ts';
import { createStripePayments } from '@docuvault/payment-stripe/stripe-payments.ts';
import type { PaymentConfig } from './payment-config.ts';

/** The providers that are configured; none where the household is its own operator. */
export const openPayments = ({ stripe, razorpay }: PaymentConfig): PaymentProvider[] => [
  ...(stripe ? [createStripePayments(stripe)] : []), ...(razorpay ? [createRazorpayPayments(razorpay)] : []),
];
