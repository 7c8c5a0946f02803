import { ChevronDown, ChevronUp, MoveHorizontal, RotateCw, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLanguage } from '../../../i18n/language.tsx';
import { IconButton } from '../../../ui/button.tsx';
import { stepZoom, type Zoom } from './zoom.ts';

type Props = {
  shown: number;
  onZoom(zoom: Zoom): void;
  page?: number;
  pages?: number;
  onPage?(page: number): void;
  onTurn?(): void;
  /** What was looked for does not stand there. */
  isMissed?: boolean;
};

const PageBox = ({ page, pages, onPage }: { page: number; pages: number; onPage(page: number): void }) => {
  const { t } = useLanguage();
  const [typed, setTyped] = useState(String(page));
  useEffect(() => {
    setTyped(String(page));
  }, [page]);
  const go = () => {
    const wanted = Number(typed);
    if (Number.isInteger(wanted) && wanted >= 1 && wanted <= pages) onPage(wanted);
    else setTyped(String(page));
  };
  return (
    <form
      className="flex items-center gap-1.5 text-sm tabular-nums"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <input aria-label={t('viewer.goTo')} inputMode="numeric" value={typed} onChange={(event) => { setTyped(event.target.value); }} onBlur={go} className="h-9 w-11 rounded-control border border-line-strong bg-surface text-center" />
      <span className="text-ink-soft">{t('viewer.of', { pages })}</span>
    </form>
  );
};

/** Pages and size of what is shown. */
export const ViewerBar = ({ shown, onZoom, page, pages, onPage, onTurn, isMissed = false }: Props) => {
  const { t, format } = useLanguage();
  return (
    <div role="toolbar" aria-label={t('viewer.bar')} className="flex min-h-12 flex-wrap items-center justify-center gap-1 border-b border-line bg-paper px-2">
      {page !== undefined && pages !== undefined && onPage && pages > 1 && (
        <>
          <IconButton label={t('viewer.previous')} disabled={page <= 1} onClick={() => { onPage(page - 1); }}><ChevronUp size={18} aria-hidden /></IconButton>
          <IconButton label={t('viewer.next')} disabled={page >= pages} onClick={() => { onPage(page + 1); }}><ChevronDown size={18} aria-hidden /></IconButton>
          <PageBox page={page} pages={pages} onPage={onPage} />
          <span className="mx-2 h-6 w-px bg-line" aria-hidden />
        </>
      )}
      <IconButton label={t('viewer.zoomOut')} onClick={() => { onZoom(stepZoom(shown, -1)); }}><ZoomOut size={18} aria-hidden /></IconButton>
      <span aria-live="polite" className="w-12 text-center text-sm text-ink-soft tabular-nums">{format.percent(shown)}</span>
      <IconButton label={t('viewer.zoomIn')} onClick={() => { onZoom(stepZoom(shown, 1)); }}><ZoomIn size={18} aria-hidden /></IconButton>
      <IconButton label={t('viewer.fit')} onClick={() => { onZoom('width'); }}><MoveHorizontal size={18} aria-hidden /></IconButton>
      {onTurn && <IconButton label={t('viewer.turn')} onClick={onTurn}><RotateCw size={17} aria-hidden /></IconButton>}
      <p role="status" className="basis-full text-center text-xs text-ink-soft empty:hidden">{isMissed ? t('viewer.missed') : ''}</p>
    </div>
  );
};
