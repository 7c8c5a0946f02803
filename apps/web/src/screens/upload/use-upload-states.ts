import { useQueries } from '@tanstack/react-query';
import { useApi } from '../../app/session.tsx';
import { useUploadItems } from '../../app/uploads.ts';
import type { UploadItem } from '../../app/uploads/upload-queue.ts';
import { processingQuery } from '../../data/processing.ts';
import { stateOf, type UploadState } from './upload-state.ts';

/** Every file of the queue with its state. */
export const useUploadStates = (): { item: UploadItem; state: UploadState }[] => {
  const api = useApi();
  const items = useUploadItems();
  const followed = items.filter(({ documentId }) => documentId !== null);
  const readings = useQueries({ queries: followed.map(({ documentId }) => processingQuery(api, documentId!)) });
  return items.map((item) => ({ item, state: stateOf(item, readings[followed.indexOf(item)]?.data) }));
};
