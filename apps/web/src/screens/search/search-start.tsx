import { useQuery } from '@tanstack/react-query';
import { Clock, Search } from 'lucide-react';
import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import { useApi } from '../../app/session.tsx';
import { countsQuery } from '../../data/counts.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { quoted } from './complete-query.ts';

const chip = 'inline-flex min-h-9 max-w-full items-center gap-2 rounded-full border border-line-strong bg-surface px-3 text-sm text-ink-soft hover:bg-accent-wash hover:text-ink';

type Props = { recent: readonly string[]; onTry(query: string): void; onForget(): void; onHelp(): void };

/** Before anything is typed: what was looked for before, and what could be. */
export const SearchStart = ({ recent, onTry, onForget, onHelp }: Props) => {
  const { t } = useLanguage();
  const { data: counts } = useQuery(countsQuery(useApi()));
  const types = (counts?.facets.documentType ?? []).filter(({ value }) => value !== 'other').slice(0, 5);
  const people = (counts?.facets.person ?? []).slice(0, 3);
  const tags = (counts?.facets.tags ?? []).slice(0, 3);
  const tries = [
    ...types.map(({ value }) => ({ query: `type:${value}`, label: t(`type.${value as DocumentType}`) })),
    ...people.map(({ value }) => ({ query: `person:${quoted(value)}`, label: value })),
    ...tags.map(({ value }) => ({ query: `tag:${quoted(value)}`, label: `#${value}` })),
  ];
  return (
    <div className="grid max-w-2xl gap-8 px-1 py-6">
      {recent.length > 0 && (
        <section aria-label={t('search.recent')} className="grid gap-2">
          <div className="flex items-center justify-between">
            <h2 className="text-sm font-medium text-ink-soft">{t('search.recent')}</h2>
            <button type="button" onClick={onForget} className="min-h-9 px-2 text-sm text-ink-faint underline-offset-4 hover:text-ink hover:underline">{t('search.forget')}</button>
          </div>
          <ul className="flex flex-wrap gap-2">
            {recent.map((query) => (
              <li key={query} className="max-w-full"><button type="button" className={chip} onClick={() => { onTry(query); }}><Clock size={14} aria-hidden className="shrink-0 text-ink-faint" /><span className="truncate">{query}</span></button></li>
            ))}
          </ul>
        </section>
      )}
      {tries.length > 0 && (
        <section aria-label={t('search.inVault')} className="grid gap-2">
          <h2 className="text-sm font-medium text-ink-soft">{t('search.inVault')}</h2>
          <ul className="flex flex-wrap gap-2">
            {tries.map(({ query, label }) => <li key={query} className="max-w-full"><button type="button" className={chip} onClick={() => { onTry(query); }}><Search size={14} aria-hidden className="shrink-0 text-ink-faint" /><span className="truncate">{label}</span></button></li>)}
          </ul>
        </section>
      )}
      <section aria-label={t('search.teach.title')} className="grid gap-2 text-ink-soft">
        <h2 className="text-sm font-medium">{t('search.teach.title')}</h2>
        <ul className="grid list-disc gap-1.5 pl-5 text-sm">
          <li>{t('search.teach.words')}</li>
          <li>{t('search.teach.meaning')}</li>
          <li>{t('search.teach.numbers')}</li>
        </ul>
        <p><button type="button" onClick={onHelp} className="min-h-9 text-sm font-medium text-accent underline underline-offset-4">{t('search.help.open')}</button></p>
      </section>
    </div>
  );
};
