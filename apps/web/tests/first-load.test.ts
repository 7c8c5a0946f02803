import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { buildAll } from '../../../scripts/build.mjs';

const dist = join(import.meta.dirname, '../../../dist/web');
const most = 200 * 1024;

/** A script and all that it imports before it runs. */
const withImports = (name: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(name)) return seen;
  seen.add(name);
  const source = readFileSync(join(dist, 'assets', name), 'utf8');
  for (const [, imported] of source.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)) withImports(imported!, seen);
  return seen;
};

it('the documents\' screen loads at most 200 KB of compressed script', { timeout: 120_000 }, async () => {
  await buildAll();
  const first = [...readFileSync(join(dist, 'index.html'), 'utf8').matchAll(/(?:src|href)="\/assets\/([\w.-]+\.js)"/g)].map(([, name]) => name!);
  const screen = readdirSync(join(dist, 'assets')).filter((name) => /^documents-page-[\w-]+\.js$/.test(name));
  const files = [...first, ...screen].reduce((all, name) => withImports(name, all), new Set<string>());
  const sizes = Object.fromEntries([...files].map((name) => [name, gzipSync(readFileSync(join(dist, 'assets', name))).length]));
  const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  expect(total, JSON.stringify(sizes)).toBeLessThanOrEqual(most);
  expect(total).toBeGreaterThan(most / 4);
});
