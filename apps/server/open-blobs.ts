import { join } from 'node:path';
import type { BlobStore } from '@docuvault/core/blob-store.ts';
import { createFsBlobStore } from '@docuvault/storage-fs/fs-blob-store.ts';
import { openS3BlobStore } from '@docuvault/storage-s3/s3-blob-store.ts';
import { createSupabaseBlobStore } from '@docuvault/storage-supabase/supabase-blob-store.ts';
import type { Config } from './config.ts';

/** The file store that the configuration names: S3, Supabase Storage, or the folder `files` of the home. */
export const openBlobs = async (config: Pick<Config, 'home' | 's3' | 'supabaseStorage'>): Promise<BlobStore> => {
  if (config.s3) return openS3BlobStore(config.s3);
  if (config.supabaseStorage) return createSupabaseBlobStore(config.supabaseStorage);
  return createFsBlobStore({ directory: join(config.home, 'files') });
};
