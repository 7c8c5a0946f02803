import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../../shared/samples');

/** Why the sample documents cannot be used, or null. They lie beside the repository, not in it. */
export const missingSamples = (): string | null => {
  const reason = existsSync(folder) ? null : 'the sample documents are not beside the repository';
  if (reason) console.warn(`skipped: ${reason}`);
  return reason;
};

export type Sample = { path: string; name: string; read(): Buffer };

/** Every sample document of a subfolder; truth files are left out. */
export const samplesOf = (subfolder: 'invoices' | 'documents' | 'broken'): Sample[] =>
  readdirSync(join(folder, subfolder))
    .filter((name) => !name.endsWith('.json'))
    .map((name) => ({ path: `${subfolder}/${name}`, name, read: () => readFileSync(join(folder, subfolder, name)) }));

export const sample = (path: string): Buffer => readFileSync(join(folder, path));
