import { Link } from '@tanstack/react-router';
import type { DocumentSummary } from '@docuvault/contract/document.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { StatusNote } from '../documents/list/status-note.tsx';
import { Thumbnail } from '../documents/list/thumbnail.tsx';
import { Card, cardLink } from './card.tsx';

/** What came last. */
export const Recent = ({ recent }: { recent: readonly DocumentSummary[] }) => {
  const { t } = useLanguage();
  return (
    <Card title={t('home.recent')} end={<Link to="/documents" className={cardLink}>{t('home.recent.all')}</Link>}>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-3">
        {recent.slice(0, 6).map((document) => (
          <li key={document.id} className="relative min-w-0 overflow-hidden rounded-control border border-line transition-shadow hover:shadow-raised">
            <Thumbnail document={document} className="h-32 w-full border-b border-line" icon={26} />
            <div className="grid gap-0.5 p-2.5">
              <Link to="/documents/$documentId" params={{ documentId: document.id }} title={document.title} className="truncate text-sm font-medium after:absolute after:inset-0 after:content-['']">{document.title}</Link>
              <p className="flex min-h-5 items-center gap-1.5 text-xs text-ink-soft">{document.status === 'completed' && <span className="truncate">{t(`type.${document.documentType}`)}</span>}<StatusNote document={document} /></p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
};
