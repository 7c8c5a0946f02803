import { join } from 'node:path';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { createKeyring } from '@docuvault/core/encryption/keyring.ts';
import { systemClock } from '@docuvault/core/clock.ts';
import { silentLogger } from '@docuvault/core/logger.ts';
import { createFsBlobStore } from '@docuvault/storage-fs/fs-blob-store.ts';
import { createStorage } from '@docuvault/supabase-local/storage/create-storage.ts';
import { openTestDatabase } from '@docuvault/testing/database.ts';
import { createObjectRemover } from './remove-objects.ts';

describe('what a person has in the buckets', () => {
  it('is removed whole, whatever the folders, and nothing of anybody else', async () => {
    const { db, directory } = await openTestDatabase();
    const storage = createStorage({
      db, blobs: createFsBlobStore({ directory: join(directory, 'files') }), clock: systemClock, log: silentLogger, publicUrl: 'http://127.0.0.1',
      keyring: await createKeyring(new Map([[1, 'a master secret of the tests, long enough']])),
      jwt: { secret: 'super-secret-jwt-token-with-at-least-32-characters-long' },
      actorOf: (c) => (c.req.header('authorization') === 'Bearer a.service.key' ? { role: 'service_role' } : { role: 'anon' }),
    });
    const root = new Hono().route('/storage/v1', storage.app);
    const send = ((url: string, init: RequestInit) => root.request(url, init)) as typeof fetch;
    const headers = { authorization: 'Bearer a.service.key', 'content-type': 'image/png' };
    const png = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='), (c) => c.charCodeAt(0));
    const [asha, ravi] = [crypto.randomUUID(), crypto.randomUUID()];
    for (const name of [`${asha}/me.png`, `${asha}/old/2019/me.png`, `${ravi}/me.png`]) {
      expect((await root.request(`/storage/v1/object/avatars/${name}`, { method: 'POST', headers, body: png })).status, name).toBe(200);
    }
    await createObjectRemover({ url: 'http://storage.test', serviceKey: 'a.service.key', fetch: send }, ['avatars', 'documents'])(asha);
    const there = async (name: string) => (await root.request(`/storage/v1/object/public/avatars/${name}`)).ok;
    expect([await there(`${asha}/me.png`), await there(`${asha}/old/2019/me.png`), await there(`${ravi}/me.png`)]).toEqual([false, false, true]);
    await expect(createObjectRemover({ url: 'http://storage.test', serviceKey: 'another', fetch: (() => Promise.reject(new Error('down'))) as typeof fetch }, ['avatars'])(asha)).rejects.toMatchObject({ status: 503 });
  });
});
