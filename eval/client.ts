import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createClient } from '@supabase/supabase-js';
import WebSocket from 'ws';
import type { GotField } from './scoring/fields.ts';

export type WireDocument = { id: string; title: string; status: string; failure: { code: string; message: string } | null; category: string | null; documentType: string | null; person: string | null; language: string | null; pageCount: number | null; fields?: GotField[] };
export type SearchAnswer = { results: { documentId: string; page: number | null; snippet: string; score: number }[]; total: number; tookMs: number };
export type ChatAnswer = { answer: string; citations: { documentId: string; title: string; page: number | null; quote: string }[]; grounded: boolean };

/** The public wire, as one signed-up user sees it. */
export type Client = {
  upload(path: string): Promise<{ document: WireDocument; duplicate: boolean }>;
  progress(documentId: string): Promise<{ status: string; stage: string | null; failure: { code: string; message: string } | null }>;
  document(documentId: string): Promise<WireDocument>;
  text(documentId: string): Promise<{ page: number; text: string }[]>;
  list(): Promise<WireDocument[]>;
  search(query: string, mode: 'hybrid' | 'keyword' | 'semantic'): Promise<SearchAnswer>;
  ask(conversationId: string, message: string): Promise<ChatAnswer>;
};

const types: Readonly<Record<string, string>> = { pdf: 'application/pdf', jpg: 'image/jpeg', png: 'image/png', doc: 'application/msword', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' };

/** Signs up (or in, when the account is there) with supabase-js and answers the wire with its token. */
export async function signUp(url: string, { name = 'Asha Rao', ...account }: { email: string; password: string; name?: string }): Promise<Client> {
  const { supabaseAnonKey } = (await (await fetch(`${url}/config.json`)).json()) as { supabaseAnonKey: string };
  // Node 20 has no WebSocket of its own, and supabase-js refuses to start without one.
  const supabase = createClient(url, supabaseAnonKey, { realtime: { transport: WebSocket as never } });
  const up = await supabase.auth.signUp({ ...account, options: { data: { full_name: name } } });
  const session = up.data.session ?? (await supabase.auth.signInWithPassword(account)).data.session;
  if (!session) throw new Error(`No session: ${up.error?.message ?? 'sign-in refused'}`);

  const call = async <T>(path: string, init: RequestInit = {}): Promise<T> => {
    const { data } = await supabase.auth.getSession();
    const headers = { apikey: supabaseAnonKey, authorization: `Bearer ${data.session?.access_token ?? ''}`, ...(typeof init.body === 'string' ? { 'content-type': 'application/json' } : {}) };
    const response = await fetch(`${url}/functions/v1/${path}`, { ...init, headers });
    const body = await response.text();
    if (!response.ok) throw new Error(`${init.method ?? 'GET'} ${path.split('?')[0]} answered ${response.status}: ${body.slice(0, 300)}`);
    return JSON.parse(body) as T;
  };
  const post = <T>(path: string, body: unknown): Promise<T> => call<T>(path, { method: 'POST', body: JSON.stringify(body) });

  return {
    upload: async (path) => {
      const name = basename(path);
      const form = new FormData();
      form.append('file', new Blob([await readFile(path)], { type: types[name.split('.').pop() ?? ''] ?? 'application/octet-stream' }), name);
      return call('document-upload', { method: 'POST', body: form });
    },
    progress: (documentId) => call(`document-processor/${documentId}`),
    document: async (documentId) => {
      const body = await call<WireDocument | { document: WireDocument }>(`documents/${documentId}`);
      return 'document' in body ? body.document : body;
    },
    text: async (documentId) => (await call<{ pages: { page: number; text: string }[] }>(`documents/${documentId}/text`)).pages,
    list: async () => {
      const items: WireDocument[] = [];
      let cursor: string | null = null;
      do {
        const page: { items: WireDocument[]; nextCursor: string | null } = await call(`documents?limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
        items.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor);
      return items;
    },
    search: (query, mode) => post('search-engine', { query, mode, limit: 10 }),
    ask: (conversationId, message) => post('ai-chat', { conversationId, message }),
  };
}
