import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef } from 'react';
import type { DocumentSummary } from '@docuvault/contract/document.ts';
import { chosenDensity } from '../../../app/density.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { useMedia } from '../../../ui/use-media.ts';
import type { Shape } from '../documents-search.ts';
import { isSelected, type Selection } from '../selection.ts';
import { DocumentCard } from './document-card.tsx';
import type { ItemProps } from './row-props.ts';
import { TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';
import { remPx, useColumns } from './use-columns.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useOffset } from './use-offset.ts';

type Props = {
  documents: readonly DocumentSummary[];
  shape: Shape;
  selection: Selection;
  trashed: boolean;
  hasMore: boolean;
  loadMore(): void;
  onToggle(id: string, range: boolean): void;
};

const heights = { table: 3.25, tableNarrow: 4, small: 14, large: 20 } as const;
const denseHeights = { table: 2.5, tableNarrow: 3.25 } as const;
/** More is asked for while this many lines are still to come. */
const ahead = 150;

/** The documents, of which only those in sight are in the page: scrolling costs the same with ten and with ten thousand. */
export const DocumentList = ({ documents, shape, selection, trashed, hasMore, loadMore, onToggle }: Props) => {
  const { t } = useLanguage();
  const root = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const wide = useMedia('(min-width: 48rem)');
  const columns = useColumns(root, shape);
  const offset = useOffset(body, shape);
  const rows = chosenDensity() === 'compact' ? denseHeights : heights;
  const height = (shape === 'table' ? (wide ? rows.table : rows.tableNarrow) : heights[shape]) * remPx();
  const lines = Math.ceil(documents.length / columns);
  const activeLine = useRef(0);
  const toggleAt = useCallback((index: number, range: boolean) => {
    const document = documents[index];
    if (document) onToggle(document.id, range);
  }, [documents, onToggle]);
  const virtual = useVirtualizer({
    count: lines,
    estimateSize: () => height,
    getScrollElement: () => document.getElementById('main'),
    scrollMargin: offset,
    overscan: shape === 'table' ? 10 : 3,
    scrollPaddingStart: 120,
    scrollPaddingEnd: 96,
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), Math.min(activeLine.current, lines - 1)])].filter((line) => line >= 0).sort((a, b) => a - b),
  });
  const { active, setActive, onKeyDown } = useGridKeys({
    count: documents.length, columns, root, onToggle: toggleAt,
    scrollTo: (index) => {
      activeLine.current = Math.floor(index / columns);
      virtual.scrollToIndex(activeLine.current);
    },
  });
  useEffect(() => {
    activeLine.current = Math.floor(active / columns);
  }, [active, columns]);
  useEffect(() => {
    virtual.measure();
  }, [virtual, height]);
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= lines - ahead) loadMore();
  }, [hasMore, last, lines, loadMore]);

  const selecting = selection.all || selection.ids.size > 0;
  const propsOf = (index: number): ItemProps | null => {
    const one = documents[index];
    return one ? { document: one, index, selected: isSelected(selection, one.id), active: index === active, trashed, selecting, onToggle: toggleAt, onFocus: setActive } : null;
  };
  return (
    <div
      ref={root}
      role="grid"
      tabIndex={-1}
      aria-label={t(trashed ? 'trash.title' : 'documents.list')}
      aria-multiselectable
      aria-rowcount={hasMore ? -1 : lines + (shape === 'table' ? 1 : 0)}
      onKeyDown={onKeyDown}
      className={shape === 'table' ? '' : 'px-4'}
    >
      {shape === 'table' && <TableHead trashed={trashed} />}
      <div ref={body} role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
        {shown.map((line) => (
          <div key={line.key} role={shape === 'table' ? 'presentation' : 'row'} aria-rowindex={shape === 'table' ? undefined : line.index + 1} className="absolute inset-x-0 top-0" style={{ height: line.size, transform: `translateY(${line.start - offset}px)` }}>
            {shape === 'table' ? (
              <Row {...propsOf(line.index)!} />
            ) : (
              <div role="presentation" className="grid h-full gap-3 pb-3" style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
                {Array.from({ length: columns }, (_, column) => propsOf(line.index * columns + column)).map((props) => props && <DocumentCard key={props.document.id} {...props} large={shape === 'large'} />)}
              </div>
            )}
          </div>
        ))}
      </div>
    </div>
  );
};

const Row = (props: Partial<ItemProps>) => (props.document ? <TableRow {...(props as ItemProps)} /> : null);
