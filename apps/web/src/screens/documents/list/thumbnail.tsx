import { FileText, Image, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { DocumentSummary } from '@docuvault/contract/document.ts';
import { useThumbnail } from '../../../data/thumbnails.ts';
import { cx } from '../../../ui/cx.ts';

/** Files of words have no picture: only their text is read. */
const isDrawn = (mimeType: string) => mimeType === 'application/pdf' || mimeType.startsWith('image/');

type Props = { document: DocumentSummary; className?: string; icon?: number };

/** The first page as a picture; what stands in for it tells what is going on. Its title stands beside it, so it has no name of its own. */
export const Thumbnail = ({ document, className, icon = 18 }: Props) => {
  const url = useThumbnail(document.id, `${document.version} ${document.status === 'completed'}`, document.status === 'completed' && isDrawn(document.mimeType));
  const Icon = document.status === 'failed' ? TriangleAlert : document.status !== 'completed' ? LoaderCircle : document.mimeType.startsWith('image/') ? Image : FileText;
  return (
    <span className={cx('grid place-items-center overflow-hidden bg-sunken text-ink-faint', className)}>
      {url ? <img src={url} alt="" draggable={false} className="size-full object-cover object-top" /> : <Icon size={icon} aria-hidden className={document.status === 'failed' ? 'text-warn' : ''} />}
    </span>
  );
};
