import { useLanguage } from '../i18n/language.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

type Props = { title: string; body: string; action: string; onConfirm(): void; onClose(): void };

/** Asks before something that cannot be taken back. */
export const ConfirmDialog = ({ title, body, action, onConfirm, onClose }: Props) => {
  const { t } = useLanguage();
  return (
    <Dialog title={title} onClose={onClose}>
      <p className="text-ink-soft">{body}</p>
      <div className="flex justify-end gap-2">
        <Button kind="quiet" data-first onClick={onClose}>{t('common.cancel')}</Button>
        <Button
          kind="danger"
          onClick={() => {
            onConfirm();
            onClose();
          }}
        >
          {action}
        </Button>
      </div>
    </Dialog>
  );
};
