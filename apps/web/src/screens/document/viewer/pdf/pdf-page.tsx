import type { PageViewport, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../../../../i18n/language.tsx';
import { findWords } from '../find-words.ts';
import type { Focus } from '../focus.ts';
import { drawPage, type DrawnText } from './draw-page.ts';
import { boxesOf, type Box } from './light-up.ts';

type Props = {
  pdf: PDFDocumentProxy;
  number: number;
  scale: number;
  near: boolean;
  /** Size of a page that has not been opened yet, in points. */
  guess: { width: number; height: number };
  focus: Focus | null;
};

/** One page of a PDF: a frame of its size at once, drawn when it comes near. */
export const PdfPage = ({ pdf, number, scale, near, guess, focus }: Props) => {
  const { t } = useLanguage();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const [page, setPage] = useState<PDFPageProxy | null>(null);
  const [drawn, setDrawn] = useState<DrawnText | null>(null);
  const [boxes, setBoxes] = useState<readonly Box[]>([]);
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
    const found = drawn && focus && frame.current ? boxesOf(findWords(drawn.strings, focus.wanted, focus.loose), drawn.elements, frame.current) : [];
    setBoxes(found);
  }, [drawn, focus]);
  useEffect(() => {
    if (boxes.length > 0 && focus?.page === number) frame.current?.querySelector('[data-lit]')?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }, [boxes, focus, number]);
  const size = page ? page.getViewport({ scale }) : { width: guess.width * scale, height: guess.height * scale };
  return (
    <div ref={frame} data-page={number} role="group" aria-label={t('viewer.page', { page: number })} className="relative mx-auto bg-white shadow-raised" style={{ width: size.width, height: size.height }}>
      {near && (
        <>
          <canvas ref={canvas} aria-hidden className="absolute inset-0 size-full" />
          {boxes.map((box, index) => (
            <span key={index} data-lit aria-hidden className="absolute rounded-xs bg-[#ffd84d]/55 mix-blend-multiply ring-2 ring-[#d9a400]/50" style={{ left: `${box.left * 100}%`, top: `${box.top * 100}%`, width: `${box.width * 100}%`, height: `${box.height * 100}%` }} />
          ))}
          <div ref={layer} className="text-layer" />
        </>
      )}
    </div>
  );
};
