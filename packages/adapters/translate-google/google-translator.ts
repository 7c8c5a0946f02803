import { createPatience, retryAfterOf, Unanswered, unansweredBy } from '@docuvault/core/outside-service.ts';
import type { Translator } from '@docuvault/core/translator.ts';

export type GoogleTranslateOptions = {
  apiKey: string;
  /** Another address of the service: a proxy, a stand-in. */
  apiUrl?: string | undefined;
  /** Longest wait for one answer. Default 30,000. */
  timeoutMs?: number;
  now?: () => number;
  wait?: (ms: number) => Promise<void>;
};

type Answer = { data?: { translations?: { translatedText?: string; detectedSourceLanguage?: string }[] }; error?: { code?: number; status?: string; errors?: { reason?: string }[]; details?: { reason?: string }[] } };

/** Of one request, https://cloud.google.com/translate/docs/reference/rest/v2/translate and /quotas. */
const maxTexts = 128;
const maxCodePoints = 30_000;
const checkKeptMs = 60_000;
const lengthOf = (text: string): number => [...text].length;

/** The service's refusals of a key come as 400 with a reason; used-up quotas of the day as 403. */
const failureOf = (status: number, { error }: Answer, retryAfterMs: number | null): Unanswered => {
  const reasons = [...(error?.details ?? []), ...(error?.errors ?? [])].map(({ reason }) => reason ?? '');
  if (reasons.some((reason) => /^(?:rateLimitExceeded|userRateLimitExceeded)$/.test(reason))) return new Unanswered('busy', { again: true, retryAfterMs });
  if (reasons.some((reason) => reason.startsWith('API_KEY') || reason === 'keyInvalid' || reason === 'dailyLimitExceeded')) return new Unanswered('refused');
  return unansweredBy(status, retryAfterMs);
};

/**
 * Translates by Google's Cloud Translation (Basic, v2), up to 128 texts and 30,000 characters in a request. The key goes in a header, for
 * addresses end in logs.
 */
export const createGoogleTranslator = ({ apiKey, apiUrl = 'https://translation.googleapis.com', timeoutMs = 30_000, now = Date.now, wait }: GoogleTranslateOptions): Translator => {
  const url = apiUrl.replace(/\/+$/, '');
  const patience = createPatience({ now, wait });
  let checked: { good: boolean; until: number } | null = null;

  const ask = async (texts: readonly string[], source: string | null, target: string, signal?: AbortSignal): Promise<string[]> => {
    const limit = AbortSignal.timeout(timeoutMs);
    const response = await fetch(`${url}/language/translate/v2`, {
      method: 'POST', redirect: 'error', signal: signal ? AbortSignal.any([signal, limit]) : limit,
      headers: { 'content-type': 'application/json; charset=utf-8', 'x-goog-api-key': apiKey },
      body: JSON.stringify({ q: texts, target, format: 'text', ...(source ? { source } : {}) }),
    }).catch((error: unknown) => {
      signal?.throwIfAborted();
      throw new Unanswered('unreachable', { again: !/redirect/.test(String((error as Error).cause)) });
    });
    const body = (await response.json().catch(() => ({}))) as Answer;
    if (!response.ok) throw failureOf(response.status, body, retryAfterOf(response.headers.get('retry-after'), now()));
    const translations = body.data?.translations ?? [];
    if (translations.length !== texts.length || translations.some(({ translatedText }) => typeof translatedText !== 'string')) throw new Unanswered('unreachable', { again: true });
    return translations.map(({ translatedText }) => translatedText!);
  };

  return {
    provider: 'google_translate',
    host: new URL(url).host,
    paused: patience.paused,
    translate: async ({ texts, source, target }, signal) => {
      const done: string[] = [];
      while (done.length < texts.length) {
        let length = 0;
        const left = texts.slice(done.length);
        const count = left.findIndex((text, k) => k >= maxTexts || ((length += lengthOf(text)) > maxCodePoints && k > 0));
        const part = count === -1 ? left : left.slice(0, count);
        if (lengthOf(part[0]!) > maxCodePoints) throw new Unanswered('request');
        done.push(...await patience.attempt(() => ask(part, source, target, signal), signal));
      }
      return done;
    },
    check: async () => {
      if (patience.paused()) throw new Error('google_translate failed a moment ago');
      if (!checked || now() >= checked.until) checked = { good: await answers(url, apiKey), until: now() + checkKeptMs };
      if (!checked.good) throw new Error('google_translate does not answer');
    },
  };
};

/** Whether the service answers, and not that we are refused: its list of languages is free. */
const answers = async (url: string, apiKey: string): Promise<boolean> => {
  try {
    const response = await fetch(`${url}/language/translate/v2/languages`, { redirect: 'error', signal: AbortSignal.timeout(4_000), headers: { 'x-goog-api-key': apiKey } });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
};
