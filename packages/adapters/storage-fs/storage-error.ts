import { unavailable } from '@docuvault/core/errors.ts';

const reasons: Record<string, readonly [code: string, message: string]> = {
  ENOSPC: ['storage.full', 'The disk that keeps the files is full.'],
  EDQUOT: ['storage.full', 'The disk quota of the files is used up.'],
  EFBIG: ['storage.full', 'The file is larger than the disk allows.'],
  EROFS: ['storage.not_writable', 'The disk that keeps the files is read-only.'],
  EACCES: ['storage.not_writable', 'The folder of the files does not allow this process to write.'],
  EPERM: ['storage.not_writable', 'The folder of the files does not allow this process to write.'],
  EMFILE: ['storage.unavailable', 'Too many files are open; try again shortly.'],
  ENFILE: ['storage.unavailable', 'Too many files are open; try again shortly.'],
  EIO: ['storage.unavailable', 'The disk that keeps the files reports an error.'],
};

/** Turns what the file system threw into a 503 that names the reason and never a path; anything else comes back as it is. */
export const storageError = (error: unknown): unknown => {
  const known = reasons[(error as NodeJS.ErrnoException | undefined)?.code ?? ''];
  if (!known) return error;
  return Object.assign(unavailable(known[0], known[1]), { cause: error });
};

/** True when the file system says that nothing is there. */
export const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
