import { openAsBlob } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Progress } from './progress.ts';

export type ImportReport = { taken: number; known: number; refused: { file: string; why: string }[] };

const accepted = /\.(pdf|jpe?g|png|webp|docx?)$/i;

/** Sends every paper below a folder into a person's vault, as they would; what is there already is not stored twice, so an import that broke off is run again. */
export const importFolder = async (input: { url: string; email: string; password: string; folder: string }, progress: Progress): Promise<ImportReport> => {
  const { supabaseAnonKey: apikey } = (await (await fetch(`${input.url}/config.json`)).json()) as { supabaseAnonKey: string };
  const signedIn = await fetch(`${input.url}/auth/v1/token?grant_type=password`, {
    method: 'POST', headers: { apikey, 'content-type': 'application/json' }, body: JSON.stringify({ email: input.email, password: input.password }),
  });
  if (!signedIn.ok) throw new Error(`${input.email} could not be signed in: ${signedIn.status}`);
  const { access_token: token } = (await signedIn.json()) as { access_token: string };
  const files = (await readdir(input.folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile() && accepted.test(entry.name)).map((entry) => join(entry.parentPath, entry.name)).sort();
  const report: ImportReport = { taken: 0, known: 0, refused: [] };
  for (const [at, file] of files.entries()) {
    const form = new FormData();
    form.set('file', await openAsBlob(file), basename(file));
    const answer = await fetch(`${input.url}/functions/v1/document-upload`, { method: 'POST', headers: { apikey, authorization: `Bearer ${token}` }, body: form });
    if (answer.status === 201) report.taken += 1;
    else if (answer.status === 200) report.known += 1;
    else report.refused.push({ file, why: ((await answer.json().catch(() => null)) as { error?: { message?: string } } | null)?.error?.message ?? String(answer.status) });
    progress.step(`files: ${at + 1} of ${files.length}`);
  }
  return report;
};
