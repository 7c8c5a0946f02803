import sql from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import type { Tx } from '@docuvault/db/types.ts';
import { resumedNotice, unreachableNotice } from './channel-words.ts';
import { tell } from './tell.ts';

export type SuppressedChannel = 'email' | 'sms';
export type SuppressionReason = 'gone' | 'complained' | 'stopped';

/** An address as it is kept: `Asha <Asha@Example.com>` and `asha@example.com` are one. */
export const plainAddress = (address: string): string => (/<([^<>]+)>\s*$/.exec(address)?.[1] ?? address).trim().toLowerCase();

type Person = { id: string; locale: string };

const peopleAt = (tx: Tx, channel: SuppressedChannel, address: string): Promise<Person[]> =>
  channel === 'email'
    ? tx.query<Person>(sql`select u.id, u.locale from public.users u where lower(u.email) = ${address}`)
    : tx.query<Person>(sql`select u.id, u.locale from public.users u join public.reminder_preferences p on p.user_id = u.id where p.phone = ${address}`);

const tellPeople = async (tx: Tx, kind: string, channel: SuppressedChannel, address: string, words: (locale: string) => { title: string; body: string }, now: Date, channels?: readonly string[]): Promise<void> => {
  const people = await peopleAt(tx, channel, address);
  await tell(tx, people.map(({ id, locale }) => ({ id: uuidv7(), userId: id, kind, ...words(locale), data: { channel, ...(channels ? { channels } : {}) }, dedupeKey: `${kind}:${channel}:${now.toISOString()}` })), now);
};

/**
 * Sends nothing more to an address, and tells whoever has it in their inbox, once. What is known already is not told
 * again; that somebody wants nothing outweighs that nothing arrives. As the service.
 */
export const suppressAddress = async (
  tx: Tx, found: { channel: SuppressedChannel; address: string; reason: SuppressionReason; provider: string; detail: string | null }, now: Date,
): Promise<void> => {
  const address = plainAddress(found.address);
  const [changed] = await tx.query(sql`
    insert into private.suppressed_addresses as s (channel, address, reason, provider, detail, since)
    values (${found.channel}, ${address}, ${found.reason}, ${found.provider}, ${found.detail}, ${now})
    on conflict (channel, address) do update set reason = excluded.reason, provider = excluded.provider, detail = excluded.detail, since = excluded.since
      where s.reason = 'gone' and excluded.reason <> 'gone'
    returning 1`);
  if (changed) await tellPeople(tx, `channel.${found.reason}`, found.channel, address, (locale) => unreachableNotice(locale, found.channel, address, found.reason), now);
};

/** The address's person wants messages again: what they had stopped is lifted. An address that is gone stays so. As the service. */
export const resumeAddress = async (tx: Tx, channel: SuppressedChannel, given: string, now: Date): Promise<void> => {
  const address = plainAddress(given);
  const [lifted] = await tx.query(sql`
    delete from private.suppressed_addresses s where s.channel = ${channel} and s.address = ${address} and s.reason = 'stopped' returning 1`);
  // In the inbox only: the provider itself confirms a START by a text.
  if (lifted) await tellPeople(tx, 'channel.resumed', channel, address, (locale) => resumedNotice(locale, channel, address), now, ['in_app']);
};
