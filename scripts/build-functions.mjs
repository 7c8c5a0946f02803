/** Bundles each function of edge-functions.mjs whole, for Deno: `supabase/functions/<name>/bundle.js`, imported by its index.ts. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { edgeFunctions } from './edge-functions.mjs';

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

const camel = (name) => name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());

/** The function's entry: a file of its own where there is one, else the room by its name. */
const entryOf = (name) => {
  const own = join(root, 'apps', 'edge', `${name}.ts`);
  if (existsSync(own)) return `export { default } from ${JSON.stringify(own)};`;
  const room = join(root, 'packages', 'vault', name, `${name}.routes.ts`);
  return `import { ${camel(name)}Room } from ${JSON.stringify(room)};
import { edgeFunction } from ${JSON.stringify(join(root, 'apps', 'edge', 'edge-function.ts'))};
export default edgeFunction(${camel(name)}Room);`;
};

const index = (name) => `// The bundle is made by \`npm run build:functions\`; ${name} is listed in scripts/edge-functions.mjs.\nexport { default } from './bundle.js';\n`;

export const buildFunctions = async (names = edgeFunctions) => {
  for (const name of names) {
    mkdirSync(join(functions, name), { recursive: true });
    if (!existsSync(join(functions, name, 'index.ts'))) writeFileSync(join(functions, name, 'index.ts'), index(name));
    await build({
      absWorkingDir: root,
      stdin: { contents: entryOf(name), resolveDir: root, sourcefile: `${name}.entry.ts`, loader: 'ts' },
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
