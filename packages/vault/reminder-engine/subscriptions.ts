import { isIP } from 'node:net';
import sql from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import type { PushSubscriptionInput } from '@docuvault/contract/reminders.ts';
import { malformed } from '@docuvault/core/errors.ts';
import type { Deps, UserContext } from '../context.ts';

const mostOfAPerson = 20;

/** The vault calls this address later, so it must be one of the open internet: https, by name, no port of its own. */
const checkEndpoint = (endpoint: string): void => {
  const url = URL.parse(endpoint);
  const host = url?.hostname ?? '';
  if (url?.protocol !== 'https:' || url.port !== '' || url.username !== '' || isIP(host.replace(/^\[|\]$/g, '')) !== 0 || !host.includes('.') || /\.(local|internal|localhost|home|lan)$/i.test(host)) {
    throw malformed('push.invalid_endpoint', 'That is not an address of a push service.');
  }
};

/** Notes where one of the person's browsers or apps takes pushes; the same again changes nothing. The oldest beyond 20 are forgotten. */
export const subscribe = async ({ actor, deps }: UserContext, input: PushSubscriptionInput): Promise<{ id: string }> => {
  const endpoint = 'endpoint' in input ? input.endpoint : input.token;
  if ('endpoint' in input) checkEndpoint(input.endpoint);
  const keys = 'endpoint' in input ? JSON.stringify(input.keys) : null;
  return deps.db.asUser(actor, async (tx) => {
    const [row] = await tx.query<{ id: string }>(sql`
      insert into public.push_subscriptions (id, user_id, kind, endpoint, keys, created_at)
      values (${uuidv7()}, ${actor.userId}, ${'endpoint' in input ? 'web' : 'fcm'}, ${endpoint}, ${keys}::jsonb, ${deps.clock.now()})
      on conflict (user_id, endpoint) do update set keys = excluded.keys returning id`);
    await tx.query(sql`
      delete from public.push_subscriptions s where s.user_id = ${actor.userId}
        and s.id not in (select k.id from public.push_subscriptions k where k.user_id = ${actor.userId} order by k.created_at desc, k.id desc limit ${mostOfAPerson})`);
    return { id: row!.id };
  });
};

/** Sends no more pushes there. */
export const unsubscribe = ({ actor, deps }: UserContext, id: string): Promise<void> =>
  deps.db.asUser(actor, async (tx) => {
    await tx.query(sql`delete from public.push_subscriptions s where s.id = ${id} and s.user_id = ${actor.userId}`);
  });

/** The language of whom a letter went to; English for a letter that is none. */
export const letterLocale = (deps: Pick<Deps, 'db'>, letterId: string): Promise<string> =>
  deps.db.asService('the language of a mail', async (tx) => {
    const [person] = await tx.query<{ locale: string }>(sql`select u.locale from private.outbox o join public.users u on u.id = o.user_id where o.id = ${letterId}`);
    return person?.locale ?? 'en';
  });

/** The link in a mail: its person gets no more mails of this kind. The letter's id is the proof; whatever it is, the answer is the same. */
export const stopMails = (deps: Pick<Deps, 'db'>, letterId: string): Promise<void> =>
  deps.db.asService('a mail is unsubscribed from', async (tx) => {
    await tx.query(sql`
      insert into public.reminder_preferences as p (user_id, channels) select o.user_id, '{in_app,push}' from private.outbox o where o.id = ${letterId} and o.channel = 'email'
      on conflict (user_id) do update set channels = array_remove(p.channels, 'email'),
        channels_for = (select coalesce(jsonb_object_agg(f.about, f.by - 'email'), '{}') from jsonb_each(p.channels_for) f (about, by))`);
  });
