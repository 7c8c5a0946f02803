import { createHash, createHmac, hkdfSync, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** SHA-256 in hex: the only form in which tokens are stored. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** 256 random bits as base64url. */
export const randomToken = (): string => randomBytes(32).toString('base64url');

/** Six digits, evenly distributed. */
export const randomOtp = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** Compares without telling by time where the texts differ. */
export const equalSecrets = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());

export type DerivedSecrets = {
  /**
   * The refresh token that follows `token`. It is computed, not stored, so that a client whose answer was lost gets
   * the same one again although the database holds hashes only; without the server's key it cannot be computed.
   */
  successor(token: string): string;
  /** The stored form of a mailed code. Keyed, since six digits are found by trying. */
  otpHash(email: string, otp: string): string;
};

/** Keys for purposes of their own, by HKDF-SHA-256 from the JWT secret. */
export const deriveSecrets = (jwtSecret: string): DerivedSecrets => {
  const key = (purpose: string) => Buffer.from(hkdfSync('sha256', jwtSecret, Buffer.alloc(32), `docuvault auth ${purpose}`, 32));
  const refresh = key('refresh');
  const otp = key('otp');
  return {
    successor: (token) => createHmac('sha256', refresh).update(token).digest('base64url'),
    otpHash: (email, code) => createHmac('sha256', otp).update(`${email}\n${code}`).digest('hex'),
  };
};
