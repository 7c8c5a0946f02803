import { hash, verify } from '@node-rs/argon2';
import { tooManyRequests, validationFailed, weakPassword } from './auth-error.ts';

/** OWASP's argon2id parameters: 19 MiB, two passes, one lane. argon2id is the library's default algorithm. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const maxLength = 1024;

export type Passwords = {
  hash(password: string): Promise<string>;
  /**
   * Compares in constant time; with no stored hash it costs the same and is false. `before` runs when its turn comes,
   * and may throw: a burst of guesses is then counted one by one and not all let through at once.
   */
  matches(stored: string | null, password: string, before?: () => void): Promise<boolean>;
};

/**
 * Hashing runs on libuv's threads, which file work shares: two at a time, and a queue that refuses with 429
 * rather than grow without bound.
 */
export const createPasswords = (atOnce = 2, maxWaiting = 200): Passwords => {
  let running = 0;
  const waiting: (() => void)[] = [];
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= atOnce) {
      if (waiting.length >= maxWaiting) throw tooManyRequests(2);
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
  let decoy: Promise<string> | null = null;
  const decoyHash = () => (decoy ??= hash(crypto.randomUUID(), cost));
  void decoyHash();
  return {
    hash: (password) => inTurn(() => hash(password, cost)),
    matches: async (stored, password, before) => {
      const known = stored !== null && stored !== '';
      const against = known ? stored : await decoyHash();
      const same = await inTurn(() => {
        before?.();
        return verify(against, password).catch(() => false);
      });
      return known && same;
    },
  };
};

/** Throws weak_password (422) or validation_failed (400). Lengths are in characters; argon2 has no limit of 72. */
export const checkPassword = (password: string, minLength: number) => {
  if (password.length > maxLength) throw validationFailed(`Password cannot be longer than ${maxLength} characters`);
  if (password.length < minLength) throw weakPassword(`Password should be at least ${minLength} characters.`, ['length']);
};

/** True for a hash that `matches` can read: the argon2 family in PHC form. */
export const isArgon2Hash = (text: string): boolean => /^\$argon2(id|i|d)\$v=19\$m=\d{1,7},t=\d{1,2},p=\d{1,2}\$[A-Za-z0-9+/]+\$[A-Za-z0-9+/]+$/.test(text);
