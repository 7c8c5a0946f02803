import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Notification, Reminder, ReminderDay } from '@docuvault/contract/reminders.ts';
import { VaultError, type VaultApi } from '../api/vault-api.ts';
import { keys } from './keys.ts';

type RemindersPage = { items: Reminder[]; nextCursor: string | null };
const room = 'reminder-engine';

/** What is not done yet, the nearest first, page after page. */
export const openRemindersQuery = (api: VaultApi) =>
  infiniteQueryOptions({
    queryKey: [...keys.reminders, 'open'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => api.get<RemindersPage>(`${room}?${new URLSearchParams({ status: 'open', limit: '200', ...(pageParam ? { cursor: pageParam } : {}) })}`, signal),
    getNextPageParam: (page) => page.nextCursor,
  });

/** What is late or falls on one of the days until then (a calendar date). */
export const nearRemindersQuery = (api: VaultApi, until: string) =>
  queryOptions({
    queryKey: [...keys.reminders, 'near', until],
    queryFn: async ({ signal }) => (await api.get<RemindersPage>(`${room}?${new URLSearchParams({ status: 'open', until, limit: '20' })}`, signal)).items,
  });

/** The reminders of a document, done ones as well. */
export const documentRemindersQuery = (api: VaultApi, documentId: string) =>
  queryOptions({
    queryKey: [...keys.reminders, 'document', documentId],
    queryFn: async ({ signal }) => (await api.get<RemindersPage>(`${room}?${new URLSearchParams({ documentId, limit: '50' })}`, signal)).items,
  });

/** The days between two calendar dates on which reminders fall. */
export const reminderDaysQuery = (api: VaultApi, from: string, until: string) =>
  queryOptions({
    queryKey: [...keys.reminders, 'days', from, until],
    queryFn: async ({ signal }) => (await api.get<{ items: ReminderDay[] }>(`${room}/days?${new URLSearchParams({ from, until })}`, signal)).items,
  });

export type RenewalOffer = { notificationId: string; title: string; body: string; reminderId: string; documentId: string; oldDocumentId: string };

const offerOf = ({ id, title, body, data: { reminderId, documentId, oldDocumentId } }: Notification): RenewalOffer[] =>
  typeof reminderId === 'string' && typeof documentId === 'string' && typeof oldDocumentId === 'string' ? [{ notificationId: id, title, body, reminderId, documentId, oldDocumentId }] : [];

/** Papers that look like the next one of their kind, and have not been answered. */
export const renewalOffersQuery = (api: VaultApi) =>
  queryOptions({
    queryKey: [...keys.inbox, 'renewals'],
    queryFn: async ({ signal }) => (await api.get<{ items: Notification[] }>(`${room}/notifications?unread=true&kind=reminder.renewal&limit=20`, signal)).items.flatMap(offerOf),
  });

/** The address of the person's calendar feed; `POST` makes another. Asking makes one where there is none, so it is asked for by a button only. */
export const calendarAddress = async (api: VaultApi, how: 'GET' | 'POST'): Promise<string> => {
  const { url } = how === 'GET' ? await api.get<{ url: string }>(`${room}/calendar`) : await api.send<{ url: string }>('POST', `${room}/calendar`);
  return url;
};

/** What is gone already is as good as removed. */
export const unlessMissing = (error: unknown): void => {
  if (!(error instanceof VaultError) || error.status !== 404) throw error;
};
