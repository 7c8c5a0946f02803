import { useState, type ReactNode } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { TextField } from './text-field.tsx';

type Props = {
  title: string;
  label: string;
  hint?: string;
  initial?: string;
  action?: string;
  suggestions?: readonly string[];
  /** Whether an empty text may be given. */
  emptyAllowed?: boolean;
  type?: 'text' | 'password';
  onSubmit(text: string): void;
  onClose(): void;
  children?: ReactNode;
};

/** Asks for one line of text. */
export const NameDialog = ({ title, label, hint, initial = '', action, suggestions = [], emptyAllowed = false, type = 'text', onSubmit, onClose, children }: Props) => {
  const { t } = useLanguage();
  const [text, setText] = useState(initial);
  const matching = suggestions.filter((one) => one.toLowerCase().includes(text.trim().toLowerCase()) && one !== text).slice(0, 8);
  const submit = (value: string) => {
    onSubmit(value);
    onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const value = type === 'password' ? text : text.trim();
          if (value || emptyAllowed) submit(value);
        }}
      >
        <TextField label={label} hint={hint} type={type} value={text} autoComplete="off" maxLength={200} onChange={(event) => { setText(event.target.value); }} />
        {matching.length > 0 && (
          <ul className="flex flex-wrap gap-2" aria-label={label}>
            {matching.map((one) => (
              <li key={one}>
                <button type="button" className="min-h-9 rounded-full border border-line-strong px-3 text-sm hover:bg-accent-wash" onClick={() => { submit(one); }}>{one}</button>
              </li>
            ))}
          </ul>
        )}
        <div className="flex justify-end gap-2">
          <Button kind="quiet" onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" disabled={!emptyAllowed && text.trim() === ''}>{action ?? t('common.save')}</Button>
        </div>
      </form>
    </Dialog>
  );
};
