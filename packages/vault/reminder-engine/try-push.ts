import sql from 'sql-template-tag';
import { AppError, notFound, unavailable } from '@docuvault/core/errors.ts';
import { SendFailure } from '@docuvault/core/sending.ts';
import type { UserContext } from '../context.ts';
import { targetOf, type Subscription } from './push-notice.ts';
import type { Channels } from './send-outbox.ts';
import { tryPushWords } from './words.ts';

/**
 * Pushes a few words to one of the person's browsers, so that they see whether it comes. 404 for a browser that is not
 * theirs, 503 where the push service does not take it; 410 where it says that the browser is gone, which is then forgotten.
 */
export const tryPush = async ({ actor, deps }: UserContext, channels: Channels, id: string, url: string): Promise<void> => {
  const [found] = await deps.db.asUser(actor, (tx) => tx.query<Subscription & { locale: string }>(sql`
    select s.id, s.kind, s.endpoint, s.keys, u.locale from public.push_subscriptions s join public.users u on u.id = s.user_id where s.id = ${id} and s.user_id = (select auth.uid())`));
  if (!found) throw notFound('push_subscription');
  const sender = channels.push.find(({ kind }) => kind === found.kind);
  if (!sender) throw unavailable('push.not_configured', 'This server cannot push to that kind of device.');
  try {
    await sender.send(targetOf(found), { id: crypto.randomUUID(), ...tryPushWords(found.locale), url });
  } catch (error) {
    if (!(error instanceof SendFailure) || !error.permanent) throw unavailable('push.not_taken', 'The push service did not take the message. Try again later.');
    await deps.db.asUser(actor, (tx) => tx.query(sql`delete from public.push_subscriptions s where s.id = ${id} and s.user_id = (select auth.uid())`));
    throw new AppError(410, 'push.gone', 'The push service no longer knows this browser. Turn it on again.');
  }
};
