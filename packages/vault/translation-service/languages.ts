import type { LanguageList } from '@docuvault/contract/translation.ts';

/** Languages that both kinds of services know (https://cloud.google.com/translate/docs/languages), by ISO 639-1, Chinese by its script's region. */
const codes = [
  'af', 'am', 'ar', 'as', 'az', 'be', 'bg', 'bn', 'bs', 'ca', 'cs', 'cy', 'da', 'de', 'el', 'en', 'es', 'et', 'eu', 'fa', 'fi', 'fr', 'ga', 'gl', 'gu', 'he', 'hi', 'hr', 'hu', 'hy', 'id', 'is', 'it', 'ja',
  'ka', 'kk', 'km', 'kn', 'ko', 'ky', 'lo', 'lt', 'lv', 'mk', 'ml', 'mn', 'mr', 'ms', 'my', 'ne', 'nl', 'no', 'or', 'pa', 'pl', 'ps', 'pt', 'ro', 'ru', 'sd', 'si', 'sk', 'sl', 'so', 'sq', 'sr', 'sv', 'sw',
  'ta', 'te', 'tg', 'th', 'tl', 'tr', 'uk', 'ur', 'uz', 'vi', 'zh-CN', 'zh-TW', 'zu',
] as const;
const known: ReadonlyMap<string, string> = new Map(codes.map((code) => [code.toLowerCase(), code]));

/** Other tags for the same: what browsers and papers call them. */
const also: Record<string, string> = { zh: 'zh-CN', 'zh-hans': 'zh-CN', 'zh-sg': 'zh-CN', 'zh-hant': 'zh-TW', 'zh-hk': 'zh-TW', 'zh-mo': 'zh-TW', iw: 'he', in: 'id', nb: 'no', nn: 'no', fil: 'tl' };

/** The language of the list that a tag means: `en-GB` is en; null where it is none of them. */
export const languageOf = (tag: string): string | null => {
  const lower = tag.toLowerCase();
  const base = lower.split('-')[0]!;
  return known.get(also[lower] ?? '') ?? also[lower] ?? known.get(lower) ?? (also[base] ?? known.get(base) ?? null);
};

const nameIn = (language: string, code: string): string => new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;

/** Its name in English, for people and for models. */
export const englishName = (code: string): string => nameIn('en', code);

/** Every language that can be translated from and into. */
export const listLanguages = (): LanguageList => ({ items: codes.map((code) => ({ code, name: nameIn('en', code), nativeName: nameIn(code, code) })), nextCursor: null });
