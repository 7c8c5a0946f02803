/** `node scripts/run.mjs eval/run.ts …`: bundles one TypeScript entry with the workers and runs it. */
import { spawn } from 'node:child_process';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './ensure-installed.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
ensureInstalled();
const [entry, ...rest] = process.argv.slice(2);
const { buildAll, bundleForNode, workerEntries } = await import('./build.mjs');
const folder = dirname(entry).replaceAll('/', '-');
const name = basename(entry, '.ts');
const outdir = join(root, 'dist', folder);
await buildAll();
await bundleForNode({ [name]: entry, ...workerEntries }, outdir);
const child = spawn(process.execPath, ['--enable-source-maps', join(outdir, `${name}.js`), ...rest], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
