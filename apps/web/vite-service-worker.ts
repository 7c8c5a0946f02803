import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Plugin } from 'vite';

const viewer = /^assets\/pdfjs\//;
/** Subsets of the typeface that our languages do not use. */
const unused = /(cyrillic|greek|vietnamese)/;

/** Builds the service worker, which knows the names of this release's files. It has to stand at the root: its folder is what it may serve. */
export const serviceWorker = (): Plugin => ({
  name: 'service-worker',
  apply: 'build',
  async generateBundle(_options, bundle) {
    const files = Object.keys(bundle).filter((name) => !name.endsWith('.map'));
    const shown = readdirSync(join(import.meta.dirname, 'public'));
    const shell = ['/', ...shown.map((name) => `/${name}`), ...files.filter((name) => name.startsWith('assets/') && !viewer.test(name) && !unused.test(name)).map((name) => `/${name}`)].sort();
    const contents = shown.map((name) => readFileSync(join(import.meta.dirname, 'public', name)));
    const page = bundle['index.html'];
    const hash = createHash('sha256').update(shell.join('\n'));
    for (const content of [...contents, page?.type === 'asset' ? page.source : '']) hash.update(content);
    const { outputFiles } = await build({
      entryPoints: [join(import.meta.dirname, 'src', 'worker', 'service-worker.ts')],
      bundle: true,
      write: false,
      minify: true,
      format: 'iife',
      target: 'es2022',
      define: {
        __RELEASE__: JSON.stringify(hash.digest('hex').slice(0, 12)),
        __SHELL__: JSON.stringify(shell),
        __VIEWER__: JSON.stringify(files.filter((name) => viewer.test(name)).map((name) => `/${name}`)),
      },
    });
    this.emitFile({ type: 'asset', fileName: 'sw.js', source: outputFiles[0]!.text });
  },
});
