const segment = /^[A-Za-z0-9_-][A-Za-z0-9_.-]{0,254}$/;

/** The key, or an error where it is empty, too long (1,000, to leave room for a prefix), absolute or steps out of its place. */
export const checkKey = (key: string): string => {
  if (key.length > 1000 || !key.split('/').every((part) => segment.test(part))) throw new Error('not a blob key');
  return key;
};
