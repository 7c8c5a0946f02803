import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file && !file.endsWith('.d.ts') && /^(packages|apps|supabase\/functions)\//.test(file));

type Import = { from: string; to: string };

const importsOf = (file: string): Import[] => {
  const source = readFileSync(join(root, file), 'utf8');
  const specifiers = [...source.matchAll(/(?:^|\n)\s*(?:import|export)\b[^'";]*?\bfrom\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|(?:^|\n)\s*import\s+'([^']+)'/g)];
  return specifiers.map((match) => {
    const to = (match[1] ?? match[2] ?? match[3])!;
    return { from: file, to: to.startsWith('.') ? relative(root, join(root, dirname(file), to)) : to };
  });
};

const isTest = (file: string) => /\.test\.tsx?$|\/fixtures\/|\/tests?\//.test(file) || file.startsWith('packages/testing/');
const product = files.filter((file) => !isTest(file));
const imports = product.flatMap(importsOf);

/** The room a path or specifier lies in: `core`, `vault/documents`, `adapters/storage-fs`, `apps/web`, or the bare package name. */
const roomOf = (path: string): string => {
  const ours = path.replace(/^@docuvault\//, 'packages/');
  const adapter = /^packages\/(adapters\/)?(document-tools|embed-local|redis|(?:auth|storage|ocr|extract|model|embed|translate|mail|push|sms|payment|scan|anchor|print)-[a-z0-9]+)\//.exec(ours);
  if (adapter) return `adapters/${adapter[2]!}`;
  const vault = /^packages\/vault\/([^/]+)\//.exec(ours);
  if (vault) return `vault/${vault[1]!}`;
  const match = /^(?:packages|apps)\/([^/]+)/.exec(ours);
  if (match) return ours.startsWith('apps/') ? `apps/${match[1]!}` : match[1]!;
  return path;
};

const layerOf = (room: string): string => room.split('/')[0]!;
const broken = (rule: (i: Import, from: string, to: string) => string | null) =>
  imports.flatMap((i) => {
    const complaint = rule(i, roomOf(i.from), roomOf(i.to));
    return complaint ? [`${i.from} imports ${i.to}: ${complaint}`] : [];
  });
const forbid = (layer: string, never: (to: string, specifier: string) => boolean, advice: string) =>
  broken((i, from, to) => (layerOf(from) === layer && from !== to && never(to, i.to) ? advice : null));

const server = ['hono', 'db', 'vault', 'api', 'supabase-local', 'pg'];

describe('the layers', () => {
  it('core imports nothing', () => {
    expect(forbid('core', () => true, 'core is pure; move what needs this outward, behind a port in core')).toEqual([]);
  });

  it('contract knows neither server nor Node', () => {
    expect(forbid('contract', (to, specifier) => specifier.startsWith('node:') || server.includes(layerOf(to)), 'the contract is shared with the browser; keep it to schemas')).toEqual([]);
  });

  it('db knows nothing of the product or of HTTP', () => {
    expect(forbid('db', (to) => ['vault', 'hono', 'api', 'contract', 'adapters', 'apps'].includes(layerOf(to)), 'db carries transactions; put the rule in a vault room')).toEqual([]);
  });

  it('the vault reaches the outside through ports only', () => {
    expect(forbid('vault', (to) => ['adapters', 'apps', 'api', 'supabase-local', 'pg', '@electric-sql', '@aws-sdk', 'openai'].includes(layerOf(to)), 'declare a port in core and let a composition root hand in the adapter')).toEqual([]);
    const globals = product.filter((file) => file.startsWith('packages/vault/') && /\b(process\.(env|argv|exit|on|memoryUsage)|Deno\.)/.test(readFileSync(join(root, file), 'utf8')));
    expect(globals, 'the vault reads no environment; take it as a dependency').toEqual([]);
  });

  it('no room reads another room\'s repository', () => {
    expect(broken((i, from, to) => (layerOf(from) === 'vault' && from !== to && to !== 'vault/files' && /\.repository\.ts$/.test(i.to) ? 'call a use case of that room instead' : null))).toEqual([]);
  });

  it('the api composes rooms and touches no adapter or driver', () => {
    expect(forbid('api', (to, specifier) => ['adapters', 'apps', 'supabase-local', 'pg'].includes(layerOf(to)) || /db\/(pglite|postgres)\//.test(specifier), 'the api takes what it needs as options')).toEqual([]);
  });

  it('adapters know core and their vendor, not the vault and not each other', () => {
    expect(forbid('adapters', (to) => ['adapters', 'vault', 'api', 'apps', 'supabase-local'].includes(layerOf(to)), 'what two adapters share belongs in core')).toEqual([]);
  });

  it('supabase-local stands alone', () => {
    expect(forbid('supabase-local', (to) => ['adapters', 'vault', 'api', 'apps', 'contract'].includes(layerOf(to)), 'it stands in for Supabase; the composition root joins the two')).toEqual([]);
  });

  it('product code never imports the tests\' tools', () => {
    expect(imports.filter((i) => roomOf(i.to) === 'testing').map((i) => i.from)).toEqual([]);
  });

  it('imports of our own sources end in .ts', () => {
    const wrong = files.flatMap(importsOf).filter((i) => (i.to.startsWith('@docuvault/') || i.to.startsWith('packages/')) && !/\.(tsx?|mjs|json|css)$/.test(i.to));
    expect(wrong.map((i) => `${i.from} imports ${i.to}`)).toEqual([]);
  });
});
