import { mkdir, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Bundles the worker's entry as scripts/build.mjs does, for tests; returns where the script is. */
export async function buildTestWorker(): Promise<URL> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('embed-worker.ts', import.meta.url))],
    bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', logLevel: 'error', write: false,
  });
  const script = new URL('dist/embed-worker.js', import.meta.url);
  const draft = new URL(`dist/embed-worker.${String(process.pid)}.js`, import.meta.url);
  await mkdir(new URL('.', script), { recursive: true });
  await writeFile(draft, outputFiles[0]!.contents);
  // Test files build at the same time: a rename never shows another a half-written script.
  await rename(draft, script);
  return script;
}
