/** `npm start`, `npm run api`, `npm run worker`: installs, builds, and becomes that process. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureInstalled } from './ensure-installed.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
// The guide keeps its variables there; what the environment has already wins.
if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
ensureInstalled();
const built = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs')], { cwd: root, stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);
process.setSourceMapsEnabled(true);
await import(pathToFileURL(join(root, 'dist', `${process.argv[2] ?? 'server'}.js`)).href);
