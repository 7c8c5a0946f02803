import { useQuery } from '@tanstack/react-query';
import { FileText, X } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useApi } from '../../app/session.tsx';
import { suggestionsQuery } from '../../data/suggestions.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { IconButton } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';

export type ChosenDocument = { id: string; title: string };

/** One of the person's papers, found by its name, or none. */
export const DocumentField = ({ chosen, onChoose }: { chosen: ChosenDocument | null; onChoose(document: ChosenDocument | null): void }) => {
  const { t } = useLanguage();
  const [typed, setTyped] = useState('');
  const { data = [] } = useQuery(suggestionsQuery(useApi(), useDeferredValue(typed)));
  if (chosen) {
    return (
      <div className="grid gap-1.5">
        <p className="text-sm font-medium text-ink-soft">{t('reminders.form.document')}</p>
        <div className="flex min-h-11 items-center gap-2 rounded-control border border-line-strong bg-surface pl-3">
          <FileText size={17} aria-hidden className="shrink-0 text-ink-faint" />
          <span className="min-w-0 grow truncate">{chosen.title}</span>
          <IconButton label={t('reminders.form.documentDrop')} onClick={() => { onChoose(null); }}><X size={16} aria-hidden /></IconButton>
        </div>
      </div>
    );
  }
  return (
    <div className="grid gap-1.5">
      <TextField label={t('reminders.form.document')} placeholder={t('reminders.form.documentFind')} value={typed} autoComplete="off" onChange={(event) => { setTyped(event.target.value); }} />
      {data.length > 0 && (
        <ul className="grid rounded-control border border-line bg-surface p-1" aria-label={t('reminders.form.documentFind')}>
          {data.slice(0, 5).map(({ documentId, text }) => (
            <li key={documentId}>
              <button
                type="button"
                className="flex min-h-10 w-full items-center gap-2 rounded-md px-2 text-left text-sm hover:bg-accent-wash"
                onClick={() => {
                  onChoose({ id: documentId, title: text });
                  setTyped('');
                }}
              >
                <FileText size={16} aria-hidden className="shrink-0 text-ink-faint" /><span className="truncate">{text}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
