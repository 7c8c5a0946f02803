import { VaultError } from '../api/vault-api.ts';
import type { Language } from '../i18n/texts-of.ts';
import type { Translate } from '../i18n/language.tsx';

/** What went wrong, in the person's words. The server explains a refusal in English; other languages get the general sentence. */
export const wordsOf = (error: unknown, t: Translate, language: Language): string => {
  if (!(error instanceof VaultError)) return t('common.wrong');
  if (error.status === 0) return t('common.unreachable');
  if (error.status === 401) return t('common.signedOut');
  if (error.status === 429) return t('common.tooMany');
  return language === 'en' && error.status < 500 ? error.message : t('common.wrong');
};
