import { useLanguage } from '../../../i18n/language.tsx';
import { cx } from '../../../ui/cx.ts';
import type { ItemProps } from './row-props.ts';

type Props = Pick<ItemProps, 'document' | 'index' | 'selected' | 'active' | 'onToggle'> & { className?: string };

/** The check box of a document, with a thumb-sized field around it. Shift takes everything since the last one. */
export const SelectBox = ({ document, index, selected, active, onToggle, className }: Props) => {
  const { t } = useLanguage();
  return (
    <label className={cx('z-10 grid size-10 cursor-pointer place-items-center', className)}>
      <input
        type="checkbox"
        checked={selected}
        tabIndex={active ? 0 : -1}
        aria-label={t('documents.select', { title: document.title })}
        className="size-4.5 cursor-pointer accent-accent"
        onChange={(event) => {
          onToggle(index, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey);
        }}
      />
    </label>
  );
};
