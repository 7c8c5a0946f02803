import { useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useApi } from '../../../app/session.tsx';
import { tagsQuery } from '../../../data/tags.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { NameDialog } from '../../../ui/name-dialog.tsx';

/** A document's tags, taken off one by one and added from those there are. */
export const TagsEditor = ({ tags, readOnly = false, onChange }: { tags: readonly string[]; readOnly?: boolean; onChange(tags: string[]): void }) => {
  const { t } = useLanguage();
  const { data: all = [] } = useQuery(tagsQuery(useApi()));
  const [adding, setAdding] = useState(false);
  return (
    <div role="group" aria-label={t('document.tags')} className="grid min-h-10 grid-cols-[8rem_minmax(0,1fr)] items-center gap-2">
      <span className="text-sm text-ink-soft" aria-hidden>{t('document.tags')}</span>
      <div className="flex flex-wrap items-center gap-1.5">
        {tags.map((tag) => (
          <span key={tag} className="inline-flex items-center rounded-full border border-line-strong bg-surface pl-3 text-xs data-only:min-h-7 data-only:pr-3" data-only={readOnly || undefined}>
            {tag}
            {!readOnly && <button type="button" aria-label={t('document.tag.remove', { name: tag })} className="grid size-7 place-items-center rounded-full text-ink-faint hover:text-bad" onClick={() => { onChange(tags.filter((one) => one !== tag)); }}><X size={13} aria-hidden /></button>}
          </span>
        ))}
        {!readOnly && <button type="button" aria-label={t('document.tag.add')} title={t('document.tag.add')} className="grid size-8 place-items-center rounded-full border border-dashed border-line-strong text-ink-soft hover:text-ink" onClick={() => { setAdding(true); }}><Plus size={14} aria-hidden /></button>}
      </div>
      {adding && (
        <NameDialog
          title={t('document.tag.add')}
          label={t('documents.tag.label')}
          hint={t('documents.tag.hint')}
          suggestions={all.map(({ name }) => name).filter((name) => !tags.includes(name))}
          onClose={() => { setAdding(false); }}
          onSubmit={(tag) => { if (!tags.some((one) => one.toLowerCase() === tag.toLowerCase())) onChange([...tags, tag]); }}
        />
      )}
    </div>
  );
};
