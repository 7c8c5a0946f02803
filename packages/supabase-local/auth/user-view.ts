import type { Clock } from '@docuvault/core/clock.ts';
import { AuthError, validationFailed } from './auth-error.ts';
import type { UserRow } from './users.repository.ts';

/** User metadata travels in every access token, and a request's headers hold 16 KiB. */
const maxMetadataBytes = 8 * 1024;

const when = (at: Date | null) => at?.toISOString();

/** The user as Supabase Auth's JSON; absent times are left out. */
export const userView = (user: UserRow): Record<string, unknown> => ({
  id: user.id,
  aud: user.aud,
  role: user.role,
  email: user.email ?? '',
  email_confirmed_at: when(user.email_confirmed_at),
  invited_at: when(user.invited_at),
  phone: user.phone ?? '',
  confirmation_sent_at: when(user.confirmation_sent_at),
  confirmed_at: when(user.confirmed_at),
  recovery_sent_at: when(user.recovery_sent_at),
  new_email: user.email_change || undefined,
  email_change_sent_at: when(user.email_change_sent_at),
  last_sign_in_at: when(user.last_sign_in_at),
  app_metadata: user.raw_app_meta_data,
  user_metadata: user.raw_user_meta_data,
  factors: user.factors.length > 0 ? user.factors : undefined,
  identities: user.identities,
  created_at: when(user.created_at),
  updated_at: when(user.updated_at),
  banned_until: when(user.banned_until),
  deleted_at: when(user.deleted_at),
  is_anonymous: user.is_anonymous,
});

/**
 * What an address that already has a confirmed account gets when it signs up again: a user that looks new, so that
 * the answer does not tell whether the address is known.
 */
export const lookalikeUser = (email: string, metadata: Record<string, unknown>, clock: Clock): Record<string, unknown> => {
  const now = clock.now().toISOString();
  return {
    id: crypto.randomUUID(),
    aud: 'authenticated',
    role: 'authenticated',
    email,
    phone: '',
    confirmation_sent_at: now,
    app_metadata: emailProvider,
    user_metadata: metadata,
    identities: [],
    created_at: now,
    updated_at: now,
    is_anonymous: false,
  };
};

export const emailProvider = { provider: 'email', providers: ['email'] };

/** Old metadata with the new keys over it; null removes a key. Throws when the result is too large for a token. */
export const mergeMetadata = (old: Record<string, unknown>, changes: Record<string, unknown>): Record<string, unknown> => {
  const merged = new Map(Object.entries(old));
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) merged.delete(key);
    else merged.set(key, value);
  }
  const result = Object.fromEntries(merged);
  if (Buffer.byteLength(JSON.stringify(result)) > maxMetadataBytes) throw validationFailed(`Metadata may not exceed ${maxMetadataBytes} bytes`);
  return result;
};

export const isBanned = (user: UserRow, clock: Clock): boolean => user.banned_until !== null && user.banned_until > clock.now();

export const emailTaken = (code: 'email_exists' | 'user_already_exists' = 'email_exists') =>
  code === 'email_exists'
    ? new AuthError(422, code, 'A user with this email address has already been registered')
    : new AuthError(422, code, 'User already registered');
