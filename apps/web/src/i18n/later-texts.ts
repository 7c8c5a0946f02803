import { en } from './en.ts';

/** Loads a part of the app together with the English texts that are not in the first load; other languages are loaded whole. */
export const withLaterTexts = async <T>(load: () => Promise<T>): Promise<T> => {
  const [part, { later }] = await Promise.all([load(), import('./texts/later.en.ts')]);
  Object.assign(en, later);
  return part;
};
