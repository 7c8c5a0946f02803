import { VaultError } from '../api/vault-api.ts';
import { wordsOf } from '../app/error-words.ts';
import { en, type TextKey } from './en.ts';
import type { Translate } from './language.tsx';
import type { Language } from './texts-of.ts';

/** What was refused, in the person's language where the code has words of its own (`refusal.<code>`). */
export const refusalWords = (error: unknown, t: Translate, language: Language): string => {
  const key = error instanceof VaultError ? `refusal.${error.code}` : '';
  return key in en ? t(key as TextKey) : wordsOf(error, t, language);
};
