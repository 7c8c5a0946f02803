import { AccountRefused, type AccountAdmin } from '@docuvault/core/account-admin.ts';

export type SupabaseAccounts = {
  /** Where Supabase Auth is: `https://<project>.supabase.co/auth/v1`. */
  url: string;
  serviceKey: string;
  /** How to reach it, where that is not the network. */
  send?: (request: Request) => Response | Promise<Response>;
};

type Answer = { id?: string; error_code?: string; code?: string | number; msg?: string; message?: string };

const whyOf = (status: number, { error_code: code }: Answer): AccountRefused['why'] =>
  code === 'weak_password' ? 'weak' : code === 'email_exists' || code === 'user_already_exists' || status === 409 ? 'taken' : status === 404 ? 'missing' : 'down';

/** Accounts by the admin API of Supabase Auth (POST, PUT and DELETE /admin/users), with the service role's key. */
export const createSupabaseAccounts = ({ url, serviceKey, send = (request) => fetch(request) }: SupabaseAccounts): AccountAdmin => {
  const ask = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const request = new Request(`${url.replace(/\/$/, '')}/admin/users${path}`, {
      method, signal: AbortSignal.timeout(20_000),
      headers: { authorization: `Bearer ${serviceKey}`, apikey: serviceKey, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const response = await Promise.resolve(send(request)).catch((error: unknown) => {
      throw new AccountRefused('down', `the auth server: ${error instanceof Error ? error.name : 'no answer'}`);
    });
    const answer = (await response.json().catch(() => ({}))) as Answer;
    if (!response.ok) throw new AccountRefused(whyOf(response.status, answer), `the auth server answered ${response.status}`);
    return answer;
  };
  return {
    create: async ({ email, password, fullName, marks }) => {
      const { id } = await ask('POST', '', { email, password, email_confirm: true, user_metadata: { full_name: fullName }, app_metadata: marks });
      if (!id) throw new AccountRefused('down', 'the auth server gave no id');
      return { id };
    },
    change: async (id, { email, password }) => {
      await ask('PUT', `/${encodeURIComponent(id)}`, { ...(email === undefined ? {} : { email, email_confirm: true }), ...(password === undefined ? {} : { password }) });
    },
    remove: async (id) => {
      await ask('DELETE', `/${encodeURIComponent(id)}`, {});
    },
  };
};
