import { isAuthApiError, isAuthRetryableFetchError } from '@supabase/auth-js';
import type { TextKey } from '../../i18n/en.ts';

const words: Record<string, TextKey> = {
  invalid_credentials: 'auth.wrong',
  email_not_confirmed: 'auth.unconfirmed',
  user_already_exists: 'auth.exists',
  email_exists: 'auth.exists',
  weak_password: 'auth.weak',
  same_password: 'auth.same',
  email_address_invalid: 'auth.badEmail',
  validation_failed: 'auth.badEmail',
  over_request_rate_limit: 'auth.tooMany',
  over_email_send_rate_limit: 'auth.tooMany',
  mfa_verification_failed: 'auth.codeWrong',
  mfa_challenge_expired: 'auth.codeWrong',
};

/** What to say about an error of the auth server. */
export const authMessage = (error: unknown): TextKey => {
  if (isAuthRetryableFetchError(error)) return 'common.unreachable';
  if (isAuthApiError(error)) return words[error.code ?? ''] ?? (error.status === 429 ? 'auth.tooMany' : 'common.wrong');
  return error instanceof TypeError ? 'common.unreachable' : 'common.wrong';
};
