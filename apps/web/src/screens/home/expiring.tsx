import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CalendarClock } from 'lucide-react';
import { useApi } from '../../app/session.tsx';
import { fewDocumentsQuery } from '../../data/documents.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { ExpiryNote } from '../documents/list/expiry-note.tsx';
import { Card, cardLink } from './card.tsx';

const soonDays = 90;

/** What runs out in the next three months, or has already. */
export const Expiring = () => {
  const { t } = useLanguage();
  const before = new Date(Date.now() + soonDays * 86_400_000).toISOString().slice(0, 10);
  const { data = [] } = useQuery(fewDocumentsQuery(useApi(), { expiresBefore: before, sort: 'expiresOn', limit: 6 }));
  return (
    <Card title={t('home.expiring')} end={data.length > 0 && <Link to="/documents" search={{ sort: 'expiresOn', expiresBefore: before }} className={cardLink}>{t('home.expiring.all')}</Link>}>
      {data.length === 0 && <p className="py-2 text-sm text-ink-soft">{t('home.expiring.none')}</p>}
      <ul className="-mx-2">
        {data.map(({ id, title, documentType, expiresOn }) => (
          <li key={id}>
            <Link to="/documents/$documentId" params={{ documentId: id }} className="flex min-h-12 items-center gap-3 rounded-control px-2 hover:bg-sunken">
              <CalendarClock size={18} className="shrink-0 text-ink-faint" aria-hidden />
              <span className="min-w-0 grow truncate text-sm"><span className="font-medium">{title}</span> <span className="text-ink-soft">{t(`type.${documentType}`)}</span></span>
              {expiresOn && <span className="shrink-0 text-sm"><ExpiryNote date={expiresOn} relative /></span>}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
};
