import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { catalogue, type Entry } from './catalogue.ts';
import { conditionOf, develop, extensionOf } from './form.ts';
import type { DocumentTruth } from './truth.ts';

const listed = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? (value as readonly T[]) : [value as T]);

async function write(entry: Entry, folder: string): Promise<DocumentTruth> {
  const paper = 'draw' in entry ? entry.draw() : null;
  const fileName = `${entry.file}.${extensionOf(entry.form)}`;
  const truth: DocumentTruth = {
    id: entry.id, fileName, type: entry.type, categories: listed(entry.category), fields: entry.fields, also: entry.also ?? {},
    person: entry.person ?? null, pages: paper?.pages ?? 1, condition: conditionOf(entry.form), hindi: entry.hindi ?? false, heldOut: entry.heldOut ?? false,
    text: paper?.texts() ?? [],
  };
  const bytes = 'draw' in entry ? await develop(entry.id, paper!, entry.form) : await entry.build();
  await writeFile(join(folder, fileName), bytes);
  await writeFile(join(folder, `${entry.id}.json`), JSON.stringify(truth, null, 2));
  return truth;
}

/**
 * Writes the corpus into a folder: each document and, beside it, `<id>.json` with its truth.
 * A document whose truth is there already is kept, unless `only` names it.
 */
export async function generateCorpus(folder: string, options: { only?: string; fresh?: boolean; log?: (line: string) => void } = {}): Promise<DocumentTruth[]> {
  if (options.fresh) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const wanted = catalogue.filter((entry) => !options.only || entry.id.includes(options.only));
  const here = new Set(await readdir(folder));
  const truths: DocumentTruth[] = [];
  for (const entry of wanted) {
    const started = performance.now();
    truths.push(await write(entry, folder));
    if (!here.has(`${entry.id}.json`)) options.log?.(`${entry.id} ${Math.round(performance.now() - started)} ms`);
  }
  return truths;
}
