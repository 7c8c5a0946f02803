import sql from 'sql-template-tag';
import type { ChannelState } from '@docuvault/contract/reminders.ts';
import type { UserContext } from '../context.ts';
import { ownSettings } from './reminders.ts';
import { outwardOf, type Channels } from './send-outbox.ts';

const masked = (phone: string): string => `${phone.slice(0, 3)}${'•'.repeat(Math.max(0, phone.length - 6))}${phone.slice(-3)}`;

/** By which channels this server can reach the person, and where each leads. */
export const channelStates = ({ actor, deps }: UserContext, channels: Channels): Promise<{ items: ChannelState[]; nextCursor: null }> =>
  deps.db.asUser(actor, async (tx) => {
    const { phone } = await ownSettings(tx, actor.userId);
    const [person] = await tx.query<{ email: string | null; browsers: number }>(sql`
      select u.email, (select count(*)::integer from public.push_subscriptions s where s.user_id = u.id) as browsers from public.users u where u.id = (select auth.uid())`);
    const has = outwardOf(channels);
    return {
      items: [
        { channel: 'in_app', configured: true, reaches: null },
        { channel: 'email', configured: has.includes('email'), reaches: person?.email ?? null },
        { channel: 'push', configured: has.includes('push'), reaches: person?.browsers ? String(person.browsers) : null },
        { channel: 'sms', configured: has.includes('sms'), reaches: phone === null ? null : masked(phone) },
      ],
      nextCursor: null,
    };
  });
