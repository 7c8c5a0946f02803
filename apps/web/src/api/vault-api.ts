import type { Supabase } from './supabase.ts';
import type { Connection } from '../app/connection.ts';
import type { ClientConfig } from './config.ts';

/** A refusal of the vault, in words a person can read. */
export class VaultError extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: Record<string, unknown>;
  constructor(status: number, code: string, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.name = 'VaultError';
    this.status = status;
    this.code = code;
    this.details = details;
  }
}

export type VaultApi = {
  /** Calls a function with the person's token; throws `VaultError` on anything but success. */
  call(path: string, init?: RequestInit): Promise<Response>;
  get<T>(path: string, signal?: AbortSignal): Promise<T>;
  send<T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<T>;
  /** Calls the storage wire; same errors as `call`. */
  storage(path: string, init?: RequestInit): Promise<Response>;
  /** The address of a file in a public bucket. */
  publicFile(bucket: string, path: string): string;
  /** Address and headers for those who stream or upload by themselves; of the functions unless the storage server is named. */
  authorised(path: string, service?: 'functions/v1' | 'storage/v1'): Promise<{ url: string; headers: Record<string, string> }>;
};

/** No answer came. */
export const unreachable = (): VaultError => new VaultError(0, 'network.unreachable', 'The vault cannot be reached.');

type Body = { error?: { code?: string; message?: string; details?: Record<string, unknown> } | string; message?: string };

/** A refusal from its status and its body. */
export const refusalFrom = (status: number, body: Body): VaultError => {
  // The storage wire writes its refusals as Supabase does: `error` is a word, `message` stands beside it.
  const error = typeof body.error === 'object' ? body.error : { code: body.error, message: body.message };
  return new VaultError(status, error.code ?? 'unknown', error.message ?? `The server answered ${status}.`, 'details' in error ? error.details : undefined);
};

const refusalOf = async (answer: Response): Promise<VaultError> => refusalFrom(answer.status, (await answer.json().catch(() => ({}))) as Body);

/** The functions of the vault, called as the signed-in person. */
export const createVaultApi = (config: ClientConfig, supabase: Supabase, connection: Connection): VaultApi => {
  const authorised = async (path: string, service = 'functions/v1') => {
    // Without the vault a session that has run out cannot be renewed: asking for it would wait for half a minute.
    if (!connection.isOnline()) throw unreachable();
    const { data } = await supabase.auth.getSession();
    return {
      url: `${config.supabaseUrl}/${service}/${path}`,
      headers: { apikey: config.supabaseAnonKey, ...(data.session ? { authorization: `Bearer ${data.session.access_token}` } : {}) },
    };
  };
  const callOf = (service: 'functions/v1' | 'storage/v1') => async (path: string, init: RequestInit = {}): Promise<Response> => {
    const { url, headers } = await authorised(path, service);
    let answer: Response;
    try {
      answer = await fetch(url, { ...init, headers: { ...headers, ...(init.headers as Record<string, string> | undefined) } });
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      connection.report(false);
      throw unreachable();
    }
    connection.report(true);
    if (!answer.ok) throw await refusalOf(answer);
    return answer;
  };
  const call = callOf('functions/v1');
  return {
    authorised,
    call,
    storage: callOf('storage/v1'),
    publicFile: (bucket, path) => `${config.supabaseUrl}/storage/v1/object/public/${bucket}/${path}`,
    get: async <T>(path: string, signal?: AbortSignal) => (await (await call(path, signal ? { signal } : {})).json()) as T,
    send: async <T>(method: string, path: string, body?: unknown) => {
      const init: RequestInit = body === undefined ? { method } : { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
      const answer = await call(path, init);
      return (answer.status === 204 ? undefined : await answer.json()) as T;
    },
  };
};
