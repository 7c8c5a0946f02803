import { useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import { useApi } from '../../app/session.tsx';
import { documentQuery, fewDocumentsQuery } from '../../data/documents.ts';
import { searchQuery } from '../../data/search.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { mostAbout } from './chat-search.ts';

type Choice = { id: string; title: string; documentType: string };

/** Chooses documents by searching for them; without a search, the newest and those chosen before. */
export const DocumentPicker = ({ chosen, onChoose, onClose }: { chosen: readonly string[]; onChoose(ids: string[]): void; onClose(): void }) => {
  const { t, n } = useLanguage();
  const api = useApi();
  const [typed, setTyped] = useState('');
  const [ids, setIds] = useState<readonly string[]>(chosen);
  const query = useDeferredValue(typed.trim());
  const newest = useQuery(fewDocumentsQuery(api, { sort: '-createdAt', status: 'completed', limit: 30 }));
  const before = useQueries({ queries: chosen.slice(0, 20).map((id) => documentQuery(api, id)) });
  const found = useInfiniteQuery({ ...searchQuery(api, { query, mode: 'hybrid', filters: {} }), enabled: query !== '' });
  const start: Choice[] = [...before.flatMap(({ data }) => data ?? []), ...(newest.data ?? [])];
  const list: Choice[] = query === '' ? [...new Map(start.map((one) => [one.id, one])).values()] : (found.data?.pages.flatMap(({ results }) => results) ?? []).map(({ documentId, title, documentType }) => ({ id: documentId, title, documentType }));
  const toggle = (id: string) => { setIds(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id].slice(-mostAbout)); };
  return (
    <Dialog title={t('chat.scope.title')} onClose={onClose}>
      <div className="relative">
        <Search size={17} aria-hidden className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-ink-faint" />
        <input type="text" inputMode="search" value={typed} aria-label={t('chat.scope.find')} placeholder={t('chat.scope.find')} autoComplete="off" onChange={(event) => { setTyped(event.target.value); }} className="min-h-11 w-full rounded-control border border-line-strong bg-surface pr-3 pl-10 placeholder:text-ink-faint" />
      </div>
      <ul className="grid h-72 grid-cols-[minmax(0,1fr)] content-start gap-0.5 overflow-y-auto" aria-label={t('chat.scope.list')} tabIndex={0}>
        {list.map(({ id, title, documentType }) => (
          <li key={id}>
            <label className="flex min-h-11 cursor-pointer items-center gap-3 rounded-control px-2 text-sm hover:bg-sunken">
              <input type="checkbox" className="size-4 shrink-0 accent-accent" checked={ids.includes(id)} onChange={() => { toggle(id); }} />
              <span className="min-w-0 grow truncate">{title}</span>
              <span className="shrink-0 text-xs text-ink-faint">{t(`type.${documentType as DocumentType}`)}</span>
            </label>
          </li>
        ))}
        {query !== '' && found.isSuccess && list.length === 0 && <li className="p-3 text-sm text-ink-soft">{t('search.none.title')}</li>}
      </ul>
      <div className="flex items-center gap-2">
        <p role="status" className="mr-auto text-sm text-ink-soft">{ids.length === 0 ? t('chat.scope.all') : n('documents.selected', ids.length)}</p>
        {ids.length > 0 && <Button kind="quiet" onClick={() => { setIds([]); }}>{t('common.clear')}</Button>}
        <Button
          kind="primary"
          onClick={() => {
            onChoose([...ids]);
            onClose();
          }}
        >
          {t('common.done')}
        </Button>
      </div>
    </Dialog>
  );
};
