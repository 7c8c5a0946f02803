import sql from 'sql-template-tag';
import type { ChannelName } from '@docuvault/contract/reminders.ts';
import type { Mailer } from '@docuvault/core/mailer.ts';
import { SendFailure, type PushSender, type Sent, type TextSender } from '@docuvault/core/sending.ts';
import type { Deps } from '../context.ts';
import { noticeMail } from './notice-mail.ts';
import { pushNotice } from './push-notice.ts';
import { spreadNotices } from './spread-notices.ts';
import { suppressAddress } from './suppress-address.ts';

/** The providers by which notices may leave the vault; null where none is configured. */
export type Channels = { mail: Mailer | null; text: TextSender | null; push: readonly PushSender[] };

/** Where links in messages lead: the vault's pages, and its functions (for unsubscribing). Null: messages carry no links to pages. */
export type Addresses = { site: string | null; functions: string };

type OutboxDeps = Pick<Deps, 'db' | 'log'>;

const batch = 20;
const leaseMs = 2 * 60_000;
const firstWaitMs = 30_000;
const longestWaitMs = 6 * 3600_000;
const mostAttempts = 10;
const background = { priority: 'background', timeoutMs: 60_000 } as const;

/** The channels that have a provider. */
export const outwardOf = (channels: Channels): ChannelName[] => [
  ...(channels.mail ? ['email' as const] : []), ...(channels.text ? ['sms' as const] : []), ...(channels.push.length > 0 ? ['push' as const] : []),
];

export type Letter = {
  id: string; notification_id: string; user_id: string; channel: 'email' | 'sms' | 'push'; attempts: number; kind: string; title: string; body: string; data: { documentId?: unknown; vaultId?: unknown };
  email: string | null; phone: string | null; locale: string; wanted: boolean; closed: string | null;
};

/** Takes letters that are due, and those whose sender died at it, under a lease. A letter's id stays the same in every attempt. */
const claim = (deps: OutboxDeps, now: Date, outward: readonly string[]): Promise<Letter[]> =>
  deps.db.asService('letters to send', (tx) => tx.query<Letter>(sql`
    with taken as (
      select o.id from private.outbox o
      where o.next_at <= ${now} and o.status in ('queued', 'sending') and (o.status = 'queued' or o.lease_until < ${now}) and o.channel = any(${outward}::text[])
      order by o.next_at limit ${batch} for update skip locked),
    leased as (
      update private.outbox o set status = 'sending', attempts = o.attempts + 1, lease_until = ${new Date(now.getTime() + leaseMs)} from taken where o.id = taken.id
      returning o.id, o.notification_id, o.user_id, o.channel, o.attempts)
    select l.*, n.kind, n.title, n.body, n.data, u.email, u.locale, p.phone, 
      (n.kind like 'emergency.%' or p.channels is null or coalesce(p.channels_for -> split_part(n.kind, '.', 1), to_jsonb(p.channels)) @> to_jsonb(l.channel)) as wanted,
      (select s.reason from private.suppressed_addresses s where s.channel = l.channel and s.address = case l.channel when 'email' then lower(u.email) else p.phone end) as closed
    from leased l join public.notifications n on n.id = l.notification_id join public.users u on u.id = l.user_id left join public.reminder_preferences p on p.user_id = l.user_id`), background);

/** The page of the app that a letter is about. */
const pathOf = ({ kind, data }: Letter): string => {
  if (typeof data.documentId === 'string') return `/documents/${data.documentId}`;
  if (kind.startsWith('emergency.')) return `/emergency${typeof data.vaultId === 'string' ? `?vault=${data.vaultId}` : ''}`;
  if (kind.startsWith('reminder.')) return '/reminders';
  if (kind.startsWith('billing.')) return '/settings?section=plan';
  return '/inbox';
};

const deliver = (deps: OutboxDeps, channels: Channels, addresses: Addresses, letter: Letter): Promise<Sent> => {
  const url = addresses.site === null ? null : `${addresses.site}${pathOf(letter)}`;
  if (letter.channel === 'email' && letter.email) {
    return channels.mail!.send(noticeMail(letter.email, letter.id, { title: letter.title, body: letter.body, locale: letter.locale, url, unsubscribeUrl: `${addresses.functions}/reminder-engine/unsubscribe/${letter.id}` }));
  }
  if (letter.channel === 'sms' && letter.phone) return channels.text!.send({ id: letter.id, to: letter.phone, text: `${letter.title}. ${letter.body}`.slice(0, 600) });
  if (letter.channel === 'push') return pushNotice(deps, channels.push, letter, url);
  return Promise.reject(new SendFailure('nowhere to send it', { permanent: true }));
};

const settle = (deps: OutboxDeps, id: string, to: { status: 'sent' | 'failed' | 'queued' | 'dropped'; sent?: Sent; error?: string; nextAt?: Date; untried?: boolean }, now: Date): Promise<unknown> =>
  deps.db.asService('a letter is settled', (tx) => tx.query(sql`
    update private.outbox o set status = ${to.status}, lease_until = null, attempts = o.attempts - ${to.untried ? 1 : 0}, provider = coalesce(${to.sent?.provider ?? null}, o.provider), provider_message_id = ${to.sent?.messageId ?? null},
      last_error = ${to.error ?? null}, next_at = coalesce(${to.nextAt ?? null}::timestamptz, o.next_at), sent_at = ${to.status === 'sent' ? now : null}
    where o.id = ${id} and o.status = 'sending'`), background);

/** A provider refused the address itself: nothing more goes there, and its person is told. */
const closeAddress = async (deps: OutboxDeps, letter: Letter, { address: reason, message }: SendFailure, now: Date): Promise<void> => {
  const address = letter.channel === 'email' ? letter.email : letter.phone;
  if (reason === null || address === null || letter.channel === 'push') return;
  const { channel } = letter;
  await deps.db.asService('an address takes nothing', (tx) => suppressAddress(tx, { channel, address, reason, provider: message.split(':')[0]!, detail: message }, now), background);
};

/**
 * Sends what is due, letter by letter. What a provider refuses for good, or ten times, is the dead letter with its
 * reason; anything else is tried again after 30 s, then twice as long each time, or when the provider says. A letter whose
 * sender died between the provider's yes and our record is sent again under the same id, which providers and mail programs
 * take for the same message.
 */
export const sendOutbox = async (deps: OutboxDeps, channels: Channels, addresses: Addresses, now: Date): Promise<{ sent: number; failed: number }> => {
  const outward = outwardOf(channels);
  await spreadNotices(deps, now, outward);
  const total = { sent: 0, failed: 0 };
  if (outward.length === 0) return total;
  for (let letters = await claim(deps, now, outward); letters.length > 0; letters = await claim(deps, now, outward)) {
    for (const letter of letters) {
      if (!letter.wanted || letter.closed !== null) {
        await settle(deps, letter.id, { status: 'dropped', ...(letter.closed === null ? {} : { error: `the address is ${letter.closed}` }) }, now);
        continue;
      }
      try {
        await settle(deps, letter.id, { status: 'sent', sent: await deliver(deps, channels, addresses, letter) }, now);
        total.sent += 1;
      } catch (error) {
        const failure = error instanceof SendFailure ? error : new SendFailure(error instanceof Error ? error.name : 'failed');
        if (!failure.tried) {
          await settle(deps, letter.id, { status: 'queued', untried: true, nextAt: new Date(now.getTime() + Math.max(1_000, failure.retryAfterMs ?? firstWaitMs)) }, now);
          continue;
        }
        const over = failure.permanent || letter.attempts >= mostAttempts;
        const waitMs = failure.retryAfterMs ?? Math.min(longestWaitMs, firstWaitMs * 2 ** (letter.attempts - 1));
        await settle(deps, letter.id, { status: over ? 'failed' : 'queued', error: failure.message.slice(0, 500), ...(over ? {} : { nextAt: new Date(now.getTime() + Math.max(1_000, waitMs)) }) }, now);
        if (failure.address !== null) await closeAddress(deps, letter, failure, now);
        total.failed += 1;
        deps.log.warn('a letter did not go', { channel: letter.channel, reason: failure.message, attempts: letter.attempts });
      }
    }
  }
  return total;
};
