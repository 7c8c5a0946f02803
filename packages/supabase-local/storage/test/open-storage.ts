import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { Hono, type Context } from 'hono';
import { jwtVerify, SignJWT } from 'jose';
import sql from 'sql-template-tag';
import { afterAll } from 'vitest';
import ws from 'ws';
import type { Actor, UserActor } from '@docuvault/core/actor.ts';
import type { BlobStore } from '@docuvault/core/blob-store.ts';
import { createTestClock } from '@docuvault/core/clock.ts';
import { createKeyring } from '@docuvault/core/encryption/keyring.ts';
import { silentLogger } from '@docuvault/core/logger.ts';
import { createFsBlobStore } from '@docuvault/storage-fs/fs-blob-store.ts';
import { createPerson, openTestDatabase } from '@docuvault/testing/database.ts';
import { createStorage } from '../create-storage.ts';
import type { StorageOptions } from '../storage-context.ts';

const secret = 'super-secret-jwt-token-with-at-least-32-characters-long';
const key = new TextEncoder().encode(secret);

const sign = (claims: Record<string, unknown>) => new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(key);

/** Stands in for the auth server: verifies the bearer token, or the apikey where there is none. */
const actorOf = async (c: Context): Promise<Actor> => {
  const token = c.req.header('authorization')?.replace(/^Bearer /, '') ?? c.req.header('apikey') ?? '';
  const { payload } = await jwtVerify(token, key);
  if (payload.role === 'service_role' || payload.role === 'anon') return { role: payload.role };
  return { role: 'authenticated', userId: payload.sub!, sessionId: null, email: null, aal: 'aal1', claims: payload as Record<string, unknown> };
};

export type Person = { actor: UserActor; token: string; client: SupabaseClient };

/** The storage server on a port of its own, over a database and a folder of its own; all of it goes with the test file. */
export const openTestStorage = async (options: Partial<Pick<StorageOptions, 'onObjectStored' | 'maxFileBytes'>> = {}) => {
  const { db, directory } = await openTestDatabase();
  const clock = createTestClock(new Date());
  const blobs: BlobStore = createFsBlobStore({ directory: join(directory, 'files') });
  const keyring = await createKeyring(new Map([[1, 'a master secret of the tests, long enough']]));
  const storage = createStorage({ db, blobs, keyring, jwt: { secret }, actorOf, clock, log: silentLogger, publicUrl: 'http://127.0.0.1:54321', ...options });
  const root = new Hono();
  root.route('/storage/v1', storage.app);
  const server = serve({ fetch: root.fetch, port: 0, hostname: '127.0.0.1' }) as Server;
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const clientOf = (token: string) =>
    createClient(url, token, { accessToken: () => Promise.resolve(token), realtime: { transport: ws as unknown as typeof WebSocket } });
  const anonToken = await sign({ role: 'anon' });
  const serviceToken = await sign({ role: 'service_role' });

  return {
    db, blobs, clock, url, directory, sign,
    base: `${url}/storage/v1`,
    sweep: storage.sweep,
    anonToken,
    serviceToken,
    anon: clientOf(anonToken),
    service: clientOf(serviceToken),
    /** A person with an account and a signed-in client. */
    person: async (name: string): Promise<Person> => {
      const actor = await createPerson(db, name);
      const token = await sign(actor.claims);
      return { actor, token, client: clientOf(token) };
    },
    /** Every file in the store, and how many rows of encrypted files there are. */
    kept: async () => {
      const files: string[] = [];
      for await (const name of blobs.list('')) files.push(name);
      const [rows] = await db.asService('count in a test', (tx) => tx.query<{ count: number }>(sql`select count(*) from private.blobs`));
      return { files, rows: rows!.count };
    },
  };
};

export type TestStorage = Awaited<ReturnType<typeof openTestStorage>>;

/** What Supabase's client makes of a refusal. */
export const refusal = (error: unknown) => {
  const { status, statusCode, message } = error as { status?: number; statusCode?: string; message: string };
  return { status, statusCode, message };
};

/** Bytes that no compression or cache takes for others. */
export const randomBytes = (length: number): Buffer<ArrayBuffer> => {
  const bytes = Buffer.from(new ArrayBuffer(length));
  for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, Math.min(length, at + 65_536)));
  return bytes;
};

/** Waits until the condition holds; fails after ten seconds. */
export const until = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + 10_000; !(await condition()); ) {
    if (Date.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};
