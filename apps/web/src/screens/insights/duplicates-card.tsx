import { Link } from '@tanstack/react-router';
import type { Insights } from '@docuvault/contract/analytics.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Card } from '../home/card.tsx';

/** Papers that seem to be here twice. */
export const DuplicatesCard = ({ duplicates }: { duplicates: Insights['duplicates'] }) => {
  const { t, format } = useLanguage();
  return (
    <Card title={t('insights.duplicates')}>
      {duplicates.length === 0 && <p className="py-2 text-sm text-ink-soft">{t('insights.duplicates.none')}</p>}
      <ul className="divide-y divide-line">
        {duplicates.map(({ reason, documents }) => (
          <li key={documents[0]!.documentId} className="grid gap-1 py-2 text-sm">
            <p className="text-ink-soft">{t(`insights.${reason}`)}</p>
            <ul>
              {documents.map(({ documentId, title, createdAt }) => (
                <li key={documentId} className="flex min-h-9 items-center justify-between gap-3">
                  <Link to="/documents/$documentId" params={{ documentId }} className="min-w-0 truncate font-medium underline-offset-4 hover:underline">{title}</Link>
                  <span className="shrink-0 text-ink-faint">{format.date(createdAt)}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Card>
  );
};
