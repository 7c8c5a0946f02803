import { useLocation } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useUploadItems } from '../uploads.ts';

const UploadPanel = lazy(() => import('../../screens/upload/upload-panel.tsx').then((module) => ({ default: module.UploadPanel })));
const SharedFiles = lazy(() => import('../../screens/upload/shared-files.tsx').then((module) => ({ default: module.SharedFiles })));

/** Holds the panel of uploads, loaded with the first file, and what another app shares. */
export const UploadDock = () => {
  const hasItems = useUploadItems().length > 0;
  const isShared = useLocation({ select: ({ search }) => 'shared' in search });
  return (
    <Suspense>
      {hasItems && <UploadPanel />}
      {isShared && <SharedFiles />}
    </Suspense>
  );
};
