import { getDocument, GlobalWorkerOptions, type PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { createTrustedWorker } from '../../../../app/trusted-worker.ts';

const assets = '/assets/pdfjs/';

/** Begins to open a PDF in a worker. The file's scripts, forms and links stay asleep: only its pages are drawn. */
export const openPdf = ({ url, headers, password }: { url: string; headers: Record<string, string>; password: string | undefined }): PDFDocumentLoadingTask => {
  GlobalWorkerOptions.workerPort ??= createTrustedWorker(workerUrl);
  return getDocument({
    url,
    httpHeaders: headers,
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
