import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export type Ran = { code: number | null; said: string };

/** Runs the built `vault` command on a home, as `npm run vault --` does. */
export const runVault = (home: string, args: string[], env: Record<string, string> = {}): Promise<Ran> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'dist', 'vault.js'), ...args], {
      cwd: root, env: { ...process.env, DOCUVAULT_HOME: home, VAULT_PASSPHRASE: 'correct horse battery staple', VAULT_PASSWORD: 'a long pass phrase', ...env }, stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const out of [child.stdout, child.stderr]) out.on('data', (part: Buffer) => (said += part.toString()));
    child.on('exit', (code) => {
      resolve({ code, said });
    });
  });
