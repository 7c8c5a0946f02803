import { ChevronDown } from 'lucide-react';
import { useLanguage } from '../../../i18n/language.tsx';
import { cx } from '../../../ui/cx.ts';
import { Menu, MenuChoice } from '../../../ui/menu.tsx';

type Props = { label: string; value: string; options: readonly { value: string; label: string }[]; onChange(value: string | undefined): void };

/** One condition of the list: its name, and what it is set to. */
export const FilterMenu = ({ label, value, options, onChange }: Props) => {
  const { t } = useLanguage();
  const chosen = options.find((option) => option.value === value)?.label ?? value;
  return (
    <Menu
      align="start"
      trigger={
        <button type="button" className={cx('inline-flex min-h-9 shrink-0 items-center gap-1.5 rounded-full border px-3 text-sm whitespace-nowrap', value ? 'border-accent bg-accent-wash font-medium text-accent-strong' : 'border-line-strong bg-surface text-ink-soft hover:text-ink')}>
          {value ? <><span className="sr-only">{label}: </span>{chosen}</> : label}
          <ChevronDown size={14} aria-hidden />
        </button>
      }
    >
      <MenuChoice label={label} value={value} options={[{ value: '', label: t('documents.filter.any') }, ...options]} onChange={(next) => { onChange(next || undefined); }} />
    </Menu>
  );
};
