import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildTestWorker } from './build-test-worker.ts';
import { createLocalEmbedder } from './create-local-embedder.ts';

let entry: URL;
let folder: string;

beforeAll(async () => {
  entry = await buildTestWorker();
  folder = await mkdtemp(join(tmpdir(), 'embed-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A worker that dies at its first message the first time it is started, and is the real one after that. */
async function dyingOnce(): Promise<URL> {
  const script = join(folder, 'dying-once.mjs');
  const mark = JSON.stringify(join(folder, 'died'));
  await writeFile(script, `
    import { existsSync, writeFileSync } from 'node:fs';
    import { parentPort } from 'node:worker_threads';
    if (existsSync(${mark})) await import(${JSON.stringify(entry.href)});
    else parentPort.on('message', () => { writeFileSync(${mark}, ''); throw new Error('out of luck'); });
  `);
  return pathToFileURL(script);
}

describe("the embedder's worker", () => {
  it('starts at the first request and leaves memory when nobody searches', async () => {
    const embedder = createLocalEmbedder({ entry, idleMs: 50 });
    expect(embedder.loaded).toBe(false);
    await embedder.embed(['passport'], 'query');
    expect(embedder.loaded).toBe(true);
    await vi.waitFor(() => { expect(embedder.loaded).toBe(false); }, 5000);
    expect(await embedder.embed(['visa'], 'query')).toHaveLength(1);
    await embedder.close();
  });

  it('rejects what was under way when it dies, and is replaced at the next request', async () => {
    const embedder = createLocalEmbedder({ entry: await dyingOnce() });
    const waiting = await Promise.allSettled([embedder.embed(['passport'], 'query'), embedder.embed(['lease'], 'passage')]);
    for (const outcome of waiting) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'embedding.worker_stopped', status: 503, cause: { message: 'out of luck' } } });
    }
    expect(await embedder.embed(['passport'], 'query')).toHaveLength(1);
    await embedder.close();
  });

  it('says so when its script is missing', async () => {
    const embedder = createLocalEmbedder({ entry: new URL('nowhere.js', pathToFileURL(folder + '/')) });
    await expect(embedder.embed(['passport'], 'query')).rejects.toMatchObject({ code: 'embedding.worker_stopped' });
    await embedder.close();
  });

  it('closes in the middle of work, twice if need be, and refuses what comes after', async () => {
    const embedder = createLocalEmbedder({ entry });
    const working = embedder.embed(Array.from({ length: 50 }, () => 'rent agreement '.repeat(100)), 'passage');
    const outcome = expect(working).rejects.toMatchObject({ code: 'embedding.worker_stopped' });
    await embedder.close();
    await outcome;
    await embedder.close();
    await expect(embedder.embed(['passport'], 'query')).rejects.toMatchObject({ code: 'embedding.worker_stopped' });
  });
});
