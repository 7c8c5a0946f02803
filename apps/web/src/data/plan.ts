import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Checkout, PaymentProviderName, Plan, Subscription } from '@docuvault/contract/subscription.ts';
import { VaultError, type VaultApi } from '../api/vault-api.ts';
import { useApi } from '../app/session.tsx';
import { useToast } from '../app/toasts.tsx';
import { useLanguage } from '../i18n/language.tsx';
import { refusalWords } from '../i18n/refusals.ts';
import { keys } from './keys.ts';

const room = 'subscription-manager';

export const planQuery = (api: VaultApi) => queryOptions({ queryKey: keys.plan, queryFn: ({ signal }) => api.get<Subscription>(room, signal) });
export const plansQuery = (api: VaultApi) => queryOptions({ queryKey: keys.plans, queryFn: async ({ signal }) => (await api.get<{ items: Plan[] }>(`${room}/plans`, signal)).items, staleTime: 10 * 60_000 });

export type Payment = { type: string; provider: PaymentProviderName; amount: number | null; currency: string | null; outcome: string; occurredAt: string };
export const paymentsQuery = (api: VaultApi) =>
  queryOptions({ queryKey: keys.payments, queryFn: async ({ signal }) => (await api.get<{ items: Payment[] }>(`${room}/payments?limit=20`, signal)).items });

const useRefused = () => {
  const toast = useToast();
  const { t, language } = useLanguage();
  return (error: unknown) => { toast({ text: refusalWords(error, t, language), tone: 'bad' }); };
};

/** Does something to the caller's plan and shows what it is then: cancel, resume, refresh, change. */
export const usePlanAction = () => {
  const api = useApi();
  const queries = useQueryClient();
  const onError = useRefused();
  return useMutation({
    mutationFn: ({ action, body }: { action: 'cancel' | 'resume' | 'refresh' | 'change'; body?: unknown }) => api.send<Subscription>('POST', `${room}/${action}`, body),
    onSuccess: (plan) => {
      queries.setQueryData(keys.plan, plan);
      void queries.invalidateQueries({ queryKey: keys.profile });
      void queries.invalidateQueries({ queryKey: keys.payments });
    },
    onError,
  });
};

export type Wanted = { plan: string; interval: 'month' | 'year'; provider: PaymentProviderName; currency: string };

/** Leads the browser to the provider's page: to pay, or to its portal. */
export const useLeave = () => {
  const api = useApi();
  const onError = useRefused();
  return useMutation({
    mutationFn: async (wanted: Wanted | 'portal') => {
      const { url } = wanted === 'portal' ? await api.send<{ url: string }>('POST', `${room}/portal`) : await api.send<Checkout>('POST', `${room}/checkout`, wanted);
      if (!/^https?:\/\//.test(url)) throw new VaultError(0, 'payment.unavailable', 'The address to pay at is none.');
      window.location.assign(url);
    },
    onError,
  });
};
