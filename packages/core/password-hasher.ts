/** Hashes passwords slowly enough to withstand guessing (argon2id), in bounded parallel. */
export type PasswordHasher = {
  hash(password: string): Promise<string>;
  /** Compares in constant time; without a stored hash it costs the same and is false. */
  matches(stored: string | null, password: string): Promise<boolean>;
};
