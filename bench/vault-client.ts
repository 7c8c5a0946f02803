import { Agent, request } from 'node:http';
import type { UserActor } from '@docuvault/core/actor.ts';
import type { Server } from './server-under-test.ts';

export type Account = { email: string; password: string };

export type VaultClient = {
  account: Account;
  userId: string;
  upload(bytes: Uint8Array, name: string, type?: string): Promise<{ id: string }>;
  search(query: string, mode: 'keyword' | 'hybrid', limit?: number): Promise<{ total: number; results: { documentId: string }[] }>;
  get<T>(path: string): Promise<T>;
};

const agent = new Agent({ keepAlive: true });

/** One HTTP call over a kept connection, with as little work on the client's side as there can be: both share the machine. */
const call = <T>(url: string, method: string, headers: Record<string, string>, body?: Uint8Array | string): Promise<T> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { method, headers: { ...headers, ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }) }, agent }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        const text = Buffer.concat(parts).toString();
        if (answer.statusCode! >= 400) reject(new Error(`${method} ${url}: ${answer.statusCode} ${text.slice(0, 300)}`));
        else resolve(JSON.parse(text) as T);
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });

const boundary = 'docuvault-bench-7f3a';

const form = (bytes: Uint8Array, name: string, type: string): Buffer =>
  Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);

const newAccount = (): Account => ({ email: `bench-${crypto.randomUUID()}@example.test`, password: 'correct horse battery staple' });

/** The person as the database's doors take them. */
export const actorOf = (client: VaultClient): UserActor => ({
  role: 'authenticated', userId: client.userId, sessionId: null, email: client.account.email, aal: 'aal1', claims: { sub: client.userId, role: 'authenticated' },
});

/** Signs a new person up, or the person of `account` in, and speaks for them. */
export const signUp = async (server: Server, account?: Account): Promise<VaultClient> => {
  const who = account ?? newAccount();
  const session = await call<{ access_token: string; user: { id: string } }>(
    `${server.url}/auth/v1/${account ? 'token?grant_type=password' : 'signup'}`, 'POST', { apikey: server.anonKey, 'content-type': 'application/json' }, JSON.stringify(who));
  const headers = { apikey: server.anonKey, authorization: `Bearer ${session.access_token}` };
  const functions = `${server.url}/functions/v1`;
  return {
    account: who, userId: session.user.id,
    upload: async (bytes, name, type = 'application/pdf') =>
      (await call<{ document: { id: string } }>(`${functions}/document-upload`, 'POST', { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` }, form(bytes, name, type))).document,
    search: (query, mode, limit = 10) =>
      call(`${functions}/search-engine`, 'POST', { ...headers, 'content-type': 'application/json' }, JSON.stringify({ query, mode, limit })),
    get: (path) => call(`${functions}/${path}`, 'GET', headers),
  };
};

/** A GET of a plain address, for the baseline. */
export const plainGet = (url: string): Promise<unknown> => call(url, 'GET', {});
