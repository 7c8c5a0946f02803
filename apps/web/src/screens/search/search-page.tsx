import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { CircleQuestionMark, SlidersHorizontal } from 'lucide-react';
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useApi } from '../../app/session.tsx';
import { useShortcuts } from '../../app/shortcuts.tsx';
import { searchQuery } from '../../data/search.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Failed } from '../../ui/failed.tsx';
import { Menu, MenuChoice } from '../../ui/menu.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { Facets } from './facets.tsx';
import { NoResults } from './no-results.tsx';
import { useRecentSearches } from './recent-searches.ts';
import { ResultRow } from './result-row.tsx';
import { SearchField } from './search-field.tsx';
import { SearchHelp } from './search-help.tsx';
import { SearchStart } from './search-start.tsx';
import { facetNames, modes, readSearchSearch, requestOf, toggleFacet, withoutFacet, type SearchSearch } from './search-search.ts';

const settleMs = 220;

const focusResult = (list: HTMLElement | null, step: number) => {
  const all = [...(list?.querySelectorAll<HTMLElement>('[data-result]') ?? [])];
  const at = all.findIndex((one) => one === document.activeElement);
  const next = all[at + step];
  if (next) next.focus();
  else if (at + step < 0) document.querySelector<HTMLElement>('[data-search]')?.focus();
};

/** Finds documents by words, by meaning and by what they are. Everything it shows lies in its address. */
export const SearchPage = () => {
  const { t, n } = useLanguage();
  const navigate = useNavigate();
  const search = useSearch({ from: '/vault/search', select: readSearchSearch, structuralSharing: true });
  const recent = useRecentSearches();
  const wide = useMedia('(min-width: 64rem)');
  const [help, setHelp] = useState(false);
  const [narrow, setNarrow] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  usePageTitle(search.q ? `${search.q} · ${t('nav.search')}` : t('nav.search'));
  const empty = Object.keys(search).every((name) => name === 'mode');
  const found = useInfiniteQuery({ ...searchQuery(useApi(), requestOf(search)), enabled: !empty });
  const results = empty ? [] : (found.data?.pages.flatMap((page) => page.results) ?? []);
  const first = found.data?.pages[0];
  useEffect(() => {
    // Coming back to results, the keyboard of a phone would cover them.
    if (empty) document.querySelector<HTMLElement>('[data-search]')?.focus({ preventScroll: true });
    return () => { clearTimeout(timer.current); };
  }, []);
  const show = useCallback((next: SearchSearch, replace: boolean) => void navigate({ to: '/search', search: readSearchSearch(next), replace }), [navigate]);
  const onQuery = (q: string, now: boolean) => {
    clearTimeout(timer.current);
    if (now) {
      recent.remember(q);
      show({ ...search, q }, q === search.q);
    } else timer.current = setTimeout(() => { show({ ...search, q }, true); }, settleMs);
  };
  const remember = () => { recent.remember(search.q ?? ''); };
  const write = (text: string) => {
    onQuery(`${search.q ? `${search.q} ` : ''}${text}`, true);
    document.querySelector<HTMLElement>('[data-search]')?.focus();
  };
  const down = () => { focusResult(list.current, 1); };
  const up = () => { focusResult(list.current, -1); };
  useShortcuts([
    { keys: 'j', label: 'search.shortcut.next', run: down },
    { keys: 'k', label: 'search.shortcut.previous', run: up },
  ]);
  const arrows = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    (event.key === 'ArrowDown' ? down : up)();
  };
  const chosen = facetNames.reduce((sum, name) => sum + (Array.isArray(search[name]) ? search[name].length : search[name] === undefined ? 0 : 1), 0);
  const facets = <Facets search={search} counts={empty ? undefined : first?.facets} onToggle={(facet, value) => { show(toggleFacet(search, facet, value), true); }} />;
  return (
    <div className="mx-auto grid max-w-6xl content-start gap-x-8 px-3 pb-12 md:px-6 lg:grid-cols-[minmax(0,1fr)_15rem]">
      <div className="sticky top-0 z-20 -mx-3 flex items-center gap-1 bg-paper px-3 pt-4 pb-2 md:-mx-6 md:px-6 lg:col-span-2">
        <h1 className="sr-only">{t('nav.search')}</h1>
        <SearchField
          query={search.q ?? ''}
          recent={recent.list}
          onQuery={onQuery}
          onOpen={(documentId) => void navigate({ to: '/documents/$documentId', params: { documentId } })}
          onDown={down}
        />
        <IconButton label={t('search.help.open')} className="size-11 shrink-0" onClick={() => { setHelp(true); }}><CircleQuestionMark size={20} aria-hidden /></IconButton>
        <Menu trigger={<IconButton label={t('search.mode')} className={cx('size-11 shrink-0', search.mode && 'text-accent')}><SlidersHorizontal size={20} aria-hidden /></IconButton>}>
          <MenuChoice label={t('search.mode')} value={search.mode ?? 'hybrid'} options={modes.map((value) => ({ value, label: t(`search.mode.${value}`) }))} onChange={(mode) => { show(readSearchSearch({ ...search, mode }), true); }} />
        </Menu>
      </div>
      <div className="min-w-0">
        <div className="flex min-h-11 items-center justify-between gap-3 px-1">
          <p role="status" className="text-sm text-ink-soft tabular-nums">{!empty && first ? n('search.count', first.total) : ''}</p>
          {!wide && !empty && (
            <Button small kind="quiet" aria-expanded={narrow} onClick={() => { setNarrow(!narrow); }}>{t('search.narrow')}{chosen > 0 && <span className="rounded-full bg-accent px-1.5 text-xs text-on-accent tabular-nums">{chosen}</span>}</Button>
          )}
          {wide && chosen > 0 && <Button small kind="quiet" onClick={() => { show(withoutFacet(search), true); }}>{t('search.none.facets')}</Button>}
        </div>
        {!wide && narrow && !empty && <div className="enter mb-3 rounded-card border border-line bg-surface p-3">{facets}</div>}
        {empty && <SearchStart recent={recent.list} onTry={(q) => { onQuery(q, true); }} onForget={recent.forget} onHelp={() => { setHelp(true); }} />}
        {!empty && found.isPending && (
          <div role="status" aria-label={t('common.loading')} className="grid gap-3 p-3">{[0, 1, 2, 3, 4].map((row) => <Skeleton key={row} className="h-20" />)}</div>
        )}
        {!empty && found.isError && results.length === 0 && <Failed error={found.error} retry={() => void found.refetch()} />}
        {!empty && found.isSuccess && results.length === 0 && <NoResults search={search} onTry={(next) => { show(next, false); }} />}
        {results.length > 0 && (
          <ol ref={list} aria-label={t('search.results')} aria-busy={found.isPlaceholderData} onKeyDown={arrows} className="grid gap-1">
            {results.map((result) => <ResultRow key={result.documentId} result={result} query={search.q ?? ''} onOpen={remember} />)}
          </ol>
        )}
        {!empty && found.hasNextPage && (
          <div className="grid justify-items-center pt-4"><Button disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{t('search.more')}</Button></div>
        )}
      </div>
      {wide && <aside aria-label={t('search.narrow')} className="pt-3">{!empty && facets}</aside>}
      {help && <SearchHelp onClose={() => { setHelp(false); }} onTry={write} />}
    </div>
  );
};
