import { Secret, TOTP } from 'otpauth';
import { renderSVG } from 'uqr';
import type { Keyring } from '@docuvault/core/encryption/keyring.ts';

const periodSeconds = 30;

const totpOf = (secret: Uint8Array<ArrayBuffer>, issuer = '', label = '') =>
  new TOTP({ issuer, label, secret: new Secret({ buffer: secret.buffer }), algorithm: 'SHA1', digits: 6, period: periodSeconds });

export type Enrolment = { sealed: string; secret: string; uri: string; qrCode: string };

const context = (factorId: string) => `totp factor ${factorId}`;

/** A new TOTP secret: sealed for the database, and as text, otpauth address and SVG for the authenticator app. */
export const enrol = async (keyring: Keyring, factorId: string, issuer: string, label: string): Promise<Enrolment> => {
  const bytes = crypto.getRandomValues(new Uint8Array(20));
  const wrapped = await keyring.wrap(bytes, context(factorId));
  const totp = totpOf(bytes, issuer, label);
  const uri = totp.toString();
  return {
    sealed: `${wrapped.version}.${Buffer.from(wrapped.bytes).toString('base64url')}`,
    secret: totp.secret.base32,
    uri,
    qrCode: renderSVG(uri, { ecc: 'M', border: 2 }),
  };
};

/**
 * The 30-second step whose code this is, or null. One step before and after is accepted (RFC 6238, 5.2),
 * but none up to `lastUsedStep`: a code that was seen cannot be used again.
 */
export const stepOfCode = async (keyring: Keyring, factorId: string, sealed: string, code: string, now: Date, lastUsedStep: number | null): Promise<number | null> => {
  const [version = '', bytes = ''] = sealed.split('.');
  const secret = await keyring.unwrap({ version: Number(version), bytes: Uint8Array.from(Buffer.from(bytes, 'base64url')) }, context(factorId));
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: 1 });
  if (delta === null) return null;
  const step = Math.floor(now.getTime() / 1000 / periodSeconds) + delta;
  return lastUsedStep !== null && step <= lastUsedStep ? null : step;
};
