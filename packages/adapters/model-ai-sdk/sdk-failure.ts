import { APICallError, RetryError } from 'ai';
import { retryAfterOf, Unanswered, unansweredBy } from '@docuvault/core/outside-service.ts';

/** OpenAI says 429 also where the account has run dry, which no waiting mends. */
const runDry = /insufficient_quota|billing_hard_limit|credit balance is too low/i;
const codeOfEvent: Record<string, number> = { overloaded_error: 529, rate_limit_error: 429, api_error: 500, authentication_error: 401, permission_error: 403, invalid_request_error: 400, server_error: 500 };

/** What an error of the SDK means: by its status, by the type that an event of the stream names, else that nobody answered sensibly. */
export const unansweredOf = (error: unknown, now: number): Unanswered => {
  if (error instanceof Unanswered) return error;
  if (RetryError.isInstance(error)) return unansweredOf(error.lastError, now);
  if (APICallError.isInstance(error)) {
    if (runDry.test(error.responseBody ?? '')) return new Unanswered('refused');
    if (error.statusCode !== undefined && error.statusCode >= 400) return unansweredBy(error.statusCode, retryAfterOf(error.responseHeaders?.['retry-after'], now));
    // A redirect is the address's fault, and stays so.
    if (/redirect/.test(String((error.cause as Error | undefined)?.cause ?? error.cause))) return new Unanswered('refused');
  }
  const named = typeof error === 'object' && error !== null && 'type' in error ? codeOfEvent[String(error.type)] : undefined;
  return named === undefined ? new Unanswered('unreachable', { again: true }) : unansweredBy(named, null);
};
