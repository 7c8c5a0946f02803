import { ArrowLeft, ArrowRight, Pencil, Trash2, TriangleAlert } from 'lucide-react';
import { useLanguage } from '../../i18n/language.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { Scan } from './use-scan.ts';

/** The pages taken so far, in the order in which they will stand. */
export const PageStrip = ({ scan, onEdit }: { scan: Scan; onEdit(id: string): void }) => {
  const { t } = useLanguage();
  return (
    <ol aria-label={t('scan.pages')} className="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-3">
      {scan.pages.map((page, index) => {
        const named = { page: index + 1 };
        return (
          <li key={page.id} className="grid min-w-0 overflow-hidden rounded-control border border-line bg-surface">
            <button type="button" onClick={() => { onEdit(page.id); }} aria-label={t('scan.edit', named)} className="relative block h-40 -outline-offset-2 bg-sunken p-2">
              {page.previewUrl ? <img src={page.previewUrl} alt="" className="size-full object-contain" /> : <Skeleton className="size-full" />}
              <span aria-hidden className="absolute top-2 left-2 rounded-full bg-paper px-2 text-xs font-medium tabular-nums">{index + 1}</span>
              {!page.found && <span className="absolute inset-x-0 bottom-0 flex items-center justify-center gap-1 bg-warn-wash py-1 text-xs text-warn"><TriangleAlert size={13} aria-hidden />{t('scan.checkEdges')}</span>}
            </button>
            <div className="flex justify-between border-t border-line">
              <IconButton className="size-9" label={t('scan.earlier', named)} disabled={index === 0} onClick={() => { scan.move(page.id, -1); }}><ArrowLeft size={16} aria-hidden /></IconButton>
              <IconButton className="size-9" label={t('scan.edit', named)} onClick={() => { onEdit(page.id); }}><Pencil size={15} aria-hidden /></IconButton>
              <IconButton className="size-9" label={t('scan.remove', named)} onClick={() => { scan.remove(page.id); }}><Trash2 size={15} aria-hidden /></IconButton>
              <IconButton className="size-9" label={t('scan.later', named)} disabled={index === scan.pages.length - 1} onClick={() => { scan.move(page.id, 1); }}><ArrowRight size={16} aria-hidden /></IconButton>
            </div>
          </li>
        );
      })}
    </ol>
  );
};
