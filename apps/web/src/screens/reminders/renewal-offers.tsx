import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FileCheck2 } from 'lucide-react';
import { useApi } from '../../app/session.tsx';
import { useReminderActions } from '../../data/change-reminder.ts';
import { documentQuery } from '../../data/documents.ts';
import { renewalOffersQuery } from '../../data/reminders.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';

/** A paper of an offer by what tells it from the other: until when it is good. Both may have the same title. */
const PaperLink = ({ id, name }: { id: string; name: string }) => {
  const { t, format } = useLanguage();
  const { data } = useQuery(documentQuery(useApi(), id));
  return (
    <Link to="/documents/$documentId" params={{ documentId: id }} className="text-accent underline underline-offset-4">
      {data?.expiresOn ? t('reminders.renewal.until', { name, date: format.date(data.expiresOn) }) : name}
    </Link>
  );
};

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
                <PaperLink id={offer.documentId} name={t('reminders.renewal.new')} />
                <PaperLink id={offer.oldDocumentId} name={t('reminders.renewal.old')} />
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
