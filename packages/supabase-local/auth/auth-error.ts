import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** A refusal in the words of Supabase Auth: `code` is one of its error codes, `message` what its clients show. */
export class AuthError extends Error {
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly headers: Record<string, string>;
  /** Further fields of the body, e.g. `weak_password`. */
  readonly extra: Record<string, unknown>;
  constructor(status: ContentfulStatusCode, code: string, message: string, headers: Record<string, string> = {}, extra: Record<string, unknown> = {}) {
    super(message);
    this.name = 'AuthError';
    this.status = status;
    this.code = code;
    this.headers = headers;
    this.extra = extra;
  }
}

/** 400 `validation_failed`: the body was read but a field is not what the route takes. */
export const validationFailed = (message: string) => new AuthError(400, 'validation_failed', message);
/** 403 `bad_jwt`: the token is malformed, forged or expired. */
export const badJwt = (reason: string) => new AuthError(403, 'bad_jwt', `invalid JWT: unable to parse or verify signature, ${reason}`);
/** 403 `session_not_found`: the token is genuine, but its session was ended. */
export const sessionNotFound = () => new AuthError(403, 'session_not_found', 'Session from session_id claim in JWT does not exist');
/** 403 `otp_expired`, the same for a wrong code, an old one and an unknown address. */
export const otpExpired = (message = 'Token has expired or is invalid') => new AuthError(403, 'otp_expired', message);
/** 422 `weak_password` with the reasons that auth-js puts into AuthWeakPasswordError. */
export const weakPassword = (message: string, reasons: string[]) =>
  new AuthError(422, 'weak_password', message, {}, { weak_password: { reasons } });
/** 429 with Retry-After in whole seconds. */
export const tooManyRequests = (retryAfterSeconds: number, code = 'over_request_rate_limit', message = 'Request rate limit reached') =>
  new AuthError(429, code, message, { 'Retry-After': String(Math.max(1, Math.ceil(retryAfterSeconds))) });
/** 501: a part of Supabase Auth that this server leaves out on purpose; listed in the README. */
export const leftOut = (message: string) => new AuthError(501, 'not_implemented', message);

/**
 * The body of an error as supabase/auth's errors.go writes it: from API version 2024-01-01 on `{code, message}`,
 * before that `{code: <http status>, error_code, msg}`.
 */
export const errorBody = (error: AuthError, apiVersion: string | undefined): Record<string, unknown> =>
  isNewVersion(apiVersion)
    ? { code: error.code, message: error.message, ...error.extra }
    : { code: error.status, error_code: error.code, msg: error.message, ...error.extra };

/** True when the request's X-Supabase-Api-Version asks for error codes in `code`. */
export const isNewVersion = (apiVersion: string | undefined): boolean =>
  apiVersion !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(apiVersion) && apiVersion >= '2024-01-01';
