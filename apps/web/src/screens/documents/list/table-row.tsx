import { memo } from 'react';
import { useLanguage } from '../../../i18n/language.tsx';
import { cx } from '../../../ui/cx.ts';
import { DocumentLink } from './document-link.tsx';
import { ExpiryNote } from './expiry-note.tsx';
import { OwnerNote } from './owner-note.tsx';
import type { ItemProps } from './row-props.ts';
import { SelectBox } from './select-box.tsx';
import { StatusNote } from './status-note.tsx';
import { Thumbnail } from './thumbnail.tsx';

/** The columns; narrow windows show the first two, with the rest in a line below the title. */
export const columns = 'grid grid-cols-[2.75rem_minmax(0,1fr)] md:grid-cols-[2.75rem_minmax(0,1fr)_9rem_7.5rem] lg:grid-cols-[2.75rem_minmax(0,1fr)_9rem_minmax(0,8rem)_7rem_6.75rem] 2xl:grid-cols-[2.75rem_minmax(0,1fr)_11rem_minmax(0,12rem)_8rem_9rem_9rem]';
const from = { md: 'hidden md:block', lg: 'hidden lg:block', xxl: 'hidden 2xl:block' };
export const columnShown = from;

const Tags = ({ tags }: { tags: readonly string[] }) => (
  <span className="flex min-w-0 gap-1 overflow-hidden">
    {tags.slice(0, 3).map((tag) => (
      <span key={tag} className="max-w-24 truncate rounded-full border border-line px-2 py-0.5 text-xs text-ink-soft">{tag}</span>
    ))}
  </span>
);

/** A document as a row of the table. */
export const TableRow = memo((props: ItemProps) => {
  const { document, index, selected, active, trashed, onFocus } = props;
  const { t, format } = useLanguage();
  const added = trashed && document.deletedAt ? document.deletedAt : document.createdAt;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-index={index}
      tabIndex={active ? 0 : -1}
      onFocus={() => { onFocus(index); }}
      className={cx(columns, 'relative h-full items-center border-b border-line px-2 text-sm -outline-offset-2 md:px-4', selected ? 'bg-accent-wash' : 'hover:bg-sunken')}
    >
      <div role="gridcell"><SelectBox {...props} className="relative" /></div>
      <div role="gridcell" className="flex min-w-0 items-center gap-3 pr-3">
        <Thumbnail document={document} className="h-10 w-8 shrink-0 rounded border border-line md:h-9 md:w-7" icon={16} />
        <div className="min-w-0">
          <div className="flex min-w-0 items-center gap-2">
            <DocumentLink {...props} className="truncate font-medium" />
            <StatusNote document={document} />
            <OwnerNote document={document} />
          </div>
          <div className="truncate text-ink-soft md:hidden">{t(`type.${document.documentType}`)} · {format.date(added)}</div>
        </div>
      </div>
      <div role="gridcell" className={cx(from.md, 'truncate pr-3 text-ink-soft')}>{t(`type.${document.documentType}`)}</div>
      <div role="gridcell" className={cx(from.lg, 'pr-3')}><Tags tags={document.tags} /></div>
      <div role="gridcell" className={cx(from.xxl, 'truncate pr-3 text-ink-soft')}>{document.person}</div>
      <div role="gridcell" className={cx(from.lg, 'truncate text-ink-soft')}>{document.expiresOn && <ExpiryNote date={document.expiresOn} />}</div>
      <div role="gridcell" className={cx(from.md, 'truncate text-ink-soft tabular-nums')}><time dateTime={added}>{format.date(added)}</time></div>
    </div>
  );
});
TableRow.displayName = 'TableRow';
