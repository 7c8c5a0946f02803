import { setTimeout as passed } from 'node:timers/promises';
import { Unread, type PageReader, type PageReading } from '@docuvault/core/page-reader.ts';
import { annotate, failureOfPicture, refusesUs, type Service } from './vision-call.ts';
import { readingOf } from './vision-text.ts';
import { MAX_IMAGES, MAX_JSON_BYTES, type ErrorBody } from './vision-wire.ts';

export type GoogleVisionOptions = {
  apiKey: string;
  /** Another address of the service: a regional one (`https://eu-vision.googleapis.com` keeps pictures in the EU), a proxy, a stand-in. */
  apiUrl?: string | undefined;
  /** Longest wait for one answer. Default 30,000. */
  timeoutMs?: number;
  now?: () => number;
  wait?: (ms: number, signal?: AbortSignal) => Promise<void>;
};

type Answer = PageReading | Unread;

const TRIES = 3;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;
/** After it failed for good the service is left alone so long: a paper of many pages is not to wait for each of them. */
const PAUSE_MS = { unreachable: 60_000, busy: 60_000, refused: 300_000 } as const;
/** The health check is asked often; the service need not be. */
const CHECK_KEPT_MS = 60_000;
/** What JSON adds to a picture's base64. */
const AROUND_BYTES = 200;

const sleep = async (ms: number, signal?: AbortSignal): Promise<void> => passed(ms, undefined, { signal });

const base64Bytes = (picture: Uint8Array): number => Math.ceil(picture.length / 3) * 4 + AROUND_BYTES;

/**
 * Reads pictures by Google's Cloud Vision (DOCUMENT_TEXT_DETECTION), up to 16 of them and 10 MB of JSON in a request. What passes
 * (429, 5xx, no answer) is tried three times in all, by doubling waits or the Retry-After given; then everybody is
 * told `Unread` at once for a minute, five where the key is refused.
 */
export function createGoogleVisionReader({ apiKey, apiUrl = 'https://vision.googleapis.com', timeoutMs = 30_000, now = Date.now, wait = sleep }: GoogleVisionOptions): PageReader {
  const service: Service = { apiKey, url: apiUrl.replace(/\/+$/, ''), timeoutMs };
  let paused: { reason: keyof typeof PAUSE_MS; until: number } | null = null;
  let checked: { good: boolean; until: number } | null = null;

  const isPaused = () => {
    if (paused && now() >= paused.until) paused = null;
    return paused;
  };
  const readRequest = async (pictures: readonly Uint8Array[], signal?: AbortSignal): Promise<Answer[]> => {
    const answers: Answer[] = pictures.map(() => new Unread('unreachable', { sent: false }));
    let open = pictures.map((_, i) => i);
    for (let attempt = 1; open.length > 0; attempt++) {
      const got = await annotate(service, open.map((i) => pictures[i]!), signal);
      const failed = Array.isArray(got) ? null : got;
      const again = open.filter((i, k) => {
        const one = Array.isArray(got) ? got[k]! : null;
        const failure = failed ?? (one?.error ? failureOfPicture(one.error.code) : null);
        answers[i] = failure ? failure.unread : readingOf(one!);
        return failure?.again ?? false;
      });
      if (again.length === 0 || attempt === TRIES) break;
      open = again;
      const doubled = FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.75 + 0.5 * Math.random());
      await wait(Math.min(LONGEST_WAIT_MS, failed?.retryAfterMs ?? doubled), signal);
    }
    const last = answers.find((answer) => answer instanceof Unread && answer.reason in PAUSE_MS) as Unread | undefined;
    if (last && !answers.some((answer) => !(answer instanceof Unread))) {
      const reason = last.reason as keyof typeof PAUSE_MS;
      paused = { reason, until: now() + PAUSE_MS[reason] };
    }
    return answers;
  };

  return {
    provider: 'google_vision',
    host: new URL(service.url).host,
    async read(pictures, signal) {
      const answers: Answer[] = pictures.map((picture) => new Unread(base64Bytes(picture) > MAX_JSON_BYTES - AROUND_BYTES ? 'too_large' : 'unreachable', { sent: false }));
      const fitting = pictures.map((_, i) => i).filter((i) => (answers[i] as Unread).reason !== 'too_large');
      while (fitting.length > 0) {
        signal?.throwIfAborted();
        const pause = isPaused();
        if (pause) {
          for (const i of fitting) answers[i] = new Unread(pause.reason, { sent: false });
          break;
        }
        let bytes = AROUND_BYTES;
        const count = fitting.findIndex((i, k) => k >= MAX_IMAGES || (bytes += base64Bytes(pictures[i]!)) > MAX_JSON_BYTES);
        const part = fitting.splice(0, count === -1 ? fitting.length : count);
        (await readRequest(part.map((i) => pictures[i]!), signal)).forEach((answer, k) => { answers[part[k]!] = answer; });
      }
      return answers;
    },
    async check() {
      if (isPaused()) throw new Error('google_vision failed a moment ago');
      if (!checked || now() >= checked.until) checked = { good: await answersUs(service), until: now() + CHECK_KEPT_MS };
      if (!checked.good) throw new Error('google_vision does not answer');
    },
  };
}

/** Whether the service answers, and not that we are refused: it is asked for its own description, which is free. */
async function answersUs({ apiKey, url }: Service): Promise<boolean> {
  try {
    const response = await fetch(`${url}/$discovery/rest?version=v1`, { redirect: 'error', signal: AbortSignal.timeout(4_000), headers: { 'x-goog-api-key': apiKey } });
    const body = response.ok ? null : await response.json().catch(() => null) as ErrorBody | null;
    if (response.ok) await response.body?.cancel();
    return response.status < 500 && !refusesUs(response.status, body?.error);
  } catch {
    return false;
  }
}
