/** Bundles each function of supabase/functions whole, for Deno: `supabase/functions/<name>/bundle.js`, imported by its index.ts. */
import { existsSync, readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const functions = join(root, 'supabase', 'functions');

/** Deno knows Node's modules by their `node:` names only. */
const nodePrefix = {
  name: 'node-prefix',
  setup(b) {
    const names = new Set(builtinModules);
    b.onResolve({ filter: /^[a-z]/ }, ({ path }) => {
      if (path.startsWith('node:')) return { path, external: true };
      return names.has(path) ? { path: `node:${path}`, external: true } : undefined;
    });
    b.onResolve({ filter: /^(pg-native|cloudflare:sockets)$/ }, ({ path }) => ({ path, external: true }));
  },
};

export const buildFunctions = async () => {
  const names = readdirSync(functions).filter((name) => existsSync(join(root, 'apps', 'edge', `${name}.ts`)));
  for (const name of names) {
    await build({
      absWorkingDir: root,
      entryPoints: [join(root, 'apps', 'edge', `${name}.ts`)],
      outfile: join(functions, name, 'bundle.js'),
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'es2022',
      minify: true,
      legalComments: 'none',
      banner: { js: "import { createRequire as __createRequire } from 'node:module'; import __process from 'node:process'; import { Buffer as __Buffer } from 'node:buffer'; const require = __createRequire(import.meta.url); globalThis.process ??= __process; globalThis.Buffer ??= __Buffer;" },
      plugins: [nodePrefix],
      logLevel: 'warning',
    });
  }
  return names;
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(`built ${(await buildFunctions()).join(', ')}`);
