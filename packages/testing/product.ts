import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import ws from 'ws';

const root = join(import.meta.dirname, '../..');

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => {
        resolve(port);
      });
    });
  });

export type Product = {
  url: string;
  anonKey: string;
  home: string;
  pid: number;
  log(): string;
  /** Ends it: SIGTERM drains, SIGKILL does not. Resolves with the exit code, null when a signal ended it. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
};

/** A new home folder, for `startProduct`. */
export const newHome = (): string => mkdtempSync(join(tmpdir(), 'docuvault-home-'));
export const removeHome = (home: string): void => {
  rmSync(home, { recursive: true, force: true });
};

export type Process = Pick<Product, 'pid' | 'log' | 'stop'> & { ended(): boolean; exited: Promise<number | null> };

/** Starts one of the built programs (`dist/<program>.js`) on a home folder. */
export const spawnProgram = (program: 'server' | 'api' | 'worker', home: string, env: Record<string, string>): Process => {
  const child: ChildProcess = spawn(process.execPath, [join(root, 'dist', `${program}.js`)], {
    cwd: root,
    env: { ...process.env, npm_lifecycle_event: undefined, DOCUVAULT_HOME: home, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const keep = (part: Buffer) => {
    said = (said + part.toString()).slice(-100_000);
  };
  child.stdout!.on('data', keep);
  child.stderr!.on('data', keep);
  const exited = new Promise<number | null>((resolve) => child.on('exit', resolve));
  let ended = false;
  void exited.then(() => {
    ended = true;
  });
  return {
    pid: child.pid!,
    log: () => said,
    ended: () => ended,
    exited,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      return exited;
    },
  };
};

/** Starts the built product on a home folder, whole as `npm start` does or the API alone, and waits until it is ready. */
export const startProduct = async (home: string, env: Record<string, string> = {}, program: 'server' | 'api' = 'server'): Promise<Product> => {
  const port = env.PORT ?? (await freePort());
  const child = spawnProgram(program, home, { PORT: String(port), ...env });
  const url = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${url}/functions/v1/health-check/ready`).then((answer) => answer.ok, () => false))) {
    if (child.ended()) throw new Error(`the product ended before it was ready:\n${child.log()}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const config = (await (await fetch(`${url}/config.json`)).json()) as { supabaseAnonKey: string };
  return { url, anonKey: config.supabaseAnonKey, home, pid: child.pid, log: child.log, stop: child.stop };
};

/** Starts a built worker and waits until it says so. */
export const startWorkerProcess = async (home: string, env: Record<string, string>): Promise<Process> => {
  const child = spawnProgram('worker', home, env);
  while (!child.log().includes('DocuVault AI   worker')) {
    if (child.ended()) throw new Error(`the worker ended before it was ready:\n${child.log()}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return child;
};

export type Member = {
  client: SupabaseClient;
  email: string;
  password: string;
  /** Calls a function with this person's token. */
  call(path: string, init?: RequestInit): Promise<Response>;
  json<T>(path: string, init?: RequestInit): Promise<T>;
  post<T>(path: string, body: unknown): Promise<T>;
};

const member = async (product: Product, email: string, password: string, how: 'signUp' | 'signInWithPassword'): Promise<Member> => {
  const client = createClient(product.url, product.anonKey, {
    auth: { persistSession: false, autoRefreshToken: false },
    realtime: { transport: ws as never },
  });
  const { data, error } = await client.auth[how]({ email, password });
  if (error || !data.session) throw error ?? new Error('no session');
  const token = data.session.access_token;
  const call = (path: string, init: RequestInit = {}) =>
    fetch(`${product.url}/functions/v1/${path}`, { ...init, headers: { authorization: `Bearer ${token}`, apikey: product.anonKey, ...(init.headers as Record<string, string>) } });
  const json = async <T>(path: string, init?: RequestInit): Promise<T> => {
    const answer = await call(path, init);
    if (!answer.ok) throw new Error(`${init?.method ?? 'GET'} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  return {
    client, email, password, call, json,
    post: (path, body) => json(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  };
};

/** A new person, signed up by supabase-js. */
export const signUp = (product: Product, name = 'asha'): Promise<Member> => member(product, `${name}-${crypto.randomUUID().slice(0, 8)}@example.test`, 'a long pass phrase', 'signUp');
/** The same person again, after a restart. */
export const signIn = (product: Product, email: string, password: string): Promise<Member> => member(product, email, password, 'signInWithPassword');

export type Uploaded = { document: { id: string; status: string; mimeType: string; title: string }; duplicate: boolean };

/** Uploads bytes as a file; the raw response, whatever it is. */
export const uploadRaw = (person: Member, bytes: Uint8Array<ArrayBuffer> | Buffer, name: string, fields: Record<string, string> = {}): Promise<Response> => {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.set(key, value);
  form.set('file', new Blob([new Uint8Array(bytes)]), name);
  return person.call('document-upload', { method: 'POST', body: form });
};

type Progress = { status: string; stage: string; progress: number; attempts: number; failure: { code: string; message: string } | null };

/** Waits until processing has ended, one way or the other. */
export const settled = async (person: Member, documentId: string, timeoutMs = 60_000): Promise<Progress> => {
  const until = Date.now() + timeoutMs;
  for (;;) {
    const state = await person.json<Progress>(`document-processor/${documentId}`);
    if (state.status === 'completed' || state.status === 'failed') return state;
    if (Date.now() > until) throw new Error(`${documentId} is still ${state.status} (${state.stage})`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
