import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { catalogue, type Entry } from './catalogue.ts';
import { plain, typed } from './docx.ts';
import { conditionOf, develop, extensionOf } from './form.ts';
import type { Paper } from './paper.ts';
import type { DocumentTruth } from './truth.ts';

const listed = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? (value as readonly T[]) : [value as T]);

/** The truth of one document, without making its file. */
export function truthOf(entry: Entry, paper: Paper | null): DocumentTruth {
  const docx = 'content' in entry ? plain(entry.content()) : '';
  const text = paper?.texts() ?? [{ painted: docx, rows: docx }];
  return {
    id: entry.id, fileName: `${entry.file}.${extensionOf(entry.form)}`, type: entry.type, alsoTypes: entry.alsoTypes ?? [], categories: listed(entry.category), fields: entry.fields, also: entry.also ?? {},
    person: entry.person ?? null, pages: paper?.pages ?? 1, condition: conditionOf(entry.form), hindi: text.some((page) => /[\u0900-\u0963]/.test(page.painted)), language: entry.language ?? 'en', heldOut: entry.heldOut ?? false,
    text,
  };
}

async function write(entry: Entry, folder: string): Promise<DocumentTruth> {
  const paper = 'draw' in entry ? entry.draw() : null;
  const truth = truthOf(entry, paper);
  const bytes = 'draw' in entry ? await develop(entry.id, paper!, entry.form) : await typed(entry.content());
  await writeFile(join(folder, truth.fileName), bytes);
  await writeFile(join(folder, `${entry.id}.json`), JSON.stringify(truth, null, 2));
  return truth;
}

/** Everything that changes what the files look like; a new value makes the corpus anew, and the households' papers only make themselves anew. */
async function fingerprint(entries: readonly Entry[]): Promise<string> {
  const here = join(process.cwd(), 'eval', 'corpus');
  const hash = createHash('sha256');
  for (const name of (await readdir(here, { recursive: true })).filter((file) => file.endsWith('.ts') && (entries !== catalogue || !file.startsWith('households'))).sort()) hash.update(await readFile(join(here, name)));
  return hash.digest('hex');
}

/**
 * Writes the corpus into a folder: each document and, beside it, `<id>.json` with its truth. Nothing is
 * made again while the templates are what they were when the folder was filled. `entries` are the corpus unless given.
 */
export async function generateCorpus(folder: string, log: (line: string) => void = () => undefined, entries: readonly Entry[] = catalogue): Promise<DocumentTruth[]> {
  const print = await fingerprint(entries);
  const stamp = join(folder, '.fingerprint');
  if ((await readFile(stamp, 'utf8').catch(() => '')) === print) {
    return Promise.all(entries.map(async (entry) => JSON.parse(await readFile(join(folder, `${entry.id}.json`), 'utf8')) as DocumentTruth));
  }
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const truths: DocumentTruth[] = [];
  for (const entry of entries) {
    truths.push(await write(entry, folder));
    log(`made ${entry.id} (${truths.length} of ${entries.length})`);
  }
  await writeFile(stamp, print);
  return truths;
}
