import { AppError, refused, tooMany, unavailable } from '@docuvault/core/errors.ts';

/** 503: nothing here translates by itself, and the operator has named no service that does. */
export const providerNeeded = () => unavailable('translation.provider_needed', 'Translating needs a service that this server has not been given.');
/** 503: those that there are do not answer just now. */
export const providerAway = () => new AppError(503, 'translation.unavailable', 'The translation services do not answer just now; try again in a minute.', { retryAfterSeconds: 60 }, { 'Retry-After': '60' });
/** 403: a text leaves the vault only for recipients that its person agreed to. */
export const consentNeeded = (recipients: readonly { provider: string; host: string }[]) =>
  new AppError(403, 'consent.needed', 'Translating sends the text to a service outside; agree to it in Settings first.', { purpose: 'language_models', recipients });
/** 403: a shared document leaves the vault only if its owner agreed as well. */
export const ownerConsentNeeded = () => new AppError(403, 'consent.owner_needed', 'The owner of this document has not agreed that it may go to a service outside.');
export const budgetUsedUp = (retryAfterSeconds: number) => tooMany('ai.budget_used_up', 'The calls to models of this month are used up.', retryAfterSeconds);
export const languageNotSupported = (name: 'targetLanguage' | 'sourceLanguage', language: string) =>
  refused('translation.language_not_supported', 'This language is not one of the list of languages.', { [name]: language });
export const tooLong = (pieces: number, most: number) =>
  refused('translation.too_long', 'This is too long for one call; translate it some pages at a time (fromPage, toPage).', { pieces, most });
/** 422: there is no text yet, or none at all. */
export const nothingToTranslate = (status: string | null) =>
  refused('translation.no_text', status === null || status === 'completed' ? 'There is no text to translate.' : 'The document has not been read yet.', status === null ? {} : { status });
