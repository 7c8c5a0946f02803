import { Agent, request } from 'node:http';
import type { UserActor } from '@docuvault/core/actor.ts';
import type { Server } from './server-under-test.ts';

export type Account = { email: string; password: string };

export type VaultClient = {
  account: Account;
  userId: string;
  upload(bytes: Uint8Array, name: string, type?: string): Promise<{ id: string }>;
  search(query: string, mode: 'keyword' | 'hybrid', limit?: number): Promise<{ total: number; results: { documentId: string }[] }>;
  chat(message: string, conversationId: string): Promise<{ grounded: boolean }>;
  get<T>(path: string): Promise<T>;
  /** The file of a document; its length. */
  file(id: string): Promise<number>;
  /** The same person at another process of the same vault. */
  at(url: string): VaultClient;
};

const agent = new Agent({ keepAlive: true });

/** One HTTP call over a kept connection, with as little work on the client's side as there can be: both share the machine. */
const callBytes = (url: string, method: string, headers: Record<string, string>, body?: Uint8Array | string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { method, headers: { ...headers, ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }) }, agent }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        const whole = Buffer.concat(parts);
        if (answer.statusCode! >= 400) reject(new Error(`${method} ${url}: ${answer.statusCode} ${whole.toString().slice(0, 300)}`));
        else resolve(whole);
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });

const call = async <T>(url: string, method: string, headers: Record<string, string>, body?: Uint8Array | string): Promise<T> =>
  JSON.parse((await callBytes(url, method, headers, body)).toString()) as T;

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

const speakFor = (url: string, account: Account, userId: string, headers: Record<string, string>): VaultClient => {
  const functions = `${url}/functions/v1`;
  const post = <T>(path: string, body: unknown) => call<T>(`${functions}/${path}`, 'POST', { ...headers, 'content-type': 'application/json' }, JSON.stringify(body));
  return {
    account, userId,
    upload: async (bytes, name, type = 'application/pdf') =>
      (await call<{ document: { id: string } }>(`${functions}/document-upload`, 'POST', { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` }, form(bytes, name, type))).document,
    search: (query, mode, limit = 10) => post('search-engine', { query, mode, limit }),
    chat: (message, conversationId) => post('ai-chat', { message, conversationId }),
    get: (path) => call(`${functions}/${path}`, 'GET', headers),
    file: async (id) => (await callBytes(`${functions}/documents/${id}/file`, 'GET', headers)).length,
    at: (other) => speakFor(other, account, userId, headers),
  };
};

/** Signs a new person up, or the person of `account` in, and speaks for them. */
export const signUp = async (server: Pick<Server, 'url' | 'anonKey'>, account?: Account): Promise<VaultClient> => {
  const who = account ?? newAccount();
  const session = await call<{ access_token: string; user: { id: string } }>(
    `${server.url}/auth/v1/${account ? 'token?grant_type=password' : 'signup'}`, 'POST', { apikey: server.anonKey, 'content-type': 'application/json' }, JSON.stringify(who));
  return speakFor(server.url, who, session.user.id, { apikey: server.anonKey, authorization: `Bearer ${session.access_token}` });
};

/** A GET of a plain address, for the baseline. */
export const plainGet = (url: string): Promise<unknown> => call(url, 'GET', {});
