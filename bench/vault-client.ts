import type { Server } from './server-under-test.ts';

export type VaultClient = {
  upload(bytes: Uint8Array<ArrayBuffer>, name: string, type?: string): Promise<{ id: string }>;
  search(query: string, mode: 'keyword' | 'hybrid', limit?: number): Promise<{ total: number; results: { documentId: string }[] }>;
  get<T>(path: string): Promise<T>;
};

const must = async <T>(answer: Response): Promise<T> => {
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
};

/** Signs a new person up and speaks for them. */
export const signUp = async (server: Server): Promise<VaultClient> => {
  const made = await must<{ access_token: string }>(
    await fetch(`${server.url}/auth/v1/signup`, {
      method: 'POST',
      headers: { apikey: server.anonKey, 'content-type': 'application/json' },
      body: JSON.stringify({ email: `bench-${crypto.randomUUID()}@example.test`, password: 'correct horse battery staple' }),
    }),
  );
  const headers = { apikey: server.anonKey, authorization: `Bearer ${made.access_token}` };
  const functions = `${server.url}/functions/v1`;
  return {
    upload: async (bytes, name, type = 'application/pdf') => {
      const form = new FormData();
      form.set('file', new Blob([bytes], { type }), name);
      return (await must<{ document: { id: string } }>(await fetch(`${functions}/document-upload`, { method: 'POST', headers, body: form }))).document;
    },
    search: async (query, mode, limit = 10) =>
      must(await fetch(`${functions}/search-engine`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify({ query, mode, limit }) })),
    get: async (path) => must(await fetch(`${functions}/${path}`, { headers })),
  };
};
