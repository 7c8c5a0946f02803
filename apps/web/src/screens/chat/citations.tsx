import { Quote } from 'lucide-react';
import { useState } from 'react';
import type { Citation } from '@docuvault/contract/chat.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { cx } from '../../ui/cx.ts';

const few = 4;

type Props = { citations: readonly Citation[]; shown: { doc?: string; q?: string }; onOpen(citation: Citation): void };

/** Where an answer stands. Each opens the page with its line lit up. */
export const Citations = ({ citations, shown, onOpen }: Props) => {
  const { t, n } = useLanguage();
  const [all, setAll] = useState(false);
  if (citations.length === 0) return null;
  const list = all ? citations : citations.slice(0, few);
  return (
    <div className="grid gap-1.5">
      <p className="sr-only">{t('chat.sources')}</p>
      <ul className="grid gap-1.5">
        {list.map((citation, index) => {
          const on = citation.documentId === shown.doc && citation.quote.slice(0, 1_000) === (shown.q ?? '');
          return (
            <li key={`${citation.documentId} ${citation.page} ${index}`}>
              <button
                type="button"
                onClick={() => { onOpen(citation); }}
                aria-pressed={on}
                data-citation
                className={cx('grid w-full gap-0.5 rounded-control border px-3 py-2 text-left text-sm', on ? 'border-accent bg-accent-wash' : 'border-line bg-surface hover:border-line-strong hover:bg-accent-wash')}
              >
                <span className="flex min-w-0 items-center gap-2">
                  <span className="grid size-5 shrink-0 place-items-center rounded-full bg-accent text-[0.6875rem] font-semibold text-on-accent tabular-nums">{index + 1}</span>
                  <span className="truncate font-medium">{citation.title}</span>
                  {citation.page !== null && <span className="ml-auto shrink-0 text-xs text-ink-soft">{t('viewer.page', { page: citation.page })}</span>}
                </span>
                {citation.quote && <span className="flex gap-2 text-ink-soft"><Quote size={13} aria-hidden className="mt-1 ml-1 shrink-0 text-ink-faint" /><span className="line-clamp-2 break-words">{citation.quote}</span></span>}
              </button>
            </li>
          );
        })}
      </ul>
      {citations.length > list.length && (
        <button type="button" onClick={() => { setAll(true); }} className="min-h-9 justify-self-start px-2 text-sm text-accent underline-offset-4 hover:underline">{n('chat.moreSources', citations.length - list.length)}</button>
      )}
    </div>
  );
};
