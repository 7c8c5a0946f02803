import { useSearch } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { useLanguage } from '../../i18n/language.tsx';
import { Empty } from '../../ui/empty.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { Browser } from './browser.tsx';
import { readDocumentsSearch } from './documents-search.ts';

/** What was put away, to be taken back or erased. */
export const TrashPage = () => {
  const { t } = useLanguage();
  const search = useSearch({ from: '/vault/trash', select: readDocumentsSearch, structuralSharing: true });
  usePageTitle(t('trash.title'));
  return (
    <Browser
      search={search}
      trashed
      heading={() => (
        <div className="grid gap-1 px-4 pt-4 pb-3">
          <h1 className="text-xl font-semibold tracking-tight">{t('trash.title')}</h1>
          <p className="text-sm text-ink-soft">{t('trash.body')}</p>
        </div>
      )}
      empty={<Empty icon={Trash2} title={t('trash.empty.title')} body={t('trash.empty.body')} />}
    />
  );
};
