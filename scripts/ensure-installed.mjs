/** Installs the dependencies when they are missing or older than the lock file. Uses nothing but Node. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const read = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;

/** True when npm's own record of what it installed in a folder has every package of the lock file: those of our own where they lie, others in their version. */
export const isInstalled = (folder) => {
  const record = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = read(record);
  return Object.entries(read(join(folder, 'package-lock.json'))).every(([path, wanted]) => {
    if (wanted.optional || wanted.devOptional || !path.startsWith('node_modules/')) return true;
    return wanted.link ? installed[path]?.resolved === wanted.resolved : installed[path]?.version === wanted.version;
  });
};

export const ensureInstalled = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`DocuVault AI needs Node 20.19 or newer; this is ${process.version}.`);
    process.exit(1);
  }
  if (isInstalled(root)) return;
  console.log('Installing dependencies (once) …');
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const result = spawnSync(npm[0], [...npm.slice(1), 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: npm.length === 1 && process.platform === 'win32',
    env: { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' },
  });
  if (result.status !== 0) process.exit(result.status ?? 1);
};
