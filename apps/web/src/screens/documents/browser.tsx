import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { useApi } from '../../app/session.tsx';
import { useShortcuts } from '../../app/shortcuts.tsx';
import type { BulkChange } from '../../data/bulk.ts';
import { documentsQuery } from '../../data/documents.ts';
import { Failed } from '../../ui/failed.tsx';
import { BulkBar } from './bulk/bulk-bar.tsx';
import { useBulk } from './bulk/use-bulk.ts';
import { filterOf, type DocumentsSearch } from './documents-search.ts';
import { DocumentList } from './list/document-list.tsx';
import { ListSkeleton } from './list/list-skeleton.tsx';
import { nothing, selectAll, selectLoaded, toggle, type Selection } from './selection.ts';

/** `heading` is given how many there are; null where that is not known. */
type Props = { search: DocumentsSearch; trashed: boolean; empty: ReactNode; heading(count: number | null, hasMore: boolean): ReactNode };

/** A list of documents with all that can be done to many of them. */
export const Browser = ({ search, trashed, empty, heading }: Props) => {
  const api = useApi();
  const { shape = 'table', sort = trashed ? '-deletedAt' : '-createdAt' } = search;
  const filter = { ...filterOf(search), ...(trashed ? { trashed: true } : {}) };
  const list = useInfiniteQuery(documentsQuery(api, { ...filter, sort }));
  const documents = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data]);
  const listed = JSON.stringify(filter);
  const [kept, setKept] = useState({ of: listed, selection: nothing });
  const selection = kept.of === listed ? kept.selection : nothing;
  const setSelection = useCallback((next: Selection | ((before: Selection) => Selection)) => {
    setKept((before) => ({ of: listed, selection: typeof next === 'function' ? next(before.of === listed ? before.selection : nothing) : next }));
  }, [listed]);
  const clear = () => {
    setSelection(nothing);
  };
  const { mutate, isPending } = useBulk(clear);
  const ids = useMemo(() => documents.map(({ id }) => id), [documents]);
  const onToggle = useCallback((id: string, range: boolean) => {
    setSelection((before) => toggle(before, ids, id, range));
  }, [ids, setSelection]);
  const { fetchNextPage, isFetchingNextPage, hasNextPage } = list;
  const loadMore = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage]);
  const selectPage = () => {
    setSelection(selectLoaded(ids));
  };
  useShortcuts([{ keys: 'mod+a', label: 'documents.shortcut.page', run: selectPage }]);
  const chosen = useMemo(() => (selection === nothing ? [] : documents.filter(({ id }) => selection.all || selection.ids.has(id))), [documents, selection]);
  const onChange = (change: BulkChange) => {
    mutate({ change, target: { ids: selection.all ? null : [...selection.ids], filter, known: chosen } });
  };
  return (
    <>
      {heading(list.data ? documents.length : null, hasNextPage)}
      {list.isPending && <ListSkeleton shape={shape} />}
      {list.isError && documents.length === 0 && <Failed error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && documents.length === 0 && empty}
      {documents.length > 0 && (
        <DocumentList documents={documents} shape={shape} selection={selection} trashed={trashed} hasMore={hasNextPage} loadMore={loadMore} onToggle={onToggle} />
      )}
      {selection !== nothing && <div className="h-24" aria-hidden />}
      <BulkBar selection={selection} chosen={chosen} loaded={documents.length} hasMore={hasNextPage} trashed={trashed} busy={isPending} onAll={() => { setSelection(selectAll); }} onLoaded={selectPage} onClear={clear} onChange={onChange} />
    </>
  );
};
