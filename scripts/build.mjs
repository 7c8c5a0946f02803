/** Bundles the server, its workers and the runnable tools into dist/. Third-party packages stay in node_modules. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildWeb } from './build-web.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Our own packages are bundled, everything else by bare name is left to Node. */
const onlyOurs = {
  name: 'only-ours',
  setup(b) {
    b.onResolve({ filter: /^[^./]/ }, (args) => (args.path.startsWith('@docuvault/') ? undefined : { path: args.path, external: true }));
  },
};

/** Bundles TypeScript entries (name → source path) for Node into `outdir`. */
export const bundleForNode = (entries, outdir = join(root, 'dist')) =>
  build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'linked',
    plugins: [onlyOurs],
    logLevel: 'warning',
  });

/** The scripts that run in threads and processes of their own. */
export const workerEntries = Object.fromEntries(
  Object.entries({
    'pglite-worker': 'packages/db/pglite/pglite-worker.ts',
    'document-process': 'packages/adapters/document-tools/document-process.ts',
    'tesseract-thread': 'packages/adapters/document-tools/ocr/tesseract-thread.ts',
    'embed-worker': 'packages/adapters/embed-local/embed-worker.ts',
    'analysis-worker': 'apps/server/analysis-worker.ts',
  }).filter(([, path]) => existsSync(join(root, path))),
);

/** Builds everything that `npm start` runs. */
export const buildAll = async () => {
  await bundleForNode({ server: 'apps/server/main.ts', api: 'apps/server/main-api.ts', worker: 'apps/server/main-worker.ts', vault: 'apps/cli/main.ts', ...workerEntries });
  await buildWeb();
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildAll();
