import { malformed, notFound, refused } from '@docuvault/core/errors.ts';

export const reminderMissing = () => notFound('reminder');
export const notificationMissing = () => notFound('notification');
export const calendarMissing = () => notFound('calendar');
export const recurrenceInvalid = (why: string) => malformed('reminder.invalid_recurrence', `The recurrence is not a rule that this takes: ${why}`);
export const zoneInvalid = () => malformed('reminder.invalid_time_zone', 'The time zone is not one of the IANA list, such as Asia/Kolkata.');
export const snoozePast = () => refused('reminder.snooze_in_the_past', 'A reminder can only be put off until a time to come.');
export const snoozeTooFar = () => refused('reminder.snooze_too_far', 'A reminder can be put off until the year 9999 at most.');
export const reminderCompleted = () => refused('reminder.completed', 'The reminder is completed; give it a new day first.');
export const stoppedByText = () => refused('channel.stopped', 'The number was stopped by a text; only START, sent from it, takes that back.');
