import { Unread } from '@docuvault/core/page-reader.ts';
import type { BatchAnswer, ErrorBody, ImageAnswer } from './vision-wire.ts';

export type Service = { apiKey: string; url: string; timeoutMs: number };

/** Why a whole request came to nothing, whether it may do so the next time, and when the service wants to be asked again. */
export type FailedCall = { unread: Unread; again: boolean; retryAfterMs: number | null };

const FEATURES = [{ type: 'DOCUMENT_TEXT_DETECTION' }];

/** Asks once for all pictures of a request. The key goes in a header, for addresses are written into logs. Rejects only when `signal` is aborted. */
export async function annotate(service: Service, pictures: readonly Uint8Array[], signal?: AbortSignal): Promise<ImageAnswer[] | FailedCall> {
  const requests = pictures.map((picture) => ({ image: { content: Buffer.from(picture.buffer, picture.byteOffset, picture.byteLength).toString('base64') }, features: FEATURES }));
  const limit = AbortSignal.timeout(service.timeoutMs);
  try {
    const response = await fetch(`${service.url}/v1/images:annotate`, {
      method: 'POST', redirect: 'error', signal: signal ? AbortSignal.any([signal, limit]) : limit,
      headers: { 'content-type': 'application/json; charset=utf-8', 'x-goog-api-key': service.apiKey },
      body: JSON.stringify({ requests }),
    });
    const body: unknown = await response.json().catch((error: unknown) => {
      if (error instanceof SyntaxError) return null;
      throw error;
    });
    if (!response.ok) return failureOf(response.status, (body ?? {}) as ErrorBody, response.headers.get('retry-after'));
    const answers = (body as BatchAnswer | null)?.responses;
    // A sensible answer has as many parts as there were pictures; what was done for another is not known.
    return Array.isArray(answers) && answers.length === pictures.length ? answers.map((answer) => answer ?? {}) : { unread: new Unread('unreachable', { charged: true }), again: true, retryAfterMs: null };
  } catch (error) {
    signal?.throwIfAborted();
    // Whether the work was done, and is counted, cannot be told of an answer that never came.
    return { unread: new Unread('unreachable', { charged: limit.aborted }), again: !(error instanceof TypeError && /redirect/.test(String(error.cause))), retryAfterMs: null };
  }
}

function failureOf(status: number, { error }: ErrorBody, retryAfter: string | null): FailedCall {
  const seconds = Number(retryAfter ?? Number.NaN);
  const retryAfterMs = Number.isFinite(seconds) && retryAfter !== '' ? Math.max(0, seconds * 1000) : null;
  if (refusesUs(status, error)) return { unread: new Unread('refused'), again: false, retryAfterMs };
  if (status === 429) return { unread: new Unread('busy'), again: true, retryAfterMs };
  if (status === 413) return { unread: new Unread('too_large'), again: false, retryAfterMs };
  if (status >= 500 || status === 408) return { unread: new Unread('unreachable'), again: true, retryAfterMs };
  return { unread: new Unread(status === 400 ? 'picture' : 'unreachable'), again: false, retryAfterMs };
}

/** A bad key is a 400 whose details name it; a key that may not do this, an API or billing that is switched off, a 403. */
export function refusesUs(status: number, error: ErrorBody['error']): boolean {
  return status === 401 || status === 403 || (status === 400 && (error?.details ?? []).some(({ reason }) => reason?.startsWith('API_KEY') === true));
}

/** An error of one picture inside an answer (google.rpc.Code): the service's own trouble passes, a bad picture stays one. */
export function failureOfPicture(code: number | undefined): { unread: Unread; again: boolean } {
  switch (code) {
    case 8: return { unread: new Unread('busy'), again: true };
    case 7: case 16: return { unread: new Unread('refused'), again: false };
    case 1: case 2: case 4: case 10: case 13: case 14: return { unread: new Unread('unreachable'), again: true };
    default: return { unread: new Unread('picture'), again: false };
  }
}
