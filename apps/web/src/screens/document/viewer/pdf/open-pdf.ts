import { getDocument, GlobalWorkerOptions, type PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { createTrustedWorker } from '../../../../app/trusted-worker.ts';

const assets = '/assets/pdfjs/';

/** A file at hand, or where it is. */
export type PdfSource = { data: ArrayBuffer } | { url: string; headers: Record<string, string> };

/** Begins to open a PDF in a worker. The file's scripts, forms and links stay asleep: only its pages are drawn. */
export const openPdf = ({ source, password }: { source: PdfSource; password: string | undefined }): PDFDocumentLoadingTask => {
  GlobalWorkerOptions.workerPort ??= createTrustedWorker(workerUrl);
  return getDocument({
    ...('data' in source ? source : { url: source.url, httpHeaders: source.headers }),
    ...(password ? { password } : {}),
    cMapUrl: `${assets}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${assets}standard_fonts/`,
    wasmUrl: `${assets}wasm/`,
    iccUrl: `${assets}iccs/`,
    enableXfa: false,
    disableAutoFetch: false,
    verbosity: 0,
  });
};
