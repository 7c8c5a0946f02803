import { Check, Copy } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import { Button } from './button.tsx';

const shownForMs = 3_000;

/** An address to be handed on: in full sight, selected by a click, copied by a button. */
export const CopyField = ({ label, value, action }: { label: string; value: string; action: string }) => {
  const { t } = useLanguage();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => { setCopied(false); }, shownForMs);
    return () => {
      clearTimeout(timer);
    };
  }, [copied]);
  const copy = () => {
    // Where the page may not write to the clipboard, the text is selected for the person's own keys.
    navigator.clipboard.writeText(value).then(() => { setCopied(true); }, () => { field.current?.select(); });
  };
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm font-medium text-ink-soft">{label}</label>
      <div className="flex flex-wrap gap-2 sm:flex-nowrap">
        <input ref={field} id={id} readOnly value={value} onFocus={(event) => { event.target.select(); }} className="min-h-11 w-full min-w-0 rounded-control border border-line-strong bg-sunken px-3 text-sm text-ink" />
        <Button kind="primary" data-first className="shrink-0" onClick={copy}>{copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}{copied ? t('common.copied') : action}</Button>
      </div>
      <p role="status" className="sr-only">{copied ? t('common.copied') : ''}</p>
    </div>
  );
};
