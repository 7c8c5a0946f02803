import { useId } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import { filters, type Filter } from './paper/filters.ts';

/** How pages look: paper made white, grey, ink, or as they were taken. */
export const FilterChoice = ({ value, onChange }: { value: Filter; onChange(filter: Filter): void }) => {
  const { t } = useLanguage();
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-medium text-ink-soft">{t('scan.filter')}</legend>
      <div className="grid grid-cols-2 gap-2">
        {filters.map((filter) => (
          <label key={filter} className="flex min-h-9 cursor-pointer items-center justify-center rounded-control border border-line-strong bg-surface px-2 text-center text-sm has-checked:border-accent has-checked:bg-accent-wash has-checked:font-medium has-checked:text-accent-strong has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent">
            <input type="radio" name={name} value={filter} checked={value === filter} onChange={() => { onChange(filter); }} className="sr-only" />
            {t(`scan.filter.${filter}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
};
