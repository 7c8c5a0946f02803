import { OutputScale, TextLayer, type PageViewport, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type DrawnText = { strings: readonly string[]; elements: readonly HTMLElement[] };

/** A picture larger than this (in pixels) is drawn coarser: phones give up beyond it. */
const mostPixels = 16_000_000;

/** Draws a page into the canvas and lays its text over it, for selecting and finding. */
export const drawPage = (page: PDFPageProxy, viewport: PageViewport, canvas: HTMLCanvasElement, layer: HTMLElement, leave: AbortSignal): Promise<DrawnText> => {
  const { sx } = new OutputScale();
  const sharp = Math.min(sx, Math.sqrt(mostPixels / (viewport.width * viewport.height)));
  canvas.width = Math.floor(viewport.width * sharp);
  canvas.height = Math.floor(viewport.height * sharp);
  const drawing = page.render({ canvas, viewport, transform: [sharp, 0, 0, sharp, 0, 0] });
  layer.replaceChildren();
  layer.style.setProperty('--total-scale-factor', String(viewport.scale));
  const text = new TextLayer({ textContentSource: page.streamTextContent(), container: layer, viewport });
  leave.addEventListener('abort', () => {
    drawing.cancel();
    text.cancel();
  });
  return Promise.all([drawing.promise, text.render()]).then(() => ({ strings: text.textContentItemsStr, elements: text.textDivs }));
};
