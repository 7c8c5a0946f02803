/** An answer that is not a success: `code` is stable and part of the wire, `message` is for people, `details` never holds secrets. */
export class AppError extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: Record<string, unknown>;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    code: string,
    message: string,
    details: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ) {
    super(message);
    this.name = 'AppError';
    this.status = status;
    this.code = code;
    this.details = details;
    this.headers = headers;
  }
}

type Details = Record<string, unknown>;

/** 400: the request could not be read as what the route takes. */
export const malformed = (code: string, message: string, details?: Details) => new AppError(400, code, message, details);
/** 401: no token, or one that does not verify. */
export const unauthenticated = (message = 'Sign in to continue.') => new AppError(401, 'auth.unauthenticated', message);
/** 403: the caller may see the thing but not do this to it. */
export const forbidden = (code: string, message: string) => new AppError(403, code, message);
/** 404: the thing is not there, or is not the caller's; the two are never told apart. */
export const notFound = (what: string) => new AppError(404, `${what}.not_found`, `There is no such ${what.replaceAll('_', ' ')}.`);
/** 409: the request collides with the present state. */
export const conflict = (code: string, message: string, details?: Details) => new AppError(409, code, message, details);
/** 413: the body is larger than the route takes. */
export const tooLarge = (code: string, message: string, details?: Details) => new AppError(413, code, message, details);
/** 415: the content is of a type that is not accepted. */
export const unsupportedType = (code: string, message: string, details?: Details) => new AppError(415, code, message, details);
/** 422: understood, but refused. */
export const refused = (code: string, message: string, details?: Details) => new AppError(422, code, message, details);
/** 429: a rate or a budget is used up; `retryAfterSeconds` becomes the Retry-After header. */
export const tooMany = (code: string, message: string, retryAfterSeconds: number) =>
  new AppError(429, code, message, { retryAfterSeconds }, { 'Retry-After': String(Math.max(1, Math.ceil(retryAfterSeconds))) });
/** 501: a part of a foreign wire that this product leaves out on purpose. */
export const notImplemented = (message: string) => new AppError(501, 'not_implemented', message);
/** 503: a provider is needed and none is configured or up. */
export const unavailable = (code: string, message: string, details?: Details) => new AppError(503, code, message, details);
