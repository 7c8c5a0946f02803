import { join } from 'node:path';

/** Where files are while they come in; no key may begin with a dot, so no key leads here. */
export const incomingFolder = '.incoming';

const segment = /^[A-Za-z0-9_-][A-Za-z0-9_.-]{0,254}$/;

/** The file of a key below the root. Throws on keys that are empty, too long (1,024), absolute, or step out of the root. */
export const blobPath = (root: string, key: string): string => {
  const segments = key.split('/');
  if (key.length > 1024 || !segments.every((part) => segment.test(part))) throw new Error('not a blob key');
  return join(root, ...segments);
};
