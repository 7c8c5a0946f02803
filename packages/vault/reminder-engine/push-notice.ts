import sql from 'sql-template-tag';
import { SendFailure, type PushSender, type PushTarget, type Sent } from '@docuvault/core/sending.ts';
import type { Deps } from '../context.ts';

export type Subscription = { id: string; kind: 'web' | 'fcm'; endpoint: string; keys: { p256dh: string; auth: string } | null };

/** Where a subscription takes pushes, as a sender wants it. */
export const targetOf = (subscription: Subscription): PushTarget =>
  subscription.kind === 'web' ? { kind: 'web', endpoint: subscription.endpoint, keys: subscription.keys! } : { kind: 'fcm', token: subscription.endpoint };

/** Pushes to every browser and app of a person. One that took it is enough; those that are gone are forgotten. */
export const pushNotice = async (
  deps: Pick<Deps, 'db'>, senders: readonly PushSender[], letter: { notification_id: string; user_id: string; title: string; body: string }, url: string | null,
): Promise<Sent> => {
  const subscriptions = await deps.db.asService('where pushes go', (tx) =>
    tx.query<Subscription>(sql`select s.id, s.kind, s.endpoint, s.keys from public.push_subscriptions s where s.user_id = ${letter.user_id}`));
  let taken: Sent | null = null;
  let last = new SendFailure('nobody to push to', { permanent: true });
  for (const subscription of subscriptions) {
    const sender = senders.find(({ kind }) => kind === subscription.kind);
    if (!sender) continue;
    try {
      taken = await sender.send(targetOf(subscription), { id: letter.notification_id, title: letter.title, body: letter.body, url });
    } catch (error) {
      last = error instanceof SendFailure ? error : new SendFailure('push: failed');
      if (last.permanent) await deps.db.asService('a browser that is gone', (tx) => tx.query(sql`delete from public.push_subscriptions s where s.id = ${subscription.id}`));
    }
  }
  if (taken) return taken;
  throw last;
};
