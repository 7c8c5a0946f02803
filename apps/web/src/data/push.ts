import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { VaultApi } from '../api/vault-api.ts';
import { VaultError } from '../api/vault-api.ts';
import { useApi } from '../app/session.tsx';
import { trustedScript } from '../app/trusted-worker.ts';
import { keys } from './keys.ts';
import { pushable, subscriptionHere } from './leave-push.ts';

/** Whether this browser is pushed to. `unsupported`: it cannot be; `blocked`: its person has forbidden it in the browser. */
export type PushState = 'unsupported' | 'blocked' | 'off' | 'on';

const room = 'reminder-engine';

/** Whether this browser is pushed to. */
export const pushQuery = () =>
  queryOptions({
    queryKey: [...keys.preferences, 'push'],
    queryFn: async (): Promise<PushState> => {
      if (!pushable()) return 'unsupported';
      if (Notification.permission === 'denied') return 'blocked';
      return (await subscriptionHere()) && Notification.permission === 'granted' ? 'on' : 'off';
    },
  });

const bytesOf = (key: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));

const tellVault = (api: VaultApi, subscription: PushSubscription) => {
  const { endpoint, keys: sealing } = subscription.toJSON();
  return api.send<{ id: string }>('POST', `${room}/push-subscriptions`, { endpoint, keys: { p256dh: sealing?.p256dh, auth: sealing?.auth } });
};

/** Why a push could not be turned on, beside what the vault refuses. */
export class PushRefused extends Error {
  readonly why: 'permission' | 'service' | 'server';
  constructor(why: PushRefused['why']) {
    super(why);
    this.name = 'PushRefused';
    this.why = why;
  }
}

const turnOn = async (api: VaultApi): Promise<void> => {
  // Asked here and nowhere else: by a person who has just pressed the button for it.
  if ((await Notification.requestPermission()) !== 'granted') throw new PushRefused('permission');
  const { publicKey } = await api.get<{ publicKey: string | null }>(`${room}/push-key`);
  if (!publicKey) throw new PushRefused('server');
  await navigator.serviceWorker.register(trustedScript('/sw.js'));
  const registration = await navigator.serviceWorker.ready;
  const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(publicKey) }).catch(() => {
    throw new PushRefused('service');
  });
  await tellVault(api, subscription);
};

const turnOff = async (api: VaultApi): Promise<void> => {
  const subscription = await subscriptionHere();
  if (!subscription) return;
  const { id } = await tellVault(api, subscription);
  await subscription.unsubscribe();
  await api.send('DELETE', `${room}/push-subscriptions/${id}`);
};

const tryOut = async (api: VaultApi): Promise<void> => {
  const subscription = await subscriptionHere();
  if (!subscription) throw new PushRefused('service');
  const { id } = await tellVault(api, subscription);
  try {
    await api.send('POST', `${room}/push-subscriptions/${id}/test`);
  } catch (error) {
    // The push service has forgotten this browser; so does the browser, and it can be turned on anew.
    if (error instanceof VaultError && error.status === 410) await subscription.unsubscribe();
    throw error;
  }
};

/** Turns pushes to this browser on or off, or sends one to see. */
export const usePush = () => {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (what: 'on' | 'off' | 'test') => (what === 'on' ? turnOn(api) : what === 'off' ? turnOff(api) : tryOut(api)),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.preferences }),
  });
};
