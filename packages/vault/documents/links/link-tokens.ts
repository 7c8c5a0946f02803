import { createHash, randomBytes } from 'node:crypto';

/** The only form in which what opens a link is stored. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
/** 256 random bits as base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url');
