import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSealed } from './archive-crypto.ts';
import { readRecords } from './archive-records.ts';

/** Gives a home that has no keys yet those of the archive, so that people's sessions and the operator's keys go on. True when it did. */
export const adoptSecrets = async (home: string, env: Record<string, string | undefined>, path: string, passphrase: string): Promise<boolean> => {
  const secrets = join(home, 'secrets.json');
  if (existsSync(secrets) || env.ENCRYPTION_KEY) return false;
  for await (const { head } of readRecords(readSealed(path, passphrase))) {
    if (head.type !== 'manifest') break;
    const versions = Object.keys(head.masterKeys).map(Number);
    const newest = Math.max(...versions);
    const previous = versions.filter((version) => version !== newest).map((version) => `${version}:${head.masterKeys[String(version)]!}`).join(',');
    mkdirSync(home, { recursive: true, mode: 0o700 });
    const { jwtSecret, anonKey, serviceRoleKey } = head;
    const kept = { jwtSecret, encryptionKey: head.masterKeys[String(newest)], ...(previous ? { encryptionKeysPrevious: previous } : {}), anonKey, serviceRoleKey };
    writeFileSync(secrets, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });
    return true;
  }
  return false;
};
