import { validationFailed } from './auth-error.ts';

const local = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const domain = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The address in the one form under which accounts are kept: trimmed, lower case, its domain in ASCII.
 * Throws validation_failed with Supabase's own sentence for anything else.
 */
export const normaliseEmail = (text: string): string => {
  const email = text.trim().toLowerCase();
  if (email.length > 255) throw validationFailed('An email address is too long');
  const at = email.lastIndexOf('@');
  const host = toAscii(email.slice(at + 1));
  if (at < 1 || at > 64 || !local.test(email.slice(0, at)) || !domain.test(host)) {
    throw validationFailed('Unable to validate email address: invalid format');
  }
  return `${email.slice(0, at)}@${host}`;
};

const toAscii = (host: string): string => {
  if (/^[a-z0-9.-]*$/.test(host)) return host;
  try {
    return new URL(`http://${host}`).hostname;
  } catch {
    return '';
  }
};
