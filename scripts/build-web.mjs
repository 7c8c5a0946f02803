/** Builds the web app into dist/web, and only when its sources have changed. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const filesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('node_modules'))
    .sort();

const fingerprint = () => {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const folder of ['apps/web', 'packages/contract', 'packages/core']) {
    for (const path of filesBelow(join(root, folder))) hash.update(path.slice(root.length)).update(readFileSync(path));
  }
  return hash.digest('hex');
};

export const buildWeb = async () => {
  if (!existsSync(join(root, 'apps', 'web', 'src', 'main.tsx'))) return;
  const marker = join(root, 'dist', 'web', '.sources');
  const wanted = fingerprint();
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  const { build } = await import('vite');
  await build({ configFile: join(root, 'apps', 'web', 'vite.config.ts'), logLevel: 'warn' });
  writeFileSync(marker, wanted);
};
