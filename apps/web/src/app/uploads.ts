import { createContext, useContext } from 'react';

/** What screens need of uploading; the queue itself stands around the router. */
export type Uploads = {
  /** Opens the chooser of files. */
  choose(): void;
  add(files: readonly File[], options?: { folderId?: string }): void;
};

/** Filled by the upload queue. Until one stands around the router, screens offer no uploading. */
export const UploadsContext = createContext<Uploads | null>(null);
export const useUploads = (): Uploads | null => useContext(UploadsContext);
