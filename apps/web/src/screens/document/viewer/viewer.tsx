import { lazy, Suspense } from 'react';
import type { Document } from '@docuvault/contract/document.ts';
import type { Focus } from './focus.ts';
import { ImageViewer } from './image-viewer.tsx';
import { TextViewer } from './text-viewer.tsx';
import { ViewerOpening } from './viewer-notes.tsx';

const PdfViewer = lazy(() => import('./pdf/pdf-viewer.tsx').then((module) => ({ default: module.PdfViewer })));

const DocxViewer = lazy(() => import('./docx/docx-viewer.tsx').then((module) => ({ default: module.DocxViewer })));
const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The document itself, in the way that its kind of file allows. */
export const Viewer = ({ document, focus, password }: { document: Document; focus: Focus | null; password: string | undefined }) => {
  const { id, version, mimeType, title } = document;
  if (mimeType === 'application/pdf') return <Suspense fallback={<ViewerOpening />}><PdfViewer id={id} version={version} focus={focus} password={password} asked={document.failure?.code.includes('password') ?? false} /></Suspense>;
  if (mimeType.startsWith('image/')) return <ImageViewer id={id} version={version} title={title} type={mimeType} focus={focus} />;
  if (mimeType === docxType) return <Suspense fallback={<ViewerOpening />}><DocxViewer id={id} version={version} focus={focus} /></Suspense>;
  return <TextViewer id={id} focus={focus} />;
};
