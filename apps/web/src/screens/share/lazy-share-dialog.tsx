import { lazy } from 'react';
import { withLaterTexts } from '../../i18n/later-texts.ts';

/** The share dialog, which comes when it is first asked for. Wants a `Suspense` around it. */
export const LazyShareDialog = lazy(() => withLaterTexts(() => import('./share-dialog.tsx')).then((module) => ({ default: module.ShareDialog })));
