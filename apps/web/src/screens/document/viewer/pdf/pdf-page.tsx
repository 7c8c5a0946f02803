import type { PageViewport, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useLanguage } from '../../../../i18n/language.tsx';
import type { Box } from '../boxes.ts';
import { bringIntoView } from '../bring-into-view.ts';
import { findWords } from '../find-words.ts';
import { isMissed, type Focus } from '../focus.ts';
import { LitBoxes } from '../lit-boxes.tsx';
import { useWords } from '../use-words.ts';
import { WordLayer } from '../word-layer.tsx';
import { drawPage, type DrawnText } from './draw-page.ts';
import { boxesOf, rowOrder } from './light-up.ts';

/** A page with fewer letters of its own than this is a picture, perhaps with a stamp. */
const fewLetters = 20;

type Props = {
  id: string;
  version: number;
  pdf: PDFDocumentProxy;
  number: number;
  scale: number;
  near: boolean;
  /** Size of a page that has not been opened yet, in points. */
  guess: { width: number; height: number };
  focus: Focus | null;
  /** Says whether what was asked for of this page was found. */
  onLooked(isMissed: boolean): void;
};

const none: readonly Box[] = [];

/** One page of a PDF: a frame of its size at once, drawn when it comes near. */
export const PdfPage = ({ id, version, pdf, number, scale, near, guess, focus, onLooked }: Props) => {
  const { t } = useLanguage();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const [page, setPage] = useState<PDFPageProxy | null>(null);
  const [drawn, setDrawn] = useState<DrawnText | null>(null);
  const [found, setFound] = useState<readonly Box[] | null>(null);
  useEffect(() => {
    if (!near || page) return;
    let left = false;
    pdf.getPage(number).then((opened) => {
      if (!left) setPage(opened);
    }, () => undefined);
    return () => {
      left = true;
    };
  }, [pdf, number, near, page]);
  useEffect(() => {
    if (!near || !page || !canvas.current || !layer.current) return;
    const leave = new AbortController();
    const viewport: PageViewport = page.getViewport({ scale });
    drawPage(page, viewport, canvas.current, layer.current, leave.signal).then(setDrawn, () => undefined);
    return () => {
      leave.abort();
      setDrawn(null);
    };
  }, [page, scale, near]);
  useEffect(() => {
    if (!drawn || !frame.current) {
      setFound(null);
      return;
    }
    const orders = [[...drawn.strings.keys()], rowOrder(drawn.elements)];
    setFound(focus ? boxesOf(findWords(drawn.strings, focus.wanted, focus.loose, orders), drawn.elements, frame.current) : []);
  }, [drawn, focus]);
  const isPicture = useMemo(() => drawn !== null && drawn.strings.join('').trim().length < fewLetters, [drawn]);
  const isMissing = found?.length === 0 && focus !== null && focus.wanted.length > 0 && (focus.page === null || focus.page === number);
  const recognised = useWords(id, version, number, near && (isPicture || isMissing), focus);
  const boxes = found && found.length > 0 ? found : drawn ? recognised.boxes : none;
  useEffect(() => {
    if (boxes.length > 0 && focus?.page === number) bringIntoView(frame.current?.querySelector('[data-lit]'));
  }, [boxes, focus, number]);
  const isLooked = found !== null && (found.length > 0 || !isMissing || recognised.settled);
  useEffect(() => {
    if (isLooked && focus?.page === number) onLooked(isMissed(focus, boxes));
  }, [isLooked, boxes, focus, number, onLooked]);
  const size = page ? page.getViewport({ scale }) : { width: guess.width * scale, height: guess.height * scale };
  return (
    <div ref={frame} data-page={number} role="group" aria-label={t('viewer.page', { page: number })} className="relative mx-auto bg-white shadow-raised" style={{ width: size.width, height: size.height }}>
      {near && (
        <>
          <canvas ref={canvas} aria-hidden className="absolute inset-0 size-full" />
          <LitBoxes boxes={boxes} />
          <div ref={layer} className="text-layer" />
          {isPicture && recognised.words && <WordLayer page={recognised.words} shape={size.width / size.height} />}
        </>
      )}
    </div>
  );
};
