import { X } from 'lucide-react';
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import { IconButton } from './button.tsx';
import { cx } from './cx.ts';

type Props = { title: string; onClose(): void; children: ReactNode; bare?: boolean; className?: string };

/**
 * A modal window, shown for as long as it is rendered. The browser's own `<dialog>`: it holds the focus, makes the rest
 * inert, closes by Esc and gives the focus back. The focus goes to `data-first`, else to the first text field. `bare` leaves out heading and padding; the title stays its name.
 */
export const Dialog = ({ title, onClose, children, bare = false, className }: Props) => {
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const { t } = useLanguage();
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>('[data-first], input:not([type=hidden], [type=checkbox])')?.focus();
    return () => {
      dialog?.close();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      aria-labelledby={bare ? undefined : heading}
      aria-label={bare ? title : undefined}
      onCancel={(event) => {
        if (event.target !== ref.current) return;
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === ref.current) onClose();
      }}
      className={cx('enter max-h-[85dvh] w-[min(32rem,calc(100vw-2rem))] overflow-auto rounded-card border border-line bg-raised p-0 shadow-raised', className)}
    >
      {bare ? (
        children
      ) : (
        <div className="grid gap-4 p-5">
          <div className="flex items-start justify-between gap-4">
            <h2 id={heading} className="text-lg font-semibold">{title}</h2>
            <IconButton label={t('common.close')} onClick={onClose} className="-mt-2 -mr-2"><X size={18} aria-hidden /></IconButton>
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
};
