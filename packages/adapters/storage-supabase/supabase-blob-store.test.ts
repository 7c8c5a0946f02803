import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKeyring } from '@docuvault/core/encryption/keyring.ts';
import { systemClock } from '@docuvault/core/clock.ts';
import { silentLogger } from '@docuvault/core/logger.ts';
import { createFsBlobStore } from '@docuvault/storage-fs/fs-blob-store.ts';
import { createStorage } from '@docuvault/supabase-local/storage/create-storage.ts';
import { describeBlobStore } from '@docuvault/testing/blob-store-contract.ts';
import { openTestDatabase } from '@docuvault/testing/database.ts';
import { createSupabaseBlobStore } from './supabase-blob-store.ts';

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text));
}

describe('Supabase Storage', () => {
  const serviceKey = 'a.service.key';
  let url: string;
  let stop: () => void;
  let down = false;
  const open = (changes = {}) => createSupabaseBlobStore({ url, serviceKey, bucket: 'vault', timeoutMs: 5_000, ...changes });
  beforeAll(async () => {
    const { db, directory } = await openTestDatabase();
    const storage = createStorage({
      db, blobs: createFsBlobStore({ directory: join(directory, 'files') }), clock: systemClock, log: silentLogger, publicUrl: 'http://127.0.0.1',
      keyring: await createKeyring(new Map([[1, 'a master secret of the tests, long enough']])),
      jwt: { secret: 'super-secret-jwt-token-with-at-least-32-characters-long' },
      actorOf: (c) => (c.req.header('authorization') === `Bearer ${serviceKey}` ? { role: 'service_role' } : { role: 'anon' }),
    });
    const root = new Hono();
    root.use(async (c, next) => (down ? c.text('', 500) : next()));
    root.route('/storage/v1', storage.app);
    await new Promise<void>((resolve) => {
      const server = serve({ fetch: root.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
        url = `http://127.0.0.1:${port}`;
        resolve();
      });
      stop = () => server.close();
    });
  });
  afterAll(() => {
    stop();
  });

  describeBlobStore('a private bucket', () => Promise.resolve(open()));

  it('is closed to everybody but the service role', async () => {
    await open().put('documents/a', once('sealed'));
    expect((await fetch(`${url}/storage/v1/object/public/vault/documents/a`)).ok).toBe(false);
    expect((await fetch(`${url}/storage/v1/object/vault/documents/a`)).ok).toBe(false);
    await expect(open({ serviceKey: 'another' }).put('documents/b', once('x'))).rejects.toMatchObject({ status: 503 });
    await expect(open({ bucket: 'avatars' }).check()).rejects.toMatchObject({ code: 'storage.public_bucket' });
  });

  it('says so when the server fails, and goes on when it is back', async () => {
    const store = open();
    await store.put('documents/a', once('sealed'));
    down = true;
    await expect(store.put('documents/a', once('x'))).rejects.toMatchObject({ code: 'storage.unavailable' });
    await expect(store.check()).rejects.toMatchObject({ code: 'storage.unavailable' });
    down = false;
    expect(await store.size('documents/a')).toBe(6);
  });
});
