import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Reminder, ReminderInput, ReminderPatch } from '@docuvault/contract/reminders.ts';
import { wordsOf } from '../app/error-words.ts';
import { useApi } from '../app/session.tsx';
import { useToast, type Toast } from '../app/toasts.tsx';
import { useLanguage } from '../i18n/language.tsx';
import { keys } from './keys.ts';
import { unlessMissing } from './reminders.ts';

const room = 'reminder-engine';

/** What made a reminder, so that one that was removed can be made again. */
const inputOf = ({ title, dueOn, dueTime, documentId, leadDays, recurrence, person, escalateTo }: Reminder): ReminderInput => ({ title, dueOn, dueTime, documentId, leadDays, recurrence, person, escalateTo });

/** What a person does to their reminders; each says what happened and carries the way back. */
export const useReminderActions = () => {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const { t, format, language } = useLanguage();
  const { mutate } = useMutation({
    mutationFn: (work: () => Promise<Toast | null>) => work(),
    onError: (error) => { toast({ text: wordsOf(error, t, language), tone: 'bad' }); },
    onSuccess: (said) => {
      if (said) toast(said);
    },
    onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: keys.reminders }), queries.invalidateQueries({ queryKey: keys.inbox })]),
  });
  const back = (work: () => Promise<unknown>): Toast['action'] => ({
    label: t('common.undo'),
    run: () => {
      mutate(async () => {
        await work();
        return null;
      });
    },
  });
  const reopen = (id: string) => () => api.send('POST', `${room}/${id}/reopen`);
  return {
    create: (input: ReminderInput, then: () => void) => {
      mutate(async () => {
        const { id } = await api.send<Reminder>('POST', room, input);
        then();
        return { text: t('reminders.made', { title: input.title }), action: back(() => api.send('DELETE', `${room}/${id}`)) };
      });
    },
    change: (id: string, patch: ReminderPatch, then: () => void) => {
      mutate(async () => {
        await api.send('PATCH', `${room}/${id}`, patch);
        then();
        return { text: t('reminders.changed') };
      });
    },
    complete: ({ id, title }: Pick<Reminder, 'id' | 'title'>) => {
      mutate(async () => {
        const { dueOn, status } = await api.send<Reminder>('POST', `${room}/${id}/complete`, {});
        const text = status === 'completed' ? t('reminders.completed', { title }) : t('reminders.completedNext', { title, date: format.date(dueOn) });
        return { text, action: back(reopen(id)) };
      });
    },
    snooze: ({ id, title }: Pick<Reminder, 'id' | 'title'>, until: string) => {
      mutate(async () => {
        await api.send('POST', `${room}/${id}/snooze`, { until });
        return { text: t('reminders.snoozed', { title, date: format.date(until) }), action: back(reopen(id)) };
      });
    },
    wake: ({ id }: Pick<Reminder, 'id'>) => {
      mutate(async () => {
        await reopen(id)();
        return null;
      });
    },
    dismiss: (reminder: Reminder) => {
      mutate(async () => {
        await api.send('DELETE', `${room}/${reminder.id}`);
        const undo = reminder.source === 'user' ? () => api.send('POST', room, inputOf(reminder)) : reopen(reminder.id);
        return { text: t('reminders.dismissed', { title: reminder.title }), action: back(undo) };
      });
    },
    /** Answers whether a new paper replaces the old one; the old one's reminder is closed where it does. */
    answerRenewal: ({ notificationId, reminderId }: { notificationId: string; reminderId: string }, replaces: boolean) => {
      mutate(async () => {
        if (replaces) await api.send('POST', `${room}/${reminderId}/complete`, {}).catch(unlessMissing);
        await api.send('POST', `${room}/notifications/${notificationId}/read`);
        return replaces ? { text: t('reminders.renewal.closed'), action: back(reopen(reminderId)) } : null;
      });
    },
  };
};
