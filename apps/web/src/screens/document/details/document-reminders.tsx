import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Document } from '@docuvault/contract/document.ts';
import type { Reminder } from '@docuvault/contract/reminders.ts';
import { useApi } from '../../../app/session.tsx';
import { documentRemindersQuery } from '../../../data/reminders.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { ReminderRow } from '../../reminders/reminder-row.tsx';
import { RenewalOffers } from '../../reminders/renewal-offers.tsx';
import { Section } from './section.tsx';

const ReminderDialog = lazy(() => import('../../reminders/reminder-dialog.tsx').then((module) => ({ default: module.ReminderDialog })));

/** What a paper is not forgotten for. Reminders are one's own, also of a paper that somebody shares. */
export const DocumentReminders = ({ document }: { document: Document }) => {
  const { t } = useLanguage();
  const { data = [] } = useQuery(documentRemindersQuery(useApi(), document.id));
  const [open, setOpen] = useState<Reminder | 'new' | null>(null);
  const close = () => { setOpen(null); };
  return (
    <Section title={t('reminders.ofDocument')} end={<Button small kind="quiet" onClick={() => { setOpen('new'); }}><Plus size={16} aria-hidden />{t('reminders.ofDocument.add')}</Button>}>
      <RenewalOffers documentId={document.id} />
      {data.length === 0 && <p className="text-sm text-ink-soft">{t('reminders.ofDocument.none')}</p>}
      <ul className="-mx-3 grid grid-cols-[minmax(0,1fr)]">
        {data.map((reminder) => <ReminderRow key={reminder.id} reminder={reminder} showDocument={false} onEdit={() => { setOpen(reminder); }} />)}
      </ul>
      <Suspense>
        {open === 'new' && <ReminderDialog draft={{ document: { id: document.id, title: document.title } }} onClose={close} />}
        {open && open !== 'new' && <ReminderDialog reminder={open} onClose={close} />}
      </Suspense>
    </Section>
  );
};
