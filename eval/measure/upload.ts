import { join } from 'node:path';
import type { Client } from '../client.ts';
import type { DocumentTruth } from '../corpus/truth.ts';
import type { Sample } from '../samples.ts';

/** A document of the corpus (or a sample without truth) and the id that the vault gave it. */
export type Placed = { readonly name: string; readonly truth: DocumentTruth | null; readonly documentId: string };
export type Refused = { readonly name: string; readonly why: string };

async function inTurn<T>(items: readonly T[], lanes: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  await Promise.all(Array.from({ length: lanes }, async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  }));
}

/** Uploads everything that is not there yet, under the name the user's file has. */
export async function uploadAll(client: Client, folder: string, truths: readonly DocumentTruth[], samples: readonly Sample[]): Promise<{ placed: Placed[]; refused: Refused[] }> {
  const files = [
    ...truths.map((truth) => ({ path: join(folder, truth.fileName), name: truth.id, truth })),
    ...samples.map((sample) => ({ path: sample.path, name: sample.truth?.id ?? sample.path.split('/').at(-1)!, truth: sample.truth })),
  ];
  const placed: Placed[] = [];
  const refused: Refused[] = [];
  await inTurn(files, 2, async (file) => {
    try {
      const { document } = await client.upload(file.path);
      placed.push({ name: file.name, truth: file.truth, documentId: document.id });
    } catch (error) {
      refused.push({ name: file.name, why: String(error) });
    }
  });
  const order = new Map(files.map((file, index) => [file.name, index]));
  return { placed: placed.sort((a, b) => order.get(a.name)! - order.get(b.name)!), refused };
}

/** Waits until every document has ended; answers those that failed or did not end in time. */
export async function waitForAll(client: Client, placed: readonly Placed[], minutes: number, log: (line: string) => void): Promise<Refused[]> {
  const until = Date.now() + minutes * 60_000;
  const open = new Map(placed.map((each) => [each.documentId, each]));
  const bad: Refused[] = [];
  let told = Date.now();
  while (open.size > 0 && Date.now() < until) {
    for (const [id, each] of open) {
      const { status, failure } = await client.progress(id);
      if (status !== 'completed' && status !== 'failed') continue;
      open.delete(id);
      if (status === 'failed') bad.push({ name: each.name, why: failure ? `${failure.code}: ${failure.message}` : 'failed' });
    }
    if (Date.now() - told > 30_000) { told = Date.now(); log(`${placed.length - open.size} of ${placed.length} documents read`); }
    if (open.size > 0) await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  for (const each of open.values()) bad.push({ name: each.name, why: `not read within ${minutes} minutes` });
  return bad;
}
