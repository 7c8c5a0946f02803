import { createContext, useContext } from 'react';
import type { UploadItem } from './uploads/upload-queue.ts';

export type UploadOptions = { folderId?: string | undefined; title?: string | undefined };

/** What screens need of uploading; the queue itself stands around the router. */
export type Uploads = {
  /** Opens the chooser of files. */
  choose(options?: UploadOptions): void;
  /** Opens the chooser of folders. */
  chooseFolder(options?: UploadOptions): void;
  add(files: readonly File[], options?: UploadOptions): void;
  /** Adds what was dropped or pasted, folders with all that lies in them. */
  addFrom(transfer: DataTransfer, options?: UploadOptions): void;
  retry(id: string): void;
  /** Stops it where it is on its way, and takes it off the list. A document that is in stays in. */
  remove(id: string): void;
  /** Takes everything off the list that is done. */
  clear(): void;
};

/** Filled by the upload queue. Where none stands around the router, screens offer no uploading. */
export const UploadsContext = createContext<Uploads | null>(null);
export const useUploads = (): Uploads | null => useContext(UploadsContext);

export const UploadItemsContext = createContext<readonly UploadItem[]>([]);
/** The files on their way, in the order in which they were given. Changes many times a second while sending. */
export const useUploadItems = (): readonly UploadItem[] => useContext(UploadItemsContext);
