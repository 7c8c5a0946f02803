import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** Every variable that a composition root reads. */
const known = new Set(['NODE_ENV', ...['apps/server', 'apps/cli'].flatMap((folder) =>
  readdirSync(join(root, folder)).filter((name) => name.endsWith('.ts')).flatMap((name) => [...read(`${folder}/${name}`).matchAll(/\benv\.([A-Z][A-Z0-9_]+)|required\('([A-Z0-9_]+)'/g)].map((match) => (match[1] ?? match[2])!)))]);

type Service = { image?: string; build?: unknown; command?: unknown; environment?: Record<string, string>; depends_on?: Record<string, unknown> | string[]; volumes?: string[]; read_only?: boolean; cap_drop?: string[] };
type Compose = { services: Record<string, Service>; volumes?: Record<string, unknown> };

describe.each(['infra/compose/single.yml', 'infra/compose/cluster.yml'])('%s', (path) => {
  const compose = parse(read(path), { merge: true }) as Compose;
  const ours = Object.values(compose.services).filter((service) => service.image === 'docuvault-ai');

  it('names only services, volumes and programs that there are', () => {
    for (const [name, service] of Object.entries(compose.services)) {
      expect(service.image, name).toMatch(/^[a-z0-9./-]+(:[\w.-]+)?$/);
      const needs = Array.isArray(service.depends_on) ? service.depends_on : Object.keys(service.depends_on ?? {});
      for (const need of needs) expect(Object.keys(compose.services), `${name} depends on`).toContain(need);
      for (const volume of service.volumes ?? []) {
        const source = volume.split(':')[0]!;
        if (!source.startsWith('.')) expect(Object.keys(compose.volumes ?? {}), `${name} mounts`).toContain(source);
      }
    }
    const programs = ours.flatMap((service) => (Array.isArray(service.command) ? (service.command as string[]) : [])).filter((part) => part.startsWith('dist/'));
    for (const program of programs) expect(read('scripts/build.mjs')).toContain(`${program.slice(5, -3)}: 'apps/`);
  });

  it('sets only variables that the product reads, and runs it with no rights and nothing to write to', () => {
    expect(ours.length).toBeGreaterThan(0);
    for (const service of ours) {
      for (const name of Object.keys(service.environment ?? {})) expect([...known], name).toContain(name);
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    }
  });
});

describe('the image', () => {
  const file = read('Dockerfile');
  it('runs as nobody special, says how it is, and starts programs that the build makes', () => {
    expect(file).toMatch(/^USER node$/m);
    expect(file).toMatch(/^HEALTHCHECK /m);
    expect(file.lastIndexOf('USER node')).toBeGreaterThan(file.lastIndexOf('RUN '));
    expect(file).toContain('dist/server.js');
    const [, command] = /^HEALTHCHECK[^]*?CMD (\[.*\])$/m.exec(file)!;
    expect(JSON.parse(command!)).toHaveLength(3);
  });
});

describe('the Helm chart', () => {
  const folder = 'infra/helm/docuvault';
  const values = parse(read(`${folder}/values.yaml`)) as Record<string, unknown>;
  const templates = readdirSync(join(root, folder, 'templates')).filter((name) => name.endsWith('.yaml'));
  const helpers = read(`${folder}/templates/_helpers.tpl`);

  it.each(templates)('%s is YAML once its blanks are filled, with every block closed', (name) => {
    const text = read(`${folder}/templates/${name}`);
    const opened = [...text.matchAll(/\{\{-? *(if|range|with|define)\b/g)].length;
    expect([...text.matchAll(/\{\{-? *end\b/g)]).toHaveLength(opened);
    const filled = text.replace(/^\s*\{\{[^}]*\}\}\s*$/gm, '').replace(/\{\{[^}]*\}\}/g, 'blank');
    for (const document of parseAllDocuments(filled)) {
      expect('errors' in document ? document.errors : [], name).toEqual([]);
      expect((document as { toJS(): object }).toJS()).toMatchObject({ apiVersion: expect.any(String) as string, kind: expect.any(String) as string, metadata: { name: expect.any(String) as string } });
    }
  });

  it('asks only for values that there are, includes only helpers that there are, and sets only variables that the product reads', () => {
    for (const text of [helpers, ...templates.map((name) => read(`${folder}/templates/${name}`))]) {
      for (const [, path] of text.matchAll(/\.Values\.([A-Za-z.]+)/g)) {
        const found = path!.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], values);
        expect(found, path).toBeDefined();
      }
      for (const [, helper] of text.matchAll(/include "([^"]+)"/g)) expect(helpers).toContain(`define "${helper!}"`);
      for (const [, variable] of text.matchAll(/name: ([A-Z][A-Z0-9_]+)[,\s]/g)) expect([...known], variable).toContain(variable);
    }
    for (const name of Object.keys(values.env as object)) expect([...known], name).toContain(name);
  });
});
