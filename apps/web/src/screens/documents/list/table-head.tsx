import { ArrowDown, ArrowUp } from 'lucide-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useLanguage } from '../../../i18n/language.tsx';
import type { TextKey } from '../../../i18n/en.ts';
import { cx } from '../../../ui/cx.ts';
import { readDocumentsSearch, type Sort } from '../documents-search.ts';
import { columns, columnShown } from './table-row.tsx';

type Head = { label: TextKey; by: 'title' | 'expiresOn' | 'createdAt' | null; shown: string };

const heads: readonly Head[] = [
  { label: 'documents.column.title', by: 'title', shown: '' },
  { label: 'documents.column.type', by: null, shown: columnShown.md },
  { label: 'documents.column.tags', by: null, shown: columnShown.lg },
  { label: 'documents.column.person', by: null, shown: columnShown.xxl },
  { label: 'documents.column.expires', by: 'expiresOn', shown: columnShown.lg },
  { label: 'documents.column.added', by: 'createdAt', shown: columnShown.md },
];

/** The names of the columns; some of them sort. */
export const TableHead = ({ trashed }: { trashed: boolean }) => {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const { sort = trashed ? '-deletedAt' : '-createdAt' } = readDocumentsSearch(useSearch({ strict: false }));
  return (
    <div role="rowgroup" className="sr-only border-b border-line-strong bg-paper md:not-sr-only md:sticky md:top-0 md:z-20 md:block">
      <div role="row" aria-rowindex={1} className={cx(columns, 'px-4 text-xs font-medium text-ink-soft')}>
        <div role="columnheader"><span className="sr-only">{t('documents.bulk')}</span></div>
        {heads.map(({ label, by, shown }) => {
          const state = by && sort.replace('-', '') === by ? (sort.startsWith('-') ? 'descending' : 'ascending') : undefined;
          const next: Sort | null = by && (state === 'ascending' ? `-${by}` : by);
          return (
            <div key={label} role="columnheader" aria-sort={state} className={shown}>
              {next && !trashed ? (
                <button
                  type="button"
                  className="inline-flex min-h-9 items-center gap-1 hover:text-ink"
                  onClick={() => void navigate({ to: '.', search: (before) => ({ ...before, sort: next }), replace: true })}
                >
                  {t(label)}
                  {state === 'ascending' && <ArrowUp size={14} aria-hidden />}
                  {state === 'descending' && <ArrowDown size={14} aria-hidden />}
                </button>
              ) : (
                <span className="inline-flex min-h-9 items-center">{t(label)}</span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
};
