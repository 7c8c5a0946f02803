import { useQueries } from '@tanstack/react-query';
import { FilePlus, X } from 'lucide-react';
import { useState } from 'react';
import { useApi } from '../../app/session.tsx';
import { documentQuery } from '../../data/documents.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { DocumentPicker } from './document-picker.tsx';

const few = 3;
const chip = 'inline-flex min-h-8 max-w-full items-center gap-1.5 rounded-full border border-line-strong px-2.5 text-xs text-ink-soft';

/** Which documents the answer may come from: all, or those that were chosen. */
export const Scope = ({ about, onChange }: { about: readonly string[]; onChange(about: string[]): void }) => {
  const { t, n } = useLanguage();
  const api = useApi();
  const [picking, setPicking] = useState(false);
  const documents = useQueries({ queries: about.slice(0, few).map((id) => documentQuery(api, id)) });
  return (
    <div className="flex flex-wrap items-center gap-1.5 px-1 pb-1">
      <span className="sr-only">{t('chat.scope')}: {about.length === 0 ? t('chat.scope.all') : n('documents.count', about.length)}</span>
      {documents.map(({ data }, index) => (
        <span key={about[index]} className={`${chip} bg-accent-wash pr-0`}>
          <span className="max-w-48 truncate">{data?.title ?? '…'}</span>
          <button type="button" aria-label={t('chat.scope.remove', { title: data?.title ?? '' })} onClick={() => { onChange(about.filter((id) => id !== about[index])); }} className="grid size-8 place-items-center rounded-full hover:text-ink"><X size={13} aria-hidden /></button>
        </span>
      ))}
      {about.length > few && <span className={chip}>{n('chat.scope.more', about.length - few)}</span>}
      <button type="button" onClick={() => { setPicking(true); }} className={`${chip} hover:bg-sunken hover:text-ink`}><FilePlus size={14} aria-hidden />{t(about.length === 0 ? 'chat.scope.choose' : 'chat.scope.change')}</button>
      {picking && <DocumentPicker chosen={about} onChoose={onChange} onClose={() => { setPicking(false); }} />}
    </div>
  );
};
