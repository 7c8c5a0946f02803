import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createWebApp } from './web-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'docuvault-web-'));
mkdirSync(join(folder, 'assets'));
writeFileSync(join(folder, 'index.html'), '<!doctype html>');
writeFileSync(join(folder, 'assets', 'app.js'), 'whole');
writeFileSync(join(folder, 'assets', 'app.js.br'), 'small');
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('the web app sends the small copy of a script to whom can read it, to be kept for a year', async () => {
  const app = createWebApp(folder)!;
  const read = async (encoding: string) => {
    const answer = await app.request('/assets/app.js', { headers: { 'accept-encoding': encoding } });
    return [await answer.text(), answer.headers.get('content-encoding'), answer.headers.get('cache-control')];
  };
  expect(await read('gzip, deflate, br')).toEqual(['small', 'br', 'public, max-age=31536000, immutable']);
  expect(await read('identity')).toEqual(['whole', null, 'public, max-age=31536000, immutable']);
  expect(await (await app.request('/documents')).text()).toBe('<!doctype html>');
});
