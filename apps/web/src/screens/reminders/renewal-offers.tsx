import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FileCheck2 } from 'lucide-react';
import { useApi } from '../../app/session.tsx';
import { useReminderActions } from '../../data/change-reminder.ts';
import { renewalOffersQuery } from '../../data/reminders.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';

const link = 'text-accent underline underline-offset-4';

/** Asks of each paper that looks like a renewal whether it is one. */
export const RenewalOffers = ({ documentId }: { documentId?: string }) => {
  const { t } = useLanguage();
  const { answerRenewal } = useReminderActions();
  const { data = [] } = useQuery(renewalOffersQuery(useApi()));
  const offers = documentId ? data.filter((offer) => offer.documentId === documentId || offer.oldDocumentId === documentId) : data;
  if (offers.length === 0) return null;
  return (
    <section aria-label={t('reminders.renewal')} className="grid gap-2">
      {offers.map((offer) => (
        <div key={offer.notificationId} className="flex flex-wrap items-center gap-3 rounded-card border border-accent bg-accent-wash p-4">
          <FileCheck2 size={22} aria-hidden className="shrink-0 self-start text-accent" />
          <div className="min-w-0 flex-1 basis-60">
            <p className="font-medium break-words">{offer.title}</p>
            <p className="text-sm break-words text-ink-soft">{offer.body}</p>
            {!documentId && (
              <p className="flex flex-wrap gap-x-4 text-sm">
                <Link to="/documents/$documentId" params={{ documentId: offer.documentId }} className={link}>{t('reminders.renewal.new')}</Link>
                <Link to="/documents/$documentId" params={{ documentId: offer.oldDocumentId }} className={link}>{t('reminders.renewal.old')}</Link>
              </p>
            )}
          </div>
          <div className="flex flex-wrap gap-2">
            <Button small kind="primary" onClick={() => { answerRenewal(offer, true); }}>{t('reminders.renewal.yes')}</Button>
            <Button small onClick={() => { answerRenewal(offer, false); }}>{t('reminders.renewal.no')}</Button>
          </div>
        </div>
      ))}
    </section>
  );
};
