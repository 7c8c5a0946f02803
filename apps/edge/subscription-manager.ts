import process from 'node:process';
import { subscriptionManagerRoom } from '@docuvault/vault/subscription-manager/subscription-manager.routes.ts';
import { openPayments } from '../server/open-payments.ts';
import { readPaymentConfig } from '../server/payment-config.ts';
import { setting } from './edge-deps.ts';
import { edgeFunction } from './edge-function.ts';

export default edgeFunction((deps) =>
  subscriptionManagerRoom({ ...deps, payments: openPayments(readPaymentConfig(process.env)), publicUrl: setting('PUBLIC_URL') ?? setting('SUPABASE_URL'), siteUrl: setting('FRONTEND_URL') }),
);
