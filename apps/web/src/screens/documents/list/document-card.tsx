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

/** A document as a card: its first page, and below it what it is. */
export const DocumentCard = memo((props: ItemProps & { large: boolean }) => {
  const { document, index, selected, active, large, onFocus } = props;
  const { t } = useLanguage();
  return (
    <div
      role="gridcell"
      aria-selected={selected}
      data-index={index}
      tabIndex={active ? 0 : -1}
      onFocus={() => { onFocus(index); }}
      className={cx('group relative flex h-full min-w-0 flex-col overflow-hidden rounded-card border bg-surface transition-shadow hover:shadow-raised', selected ? 'border-accent ring-2 ring-accent' : 'border-line')}
    >
      <Thumbnail document={document} className="min-h-0 w-full flex-1 border-b border-line" icon={28} />
      <SelectBox {...props} className={cx('absolute top-1.5 left-1.5 size-9 rounded-control bg-surface/90 [&>input]:size-6', selected || props.selecting ? '' : 'opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100')} />
      <div className={cx('grid shrink-0 gap-0.5 px-3 py-2', large ? 'h-24' : 'h-17')}>
        <DocumentLink {...props} className={cx('text-sm font-medium', large ? 'line-clamp-2' : 'truncate')} />
        <p className="flex min-w-0 items-center gap-2 text-xs text-ink-soft">
          {document.status === 'completed' && <span className="truncate">{t(`type.${document.documentType}`)}</span>}
          {document.expiresOn && <span className="shrink-0"><ExpiryNote date={document.expiresOn} relative /></span>}
          <StatusNote document={document} />
          <OwnerNote document={document} />
        </p>
        {large && document.summary && <p className="truncate text-xs text-ink-faint">{document.summary}</p>}
      </div>
    </div>
  );
});
DocumentCard.displayName = 'DocumentCard';
