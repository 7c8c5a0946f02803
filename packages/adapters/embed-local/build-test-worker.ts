import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Bundles the worker's entry as scripts/build.mjs does, for tests; returns where the script is. */
export async function buildTestWorker(): Promise<URL> {
  const out = new URL('dist/embed-worker.js', import.meta.url);
  await build({
    entryPoints: [fileURLToPath(new URL('embed-worker.ts', import.meta.url))],
    outfile: fileURLToPath(out),
    bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', logLevel: 'error',
  });
  return out;
}
