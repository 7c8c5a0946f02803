import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Bookmark } from 'lucide-react';
import { viewsQuery } from '../../data/views.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { readDocumentsSearch } from '../../screens/documents/documents-search.ts';
import { useApi } from '../session.tsx';

/** The person's saved views of the documents. */
export const SavedViewLinks = () => {
  const { t } = useLanguage();
  const { data } = useQuery(viewsQuery(useApi()));
  if (!data || data.length === 0) return null;
  return (
    <nav aria-label={t('nav.savedViews')}>
      <p className="px-3 pb-1 text-xs font-medium text-ink-faint">{t('nav.savedViews')}</p>
      <ul className="grid gap-0.5">
        {data.map((view) => (
          <li key={view.id}>
            <Link
              to="/documents"
              search={readDocumentsSearch(view.query)}
              activeOptions={{ exact: true, includeSearch: true }}
              className="flex min-h-9 items-center gap-3 rounded-control px-3 text-sm text-ink-soft hover:bg-sunken hover:text-ink data-[status=active]:bg-accent-wash data-[status=active]:text-accent-strong"
            >
              <Bookmark size={16} aria-hidden className="shrink-0" />
              <span className="truncate">{view.name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
};
