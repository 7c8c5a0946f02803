import * as z from 'zod/mini';
import {
  calendarAddress, channelStates as channelStatesAnswer, notification, notificationList, notificationsQuery, reminder, reminderInput, reminderList, reminderPatch, reminderPreferences, reminderPreferencesInput,
  pushKey, pushSubscription, pushSubscriptionInput, reminderDays, reminderRun, reminderRunAnswer, remindersDaysQuery, remindersQuery, snoozeInput,
} from '@docuvault/contract/reminders.ts';
import type { CallbackReader } from '@docuvault/core/callbacks.ts';
import type { Deps, UserContext } from '../context.ts';
import { announceEmergencies } from '../family-vault/announce-emergencies.ts';
import { onceByKey } from '../http/idempotency.ts';
import { readBytes } from '../http/read-input.ts';
import { createRoom, type Room } from '../http/room.ts';
import { calendarFeed, calendarSecret, revokeCalendar } from './calendar.ts';
import { channelStates } from './channel-states.ts';
import { listDays } from './list-days.ts';
import { listNotifications, readAllNotifications, readNotification } from './notifications.ts';
import { changePreferences, freeAddress, getPreferences } from './preferences.ts';
import { changeReminder, createReminder, getReminder, listReminders, removeReminder } from './reminders.ts';
import { runReminders } from './run-reminders.ts';
import { sendOutbox, type Channels } from './send-outbox.ts';
import { completeReminder, reopenReminder, snoozeReminder } from './settle-reminder.ts';
import { letterLocale, stopMails, subscribe, unsubscribe } from './subscriptions.ts';
import { takeCallback } from './take-callback.ts';
import { tryPush } from './try-push.ts';
import { unsubscribePage } from './unsubscribe-page.ts';

export type ReminderEngine = Deps & {
  /** Where clients reach the vault; null: where the request came to. */
  publicUrl: string | null;
  /** The site that links in messages lead to; null: `publicUrl`. */
  siteUrl: string | null;
  channels: Channels;
  /** Who reads what providers tell of letters afterwards. */
  callbacks: readonly CallbackReader[];
  /** The public key by which browsers know who pushes to them; null: no browser push. */
  vapidPublicKey: string | null;
};

/** SendGrid sends events by the thousand. */
const callbackLimit = 8 * 1024 * 1024;

/** Reminders, their preferences and calendar, and the inbox. */
export const reminderEngineRoom = (deps: ReminderEngine): Room => {
  const { room, route } = createRoom('reminder-engine');
  const ctx = (actor: UserContext['actor']): UserContext => ({ actor, deps });
  const once = (call: Omit<Parameters<typeof onceByKey>[1], 'functionName'>, status: number, run: () => Promise<unknown>) =>
    onceByKey(deps, { ...call, functionName: room.name }, async () => ({ status, body: await run() }));

  route({ method: 'get', path: '/', access: 'user', summary: 'List reminders, the nearest first', query: remindersQuery, response: reminderList }, ({ actor, query }) => listReminders(ctx(actor), query));
  route({ method: 'post', path: '/', access: 'user', summary: 'Make a reminder', body: reminderInput, response: reminder, status: 201 }, ({ c, actor, body }) => once({ c, actor, body }, 201, () => createReminder(ctx(actor), body)));

  route({ method: 'get', path: '/days', access: 'user', summary: 'The days of a stretch on which reminders fall', query: remindersDaysQuery, response: reminderDays }, ({ actor, query }) => listDays(ctx(actor), query));
  route({ method: 'get', path: '/channels', access: 'user', summary: 'By which channels this server reaches the caller', response: channelStatesAnswer }, ({ actor }) => channelStates(ctx(actor), deps.channels));

  route({ method: 'get', path: '/preferences', access: 'user', summary: 'How the caller is reminded', response: reminderPreferences }, ({ actor }) => getPreferences(ctx(actor)));
  route({ method: 'put', path: '/preferences', access: 'user', summary: 'Change how the caller is reminded; what is left out stays', body: reminderPreferencesInput, response: reminderPreferences }, ({ c, actor, body }) => once({ c, actor, body }, 200, () => changePreferences(ctx(actor), body)));

  route({ method: 'delete', path: '/preferences/unreachable/{channel}', access: 'user', summary: 'This address of the caller\'s takes messages again', response: reminderPreferences, textParams: ['channel'] }, ({ actor, params }) => freeAddress(ctx(actor), params.channel!));

  const address = (secret: string, url: string) => ({ url: `${deps.publicUrl ?? new URL(url).origin}/functions/v1/reminder-engine/calendar/${secret}.ics` });
  route({ method: 'get', path: '/calendar', access: 'user', summary: 'The address of the caller\'s calendar feed', response: calendarAddress }, async ({ c, actor }) => address(await calendarSecret(ctx(actor), false), c.req.url));
  route({ method: 'post', path: '/calendar', access: 'user', summary: 'A new address; the old one ends', response: calendarAddress }, ({ c, actor }) =>
    once({ c, actor, secret: true }, 200, async () => address(await calendarSecret(ctx(actor), true), c.req.url)));
  route({ method: 'delete', path: '/calendar', access: 'user', summary: 'End the address', status: 204 }, ({ actor }) => revokeCalendar(ctx(actor)));
  route({ method: 'get', path: '/calendar/{secret}', access: 'public', summary: 'The feed', responseType: 'text/calendar', textParams: ['secret'] }, async ({ c, params }) =>
    c.body(await calendarFeed(deps, params.secret!.replace(/\.ics$/, '')), 200, { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, max-age=3600' }));

  route({ method: 'get', path: '/notifications', access: 'user', summary: 'The inbox, newest first', query: notificationsQuery, response: notificationList }, ({ actor, query }) => listNotifications(ctx(actor), query));
  route({ method: 'post', path: '/notifications/read', access: 'user', summary: 'Mark everything as read', status: 204 }, ({ actor }) => readAllNotifications(ctx(actor)));
  route({ method: 'post', path: '/notifications/{notificationId}/read', access: 'user', summary: 'Mark as read', response: notification }, ({ actor, params }) => readNotification(ctx(actor), params.notificationId!));

  route({ method: 'get', path: '/push-key', access: 'user', summary: 'The key that a browser subscribes to pushes with', response: pushKey }, () => ({ publicKey: deps.vapidPublicKey }));
  route({ method: 'post', path: '/push-subscriptions', access: 'user', summary: 'Push to this browser or app', body: pushSubscriptionInput, response: pushSubscription, status: 201 }, ({ c, actor, body }) => once({ c, actor, body }, 201, () => subscribe(ctx(actor), body)));
  route({ method: 'delete', path: '/push-subscriptions/{subscriptionId}', access: 'user', summary: 'Push there no more', status: 204 }, ({ c, actor, params }) => once({ c, actor }, 204, () => unsubscribe(ctx(actor), params.subscriptionId!)));
  route({ method: 'post', path: '/push-subscriptions/{subscriptionId}/test', access: 'user', summary: 'Push a few words there, to see whether they come', status: 204 }, ({ c, actor, params }) =>
    tryPush(ctx(actor), deps.channels, params.subscriptionId!, `${deps.siteUrl ?? deps.publicUrl ?? new URL(c.req.url).origin}/inbox`));
  for (const method of ['get', 'post'] as const) {
    // A mail program unsubscribes with one POST (RFC 8058). A GET only asks: programs that follow links unasked must not.
    route({ method, path: '/unsubscribe/{letterId}', access: 'public', summary: method === 'post' ? 'Send no more mails' : 'Ask before sending no more mails', responseType: 'text/html' }, async ({ c, params }) => {
      if (method === 'post') await stopMails(deps, params.letterId!);
      return c.html(unsubscribePage(await letterLocale(deps, params.letterId!), method === 'post'), 200, { 'content-security-policy': "default-src 'none'; form-action 'self'; style-src 'unsafe-inline'" });
    });
  }

  // Signatures are over the address that the provider was given, which is not the one that a proxy asks us by.
  const asGiven = (url: string): string => (deps.publicUrl === null ? url : `${deps.publicUrl}${new URL(url).pathname}${new URL(url).search}`);
  route({ method: 'post', path: '/callbacks/{provider}', access: 'public', summary: 'What a provider (resend, sendgrid, twilio) tells of messages, by its signature', responseType: 'text/xml', textParams: ['provider'], uncounted: true }, async ({ c, params }) => {
    const body = await readBytes(c.req.raw, callbackLimit);
    await takeCallback(deps, deps.callbacks, params.provider!, { url: asGiven(c.req.url), headers: c.req.raw.headers, body });
    // Twilio reads the answer to a text as what to say to it: nothing, since it answers STOP and START itself.
    return c.body('<?xml version="1.0" encoding="UTF-8"?><Response/>', 200, { 'content-type': 'text/xml; charset=utf-8' });
  });

  route({ method: 'post', path: '/run', access: 'service', summary: 'Tell what is due, reminders and emergencies, where no worker runs', body: reminderRun, response: reminderRunAnswer }, async ({ c, body }) => {
    const now = body.now ? new Date(body.now) : deps.clock.now();
    await announceEmergencies(deps);
    const run = await runReminders(deps, now);
    const origin = deps.publicUrl ?? new URL(c.req.url).origin;
    const sent = await sendOutbox(deps, deps.channels, { site: deps.siteUrl ?? origin, functions: `${origin}/functions/v1` }, now);
    return { due: run.due, sent: run.told + sent.sent, failed: sent.failed };
  });

  route({ method: 'get', path: '/{reminderId}', access: 'user', summary: 'A reminder', response: reminder }, ({ actor, params }) => getReminder(ctx(actor), params.reminderId!));
  route({ method: 'patch', path: '/{reminderId}', access: 'user', summary: 'Change a reminder', body: reminderPatch, response: reminder }, ({ c, actor, params, body }) => once({ c, actor, body }, 200, () => changeReminder(ctx(actor), params.reminderId!, body)));
  route({ method: 'delete', path: '/{reminderId}', access: 'user', summary: 'Remove a reminder', status: 204 }, ({ c, actor, params }) => once({ c, actor }, 204, () => removeReminder(ctx(actor), params.reminderId!)));
  route({ method: 'post', path: '/{reminderId}/snooze', access: 'user', summary: 'Put it off', body: snoozeInput, response: reminder }, ({ c, actor, params, body }) => once({ c, actor, body }, 200, () => snoozeReminder(ctx(actor), params.reminderId!, body.until)));
  route({ method: 'post', path: '/{reminderId}/complete', access: 'user', summary: 'It is done', body: z.object({}), response: reminder }, ({ c, actor, params }) => once({ c, actor }, 200, () => completeReminder(ctx(actor), params.reminderId!)));
  route({ method: 'post', path: '/{reminderId}/reopen', access: 'user', summary: 'Take back that it was completed, put off or removed', response: reminder }, ({ c, actor, params }) => once({ c, actor }, 200, () => reopenReminder(ctx(actor), params.reminderId!)));
  return room;
};
