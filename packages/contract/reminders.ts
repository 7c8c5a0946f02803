import * as z from 'zod/mini';
import { calendarDate, id, listOf, listQuery, timestamp } from './common.ts';
import { documentType } from './document.ts';

export const channels = ['in_app', 'email', 'sms', 'push'] as const;
export const channel = z.enum(channels);
export type ChannelName = (typeof channels)[number];

const day = calendarDate.check(z.refine((value) => value >= '1970-01-01', 'Days begin with 1970-01-01.'));
const leadDays = z.array(z.number().check(z.int(), z.minimum(0), z.maximum(3650))).check(z.minLength(1), z.maxLength(20));
const title = z.string().check(z.trim(), z.minLength(1), z.maxLength(500));
const someChannels = z.array(channel).check(z.maxLength(4));
const recurrence = z.nullable(z.string().check(z.maxLength(600)));

export const reminderStatuses = ['active', 'snoozed', 'completed'] as const;
export const reminderStatus = z.enum(reminderStatuses);
const time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const person = z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(200)));

/**
 * `dueOn` is the occurrence that comes next; `overdue` where it has passed and nobody has said that it is done. With a
 * `dueTime` (in the person's zone) notices come at that time of day. `person` is its own, else its document's. `reason` is
 * the date of the document that it was read out of. `escalateTo` is told instead of the preferences' person.
 */
export const reminder = z.object({
  id, documentId: z.nullable(id), title: z.string(), dueOn: calendarDate, leadDays: z.array(z.int()), channels: z.array(channel), recurrence: z.nullable(z.string()),
  status: reminderStatus, source: z.enum(['extracted', 'user']), overdue: z.boolean(), snoozedUntil: z.nullable(timestamp), completedAt: z.nullable(timestamp),
  documentTitle: z.nullable(z.string()), documentType: z.nullable(documentType), dueTime: z.nullable(time), person: z.nullable(z.string()),
  reason: z.nullable(z.enum(['expiryDate', 'dueDate', 'endDate'])), escalateTo: z.nullable(id), createdAt: timestamp, updatedAt: timestamp,
});
export type Reminder = z.infer<typeof reminder>;
export const reminderList = listOf(reminder);
/** `status=open`: what is not completed. */
export const remindersQuery = z.object({
  status: z.optional(z.enum([...reminderStatuses, 'open'])), documentId: z.optional(id), from: z.optional(calendarDate), until: z.optional(calendarDate), ...listQuery,
});
export type RemindersQuery = z.infer<typeof remindersQuery>;

export const reminderInput = z.object({
  title, dueOn: day, documentId: z.optional(z.nullable(id)), leadDays: z.optional(leadDays), channels: z.optional(z.nullable(someChannels)), recurrence: z.optional(recurrence),
  dueTime: z.optional(z.nullable(time)), person: z.optional(person), escalateTo: z.optional(z.nullable(id)),
});
export type ReminderInput = z.infer<typeof reminderInput>;
export const reminderPatch = z.object({
  title: z.optional(title), dueOn: z.optional(day), leadDays: z.optional(leadDays), channels: z.optional(z.nullable(someChannels)), recurrence: z.optional(recurrence),
  status: z.optional(z.enum(['active', 'completed'])), dueTime: z.optional(z.nullable(time)), person: z.optional(person), escalateTo: z.optional(z.nullable(id)),
});
export type ReminderPatch = z.infer<typeof reminderPatch>;
export const snoozeInput = z.object({ until: z.union([z.iso.datetime({ offset: true }), calendarDate]) });

/** The days of a stretch on which reminders fall, recurring ones on each of theirs to come. At most 400 days. */
export const remindersDaysQuery = z.object({ from: calendarDate, until: calendarDate });
export const reminderDays = listOf(z.object({ on: calendarDate, reminder }));
export type ReminderDay = z.infer<typeof reminderDays>['items'][number];

/** What notices are about: the first half of their kind. Emergencies go by every channel. */
export const noticeGroups = ['reminder', 'family', 'document'] as const;
export const noticeGroup = z.enum(noticeGroups);
export type NoticeGroup = (typeof noticeGroups)[number];
/** `leadDays` by document type, with `default` for the others. `channelsFor` by what a notice is about; what it does not name goes by `channels`. `quietHours` null: none. */
const chosenPreferences = z.object({
  timeZone: z.string().check(z.maxLength(64)), channels: someChannels, channelsFor: z.partialRecord(noticeGroup, someChannels), leadDays: z.partialRecord(z.union([documentType, z.literal('default')]), leadDays),
  quietHours: z.nullable(z.object({ from: time, until: time })), notifyAt: time, phone: z.nullable(z.string().check(z.regex(/^\+[1-9]\d{6,14}$/))),
  escalation: z.nullable(z.object({ userId: id, afterDays: z.number().check(z.int(), z.minimum(1), z.maximum(60)) })),
});
/** `unreachable`: the person's own addresses that get nothing, since when and why (gone: it takes nothing; complained: marked as spam; stopped: unsubscribed, or STOP). */
export const reminderPreferences = z.extend(chosenPreferences, {
  unreachable: z.array(z.object({ channel: z.enum(['email', 'sms']), address: z.string(), reason: z.enum(['gone', 'complained', 'stopped']), since: timestamp })),
});
export type ReminderPreferences = z.infer<typeof reminderPreferences>;
export const reminderPreferencesInput = z.partial(chosenPreferences);
export type ReminderPreferencesInput = z.infer<typeof reminderPreferencesInput>;

export const calendarAddress = z.object({ url: z.string() });
export const notification = z.object({
  id, kind: z.string(), title: z.string(), body: z.string(), data: z.record(z.string(), z.unknown()), readAt: z.nullable(timestamp), createdAt: timestamp,
});
export const notificationList = z.extend(listOf(notification), { unread: z.int() });
export const notificationsQuery = z.object({ unread: z.optional(z.enum(['true', 'false', '1', '0'])), kind: z.optional(z.string().check(z.maxLength(81))), ...listQuery });
export type Notification = z.infer<typeof notification>;
/** The ways to reach the caller: whether this server has a provider for it, and where it leads (masked); null where nothing is known to lead to. */
export const channelStates = listOf(z.object({ channel, configured: z.boolean(), reaches: z.nullable(z.string()) }));
export type ChannelState = z.infer<typeof channelStates>['items'][number];
/** A browser's subscription as its PushManager gives it, or an app's token of Firebase. */
export const pushSubscriptionInput = z.union([
  z.object({ endpoint: z.string().check(z.minLength(10), z.maxLength(2000)), keys: z.object({ p256dh: z.string().check(z.regex(/^[\w-]{80,100}=*$/)), auth: z.string().check(z.regex(/^[\w-]{16,40}=*$/)) }) }),
  z.object({ token: z.string().check(z.minLength(10), z.maxLength(2000)) }),
]);
export type PushSubscriptionInput = z.infer<typeof pushSubscriptionInput>;
export const pushSubscription = z.object({ id });
export const pushKey = z.object({ publicKey: z.nullable(z.string()) });
export const reminderRun = z.object({ now: z.optional(z.iso.datetime({ offset: true }).check(z.refine((value) => value < '9999', 'The engine runs until the year 9998.'))) });
export const reminderRunAnswer = z.object({ due: z.int(), sent: z.int(), failed: z.int() });
