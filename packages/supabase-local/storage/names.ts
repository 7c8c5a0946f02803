import { invalidBucketName, invalidKey, invalidMimeType } from './storage-error.ts';

/*
 * The names that Supabase Storage takes (src/storage/limits.ts): S3's safe characters and those it wants handled.
 * Longer keys than S3 knows (1,024 bytes) and path steps are refused here, so that a name means one thing everywhere.
 */
const objectKey = /^[A-Za-z0-9_/!.*'() &$=@;:+,?-]{1,1024}$/;
const bucketName = /^[A-Za-z0-9_!.*'() &$=@;:+,?-]{1,100}$/;
const mimeType = /^[a-zA-Z0-9.+-]+\/(?:[a-zA-Z0-9.+-]+(?:;\s*charset=[a-zA-Z0-9-]+)?|\*)$/;

/** Returns the key, or throws `InvalidKey`. */
export const validKey = (key: string): string => {
  if (!objectKey.test(key) || key.split('/').some((part) => part === '.' || part === '..')) throw invalidKey(key);
  return key;
};

/** Returns the bucket's name, or throws `InvalidBucketName`. */
export const validBucketName = (name: string): string => {
  if (!bucketName.test(name) || name.trim() !== name) throw invalidBucketName();
  return name;
};

/** The marker that Supabase's own dashboard makes for an empty folder: zero bytes, of any type. */
export const isFolderMarker = (key: string): boolean => key.endsWith('.emptyFolderPlaceholder');

/** Throws `InvalidMimeType` unless the list is of types, wildcards (`image/*`) included. */
export const checkTypeList = (types: readonly string[]): void => {
  const bad = types.find((type) => type.length > 1000 || (type !== '*' && !mimeType.test(type)));
  if (bad !== undefined) throw invalidMimeType(bad);
};

const bareType = (type: string): string => type.split(';')[0]!.trim().toLowerCase();

/** Throws `InvalidMimeType` unless the bucket takes the type. Parameters such as a charset are not compared. */
export const checkType = (type: string, allowed: readonly string[] | null): void => {
  if (!/^[^/\s]+\/[^/\s]/.test(type)) throw invalidMimeType(type);
  if (!allowed || allowed.length === 0) return;
  const wanted = bareType(type);
  const takes = (pattern: string) => {
    const bare = bareType(pattern);
    return bare === '*' || bare === '*/*' || bare === wanted || (bare.endsWith('/*') && wanted.startsWith(bare.slice(0, -1)));
  };
  if (!allowed.some(takes)) throw invalidMimeType(type);
};
