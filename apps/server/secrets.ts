import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { SignJWT } from 'jose';

/** The keys of an installation. Losing `encryptionKey` loses every file. */
export type Secrets = {
  anonKey: string;
  serviceRoleKey: string;
  jwtSecret: string;
  encryptionKey: string;
  /** Older master keys, `1:secret,2:secret`, after a rotation. */
  encryptionKeysPrevious?: string | undefined;
};

const tenYears = 10 * 365 * 24 * 3600;

const roleKey = (role: 'anon' | 'service_role', secret: string): Promise<string> => {
  const issuedAt = Math.floor(Date.now() / 1000);
  return new SignJWT({ role, iss: 'supabase' })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + tenYears)
    .sign(new TextEncoder().encode(secret));
};

/** Writes the file whole or not at all, readable by the owner only; an existing one is kept. */
const writeOnce = (path: string, text: string): void => {
  const aside = `${path}.${randomUUID()}`;
  const file = openSync(aside, 'wx', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  try {
    linkSync(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
};

const read = (path: string): Partial<Secrets> | null => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  try {
    return JSON.parse(text) as Partial<Secrets>;
  } catch (error) {
    throw new Error(`${path} is not valid JSON; restore it from a backup, files cannot be opened without it`, { cause: error });
  }
};

/** Loads `home/secrets.json`, making it at the first start (mode 0600). Variables of the environment win over it. */
export const loadSecrets = async (home: string, env: Record<string, string | undefined>): Promise<Secrets> => {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const path = join(home, 'secrets.json');
  if (!read(path)) {
    const jwtSecret = env.JWT_SECRET || randomBytes(48).toString('base64url');
    const made: Secrets = {
      jwtSecret,
      encryptionKey: env.ENCRYPTION_KEY || randomBytes(32).toString('base64'),
      anonKey: env.SUPABASE_ANON_KEY || (await roleKey('anon', jwtSecret)),
      serviceRoleKey: env.SUPABASE_SERVICE_ROLE_KEY || (await roleKey('service_role', jwtSecret)),
    };
    writeOnce(path, `${JSON.stringify(made, null, 2)}\n`);
  }
  chmodSync(path, 0o600);
  const stored = read(path) ?? {};
  const jwtSecret = env.JWT_SECRET || stored.jwtSecret;
  const encryptionKey = env.ENCRYPTION_KEY || stored.encryptionKey;
  if (!jwtSecret || !encryptionKey) throw new Error(`${path} lacks jwtSecret or encryptionKey; restore it from a backup`);
  const sameSecret = jwtSecret === stored.jwtSecret;
  return {
    jwtSecret,
    encryptionKey,
    encryptionKeysPrevious: env.ENCRYPTION_KEY ? undefined : stored.encryptionKeysPrevious,
    anonKey: env.SUPABASE_ANON_KEY || (sameSecret ? stored.anonKey : undefined) || (await roleKey('anon', jwtSecret)),
    serviceRoleKey: env.SUPABASE_SERVICE_ROLE_KEY || (sameSecret ? stored.serviceRoleKey : undefined) || (await roleKey('service_role', jwtSecret)),
  };
};
