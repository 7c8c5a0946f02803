import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { builtWorker } from '@docuvault/testing/database.ts';
import { randomBytes } from '../test/open-storage.ts';

let directory: string;
let server: ChildProcess | null = null;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'docuvault-crash-'));
  cpSync(inject('databaseTemplate'), join(directory, 'pg'), { recursive: true });
});

const kill = async () => {
  if (!server) return;
  const ended = once(server, 'exit');
  server.kill('SIGKILL');
  await ended;
  server = null;
};

afterAll(async () => {
  await kill();
  rmSync(directory, { recursive: true, force: true });
});

/** Starts the server anew on the same folder and answers its address. */
const start = async (): Promise<string> => {
  await kill();
  server = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, '../test/crash-server.ts'), directory, builtWorker('pglite-worker')], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = (await once(server.stdout!, 'data')) as [Buffer];
  return `http://127.0.0.1:${port.toString().trim()}/storage/v1`;
};

const ask = (method: string, url: string, headers: Record<string, string> = {}, body?: BodyInit) =>
  fetch(url, { method, headers: { 'tus-resumable': '1.0.0', authorization: 'Bearer x', ...headers }, body });
const patch = (url: string, offset: number, body: Uint8Array<ArrayBuffer>) => ask('PATCH', url, { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' }, body);
const offsetOf = async (url: string) => Number((await ask('HEAD', url)).headers.get('upload-offset'));

it('a resumable upload survives the server being killed again and again: no acknowledged byte is lost, none is wrong', async () => {
  const bytes = randomBytes(30_000_000);
  let base = await start();
  const metadata = Object.entries({ bucketName: 'documents', objectName: 'a/survivor.pdf', contentType: 'application/pdf' }).map(([name, value]) => `${name} ${btoa(value)}`).join(',');
  const made = await ask('POST', `${base}/upload/resumable`, { 'upload-length': String(bytes.length), 'upload-metadata': metadata });
  const id = made.headers.get('location')!.split('/').at(-1)!;
  let acknowledged = 0;
  for (const round of [1, 3]) {
    const url = `${base}/upload/resumable/${id}`;
    const first = await patch(url, acknowledged, bytes.subarray(acknowledged, acknowledged + 2_000_000));
    expect(first.status).toBe(204);
    acknowledged += 2_000_000;
    const cut = patch(url, acknowledged, bytes.subarray(acknowledged, acknowledged + 12_000_000)).catch(() => null);
    await new Promise((resolve) => setTimeout(resolve, 15 * round));
    await kill();
    await cut;
    base = await start();
    const offset = await offsetOf(`${base}/upload/resumable/${id}`);
    expect(offset).toBeGreaterThanOrEqual(acknowledged);
    acknowledged = offset;
  }
  const last = patch(`${base}/upload/resumable/${id}`, acknowledged, bytes.subarray(acknowledged)).catch(() => null);
  await new Promise((resolve) => setTimeout(resolve, 150));
  await kill();
  await last;
  base = await start();
  const url = `${base}/upload/resumable/${id}`;
  const offset = await offsetOf(url);
  if (offset < bytes.length) expect((await patch(url, offset, bytes.subarray(offset))).status).toBe(204);
  const down = await fetch(`${base}/object/authenticated/documents/a/survivor.pdf`, { headers: { authorization: 'Bearer x' } });
  expect(Buffer.from(await down.arrayBuffer()).equals(bytes)).toBe(true);
  expect(readdirSync(join(directory, 'files/.incoming'))).toEqual([]);
}, 180_000);
