import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const base = '/assets/pdfjs/';
const folders = ['cmaps', 'standard_fonts', 'wasm', 'iccs'];

/** Serves what the PDF renderer asks for by name (character maps, standard fonts, picture decoders) from below our own address. */
export const pdfAssets = (): Plugin => {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const files = folders.flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`)).filter((name) => !/quickjs/.test(name));
  return {
    name: 'pdf-assets',
    configureServer: (server) => {
      server.middlewares.use(base, (request, response, next) => {
        const name = (request.url ?? '').slice(1).split('?')[0]!;
        if (!files.includes(name)) {
          next();
          return;
        }
        if (name.endsWith('.js')) response.setHeader('Content-Type', 'text/javascript');
        response.end(readFileSync(join(root, name)));
      });
    },
    generateBundle() {
      for (const name of files) this.emitFile({ type: 'asset', fileName: `${base.slice(1)}${name}`, source: readFileSync(join(root, name)) });
    },
  };
};
