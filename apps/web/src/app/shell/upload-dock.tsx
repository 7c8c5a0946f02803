import { lazy, Suspense } from 'react';
import { useUploadItems } from '../uploads.ts';

const UploadPanel = lazy(() => import('../../screens/upload/upload-panel.tsx').then((module) => ({ default: module.UploadPanel })));

/** Holds the panel of uploads, loaded with the first file. */
export const UploadDock = () => (useUploadItems().length > 0 ? <Suspense><UploadPanel /></Suspense> : null);
