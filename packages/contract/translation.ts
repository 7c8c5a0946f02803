import * as z from 'zod/mini';
import { id } from './common.ts';

const languageTag = z.string().check(z.maxLength(35), z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Expected a language code such as en or hi'));

/**
 * What to translate: a document that the caller sees, or a text of up to 100,000 characters; one of the two. Of a document `fromPage` and
 * `toPage` choose pages. Languages are those of `GET /languages`; the source's is found out where it is not told.
 */
export const translationRequest = z.object({
  documentId: z.nullish(id),
  text: z.nullish(z.string().check(z.maxLength(100_000))),
  targetLanguage: languageTag,
  sourceLanguage: z.nullish(languageTag),
  fromPage: z.nullish(z.int().check(z.minimum(1), z.maximum(100_000))),
  toPage: z.nullish(z.int().check(z.minimum(1), z.maximum(100_000))),
}).check(z.refine((body) => (typeof body.documentId === 'string') !== (typeof body.text === 'string'), { error: 'Expected either documentId or text', path: ['documentId'] }));
export type TranslationRequest = z.infer<typeof translationRequest>;

/**
 * A translation. Pages are parted by form feeds, in the translation as in a text that is sent in; paragraphs and blank lines are kept.
 * `provider` is who translated it, `local` where there was nothing to translate; `cached`: nothing was sent anywhere for this call.
 * `sourceLanguage` is `und` where it could not be told.
 */
export const translationAnswer = z.object({ translation: z.string(), sourceLanguage: z.string(), targetLanguage: z.string(), provider: z.string(), cached: z.boolean() });
export type TranslationAnswer = z.infer<typeof translationAnswer>;

/** `name` in English, `nativeName` in the language itself. */
export const languageList = z.object({ items: z.array(z.object({ code: z.string(), name: z.string(), nativeName: z.string() })), nextCursor: z.null() });
export type LanguageList = z.infer<typeof languageList>;
