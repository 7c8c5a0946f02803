import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useShortcuts } from '../../../../app/shortcuts.tsx';
import { useLanguage } from '../../../../i18n/language.tsx';
import type { Focus } from '../focus.ts';
import { useWidth } from '../use-width.ts';
import { ViewerBar } from '../viewer-bar.tsx';
import { ViewerBroken, ViewerLocked, ViewerLockedElsewhere, ViewerOpening } from '../viewer-notes.tsx';
import { stepZoom, type Zoom } from '../zoom.ts';
import '../word-layer.css';
import './text-layer.css';
import { PdfPage } from './pdf-page.tsx';
import { useNearPages } from './use-near-pages.ts';
import { usePdf } from './use-pdf.ts';

/** A point is 1/72 inch, a CSS pixel 1/96: at 100 % a page has its size on paper. */
const pixelsPerPoint = 96 / 72;
const margins = { wide: 24, narrow: 8, below: 640 };
const a4 = { width: 595, height: 842 };

const Pages = ({ id, version, pdf, focus }: { id: string; version: number; pdf: PDFDocumentProxy; focus: Focus | null }) => {
  const { t } = useLanguage();
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const [zoom, setZoom] = useState<Zoom>('width');
  const [missed, setMissed] = useState(false);
  useEffect(() => {
    setMissed(false);
  }, [focus]);
  const [guess, setGuess] = useState<{ width: number; height: number } | null>(null);
  useEffect(() => {
    pdf.getPage(1).then((page) => {
      const { width: wide, height } = page.getViewport({ scale: 1 });
      setGuess({ width: wide, height });
    }, () => {
      setGuess(a4);
    });
  }, [pdf]);
  const { near, current } = useNearPages(scroller, guess ? pdf.numPages : 0);
  const ready = guess !== null && width > 0;
  const margin = width < margins.below ? margins.narrow : margins.wide;
  const fit = ready ? Math.min((width - 2 * margin) / guess.width, 2 * pixelsPerPoint) : 1;
  const scale = zoom === 'width' ? fit : zoom * pixelsPerPoint;
  const goTo = useCallback((page: number) => {
    const [pages, sheet] = [scroller.current, scroller.current?.querySelector(`[data-page="${page}"]`)];
    if (pages && sheet) pages.scrollBy({ top: sheet.getBoundingClientRect().top - pages.getBoundingClientRect().top });
  }, []);
  useEffect(() => {
    if (ready && focus?.page) goTo(focus.page);
  }, [ready, focus, goTo]);
  const shown = scale / pixelsPerPoint;
  useShortcuts([
    { keys: '+', label: 'viewer.zoomIn', run: () => { setZoom(stepZoom(shown, 1)); } },
    { keys: '-', label: 'viewer.zoomOut', run: () => { setZoom(stepZoom(shown, -1)); } },
    { keys: '0', label: 'viewer.fit', run: () => { setZoom('width'); } },
    { keys: 'n', label: 'viewer.next', run: () => { goTo(Math.min(pdf.numPages, current + 1)); } },
    { keys: 'p', label: 'viewer.previous', run: () => { goTo(Math.max(1, current - 1)); } },
  ]);
  return (
    <>
      <ViewerBar shown={shown} onZoom={setZoom} page={current} pages={pdf.numPages} onPage={goTo} isMissed={missed} />
      <div ref={scroller} tabIndex={0} role="region" aria-label={t('viewer.pages')} className="min-h-0 flex-1 overflow-auto bg-sunken -outline-offset-2">
        <div className="grid w-max min-w-full gap-4" style={{ padding: margin }}>
          {ready && Array.from({ length: pdf.numPages }, (_, index) => (
            <PdfPage key={index} id={id} version={version} pdf={pdf} number={index + 1} scale={scale} near={near.has(index + 1) || focus?.page === index + 1} guess={guess} focus={focus} onLooked={setMissed} />
          ))}
        </div>
      </div>
    </>
  );
};

type Props = {
  id: string;
  version: number;
  focus: Focus | null;
  /** The password, where it was given to have the file read. */
  password?: string | undefined;
  /** It is asked for elsewhere on the screen. */
  asked: boolean;
};

/** A PDF, page below page. */
export const PdfViewer = ({ id, version, focus, password, asked }: Props) => {
  const state = usePdf(id, version, password);
  switch (state.step) {
    case 'opening': return <ViewerOpening />;
    case 'broken': return <ViewerBroken />;
    case 'locked': return asked ? <ViewerLockedElsewhere /> : <ViewerLocked wrong={state.wrong} onGive={state.give} />;
    case 'open': return <Pages id={id} version={version} pdf={state.pdf} focus={focus} />;
  }
};
