import { Check, Copy, Eye, EyeOff, Pencil, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Document, Field } from '@docuvault/contract/document.ts';
import { useToast } from '../../../app/toasts.tsx';
import { surely } from '../../../data/doubtful.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { IconButton } from '../../../ui/button.tsx';
import { cx } from '../../../ui/cx.ts';
import { useReturnFocus } from '../../../ui/use-return-focus.ts';
import { fieldLabel, isDateField } from '../field-names.ts';
import { isSensitive, masked } from '../sensitive.ts';
import { clipboardSeconds, copySecret } from './copy-secret.ts';
import { FieldEditor } from './field-editor.tsx';

type Props = {
  field: Field;
  document: Document;
  onSave(value: string | number | null): void;
  /** Lights it up on the page. */
  onShow(): void;
};

const revealedForMs = 30_000;
const chip = 'inline-flex min-h-8 items-center gap-1.5 rounded-full border px-3 text-xs font-medium';

/** A value read from the document: shown, found on the page, put right. */
export const FieldRow = ({ field, document, onSave, onShow }: Props) => {
  const { t, format } = useLanguage();
  const toast = useToast();
  const [editing, setEditing] = useState(false);
  const [revealed, setRevealed] = useState(false);
  useEffect(() => {
    if (!revealed) return;
    const hide = () => { setRevealed(false); };
    const hideWhenLeft = () => { if (window.document.visibilityState === 'hidden') hide(); };
    const timer = setTimeout(hide, revealedForMs);
    window.document.addEventListener('visibilitychange', hideWhenLeft);
    return () => {
      clearTimeout(timer);
      window.document.removeEventListener('visibilitychange', hideWhenLeft);
    };
  }, [revealed]);
  const pencil = useReturnFocus<HTMLButtonElement>(editing);
  const name = fieldLabel(field.name, t);
  const secret = isSensitive(field.name, document.documentType);
  const readOnly = document.access === 'view';
  const doubtful = !readOnly && field.source !== 'user' && field.confidence < surely;
  const currency = document.fields.find((one) => one.name === 'currency')?.value;
  const shown = typeof field.value === 'number' ? format.money(field.value, typeof currency === 'string' ? currency : null) : isDateField(field.name) ? format.date(field.value) : field.value;
  const copy = () => {
    const value = String(field.value);
    (secret ? copySecret(value) : navigator.clipboard.writeText(value)).then(
      () => { toast({ text: secret ? t('document.field.copied', { seconds: clipboardSeconds }) : t('common.copied') }); },
      () => { toast({ text: t('common.wrong'), tone: 'bad' }); },
    );
  };
  if (editing) {
    return <FieldEditor name={name} field={field} onSave={(value) => { setEditing(false); onSave(value); }} onCancel={() => { setEditing(false); }} />;
  }
  const hidden = secret && !revealed;
  const words = (
    <>
      <span className="flex flex-wrap items-center gap-x-2 text-xs text-ink-soft">
        {name}
        <span className={doubtful ? 'text-warn' : 'sr-only'}>{field.source === 'user' ? t('document.field.byYou') : t('document.field.confidence', { percent: format.percent(field.confidence) })}</span>
      </span>
      <span className={cx('block text-sm break-words', secret ? 'tracking-wide tabular-nums' : '')}>{hidden ? masked(shown) : shown}</span>
    </>
  );
  return (
    <div className={cx('group -mx-2 rounded-control px-2 py-1.5', doubtful ? 'bg-warn-wash' : 'hover:bg-sunken')}>
      <div className="flex items-start gap-1">
        <button type="button" onClick={onShow} title={t('document.field.show', { name })} className="min-w-0 grow rounded-md text-left">{words}</button>
        {secret && <IconButton className="size-8 shrink-0" label={t(revealed ? 'document.field.hide' : 'document.field.reveal', { name })} onClick={() => { setRevealed(!revealed); }}>{revealed ? <EyeOff size={15} aria-hidden /> : <Eye size={15} aria-hidden />}</IconButton>}
        <span className="flex shrink-0 opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">
          <IconButton className="size-8" label={t('document.field.copy', { name })} onClick={copy}><Copy size={15} aria-hidden /></IconButton>
          {!readOnly && <IconButton ref={pencil} className="size-8" label={t('document.field.edit', { name })} onClick={() => { setEditing(true); }}><Pencil size={15} aria-hidden /></IconButton>}
          {!readOnly && <IconButton className="size-8" label={t('document.field.remove', { name })} onClick={() => { onSave(null); }}><X size={15} aria-hidden /></IconButton>}
        </span>
      </div>
      {doubtful && (
        <div className="mt-1 flex flex-wrap items-center gap-2">
          <span className="sr-only">{t('document.field.check')}</span>
          <button type="button" className={cx(chip, 'border-accent bg-surface text-accent hover:bg-accent-wash')} onClick={() => { onSave(field.value); }}><Check size={14} aria-hidden />{t('document.field.accept')}<span className="sr-only">: {name}</span></button>
          <button type="button" className={cx(chip, 'border-line-strong bg-surface text-ink hover:bg-sunken')} onClick={() => { setEditing(true); }}><Pencil size={14} aria-hidden />{t('document.field.correct')}<span className="sr-only">: {name}</span></button>
          <button type="button" className={cx(chip, 'border-line-strong bg-surface text-ink hover:bg-sunken')} onClick={() => { onSave(null); }}><X size={14} aria-hidden />{t('document.field.wrong')}<span className="sr-only">: {name}</span></button>
        </div>
      )}
    </div>
  );
};
