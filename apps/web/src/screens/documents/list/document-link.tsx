import { Link } from '@tanstack/react-router';
import { cx } from '../../../ui/cx.ts';
import type { ItemProps } from './row-props.ts';

type Props = Pick<ItemProps, 'document' | 'index' | 'active' | 'selecting' | 'onToggle'> & { className?: string };

/** A document's title as a link that covers its row or card. With shift, or while selecting, a click selects. */
export const DocumentLink = ({ document, index, active, selecting, onToggle, className }: Props) => (
  <Link
    to="/documents/$documentId"
    params={{ documentId: document.id }}
    tabIndex={active ? 0 : -1}
    preload="intent"
    title={document.title}
    className={cx('after:absolute after:inset-0 after:content-[""]', className)}
    onClick={(event) => {
      if (!event.shiftKey && (!selecting || event.ctrlKey || event.metaKey || event.detail === 0)) return;
      event.preventDefault();
      onToggle(index, event.shiftKey);
    }}
  >
    {document.title}
  </Link>
);
