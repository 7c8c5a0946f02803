import { ArrowDownUp, LayoutGrid, List, Square } from 'lucide-react';
import { useLanguage } from '../../../i18n/language.tsx';
import { Menu, MenuChoice } from '../../../ui/menu.tsx';
import { shapes, type DocumentsSearch, type Shape, type Sort } from '../documents-search.ts';

const sorts = ['-createdAt', 'createdAt', 'title', '-title', 'expiresOn', '-accessedAt', '-updatedAt', '-sizeBytes'] as const;
const icons = { table: List, small: LayoutGrid, large: Square };

type Props = { search: DocumentsSearch; onChange(change: { sort?: Sort; shape?: Shape }): void };

/** How the list is ordered and what it looks like. */
export const ListOptions = ({ search, onChange }: Props) => {
  const { t } = useLanguage();
  const { sort = '-createdAt', shape = 'table' } = search;
  const named = sorts.find((one) => one === sort);
  return (
    <div className="flex items-center gap-2">
      <Menu
        trigger={
          <button type="button" className="inline-flex min-h-10 items-center gap-2 rounded-control px-3 text-sm text-ink-soft hover:bg-sunken hover:text-ink">
            <ArrowDownUp size={16} aria-hidden />
            <span className="sr-only">{t('documents.sort')}: </span>
            <span className="max-sm:sr-only">{named ? t(`documents.sort.${named}`) : t('documents.sort')}</span>
          </button>
        }
      >
        <MenuChoice label={t('documents.sort')} value={sort} options={sorts.map((value) => ({ value, label: t(`documents.sort.${value}`) }))} onChange={(value) => { onChange({ sort: value as Sort }); }} />
      </Menu>
      <div role="group" aria-label={t('documents.shape')} className="flex rounded-control border border-line-strong p-0.5">
        {shapes.map((one) => {
          const Icon = icons[one];
          return (
            <button key={one} type="button" aria-pressed={shape === one} aria-label={t(`documents.shape.${one}`)} title={t(`documents.shape.${one}`)} className="grid size-9 place-items-center rounded-md text-ink-faint hover:text-ink aria-pressed:bg-accent-wash aria-pressed:text-accent-strong" onClick={() => { onChange({ shape: one }); }}>
              <Icon size={16} aria-hidden />
            </button>
          );
        })}
      </div>
    </div>
  );
};
