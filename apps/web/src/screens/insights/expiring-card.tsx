import { Link } from '@tanstack/react-router';
import { CalendarClock } from 'lucide-react';
import type { Insights } from '@docuvault/contract/analytics.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { ExpiryNote } from '../documents/list/expiry-note.tsx';
import { Card } from '../home/card.tsx';

/** What ends soon or has ended, unless the next paper of its kind is here already. */
export const ExpiringCard = ({ expiring }: { expiring: Insights['expiring'] }) => {
  const { t } = useLanguage();
  return (
    <Card title={t('home.expiring')}>
      {expiring.length === 0 && <p className="py-2 text-sm text-ink-soft">{t('home.expiring.none')}</p>}
      <ul className="-mx-2">
        {expiring.map(({ documentId, title, documentType, person, expiresOn }) => (
          <li key={documentId}>
            <Link to="/documents/$documentId" params={{ documentId }} className="flex min-h-12 items-center gap-3 rounded-control px-2 hover:bg-sunken">
              <CalendarClock size={18} className="shrink-0 text-ink-faint" aria-hidden />
              <span className="min-w-0 grow truncate text-sm"><span className="font-medium">{title}</span> <span className="text-ink-soft">{t(`type.${documentType}`)}{person && ` · ${person}`}</span></span>
              <span className="shrink-0 text-sm"><ExpiryNote date={expiresOn} relative /></span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
};
