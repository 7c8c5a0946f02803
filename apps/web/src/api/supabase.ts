import { AuthClient } from '@supabase/auth-js';
import type { ClientConfig } from './config.ts';

/**
 * The auth part of supabase-js, by itself: the parts that this app does not call (realtime, PostgREST, storage) would
 * make up a fifth of the first load. Resumable uploads speak TUS with this client's token.
 */
export type Supabase = { auth: InstanceType<typeof AuthClient> };

/** Where this browser keeps who is signed in. */
export const sessionStorageKey = 'docuvault.session';

export const createSupabase = (config: ClientConfig): Supabase => ({
  auth: new AuthClient({
    url: `${config.supabaseUrl}/auth/v1`,
    headers: { apikey: config.supabaseAnonKey },
    flowType: 'pkce',
    detectSessionInUrl: true,
    persistSession: true,
    autoRefreshToken: true,
    storageKey: sessionStorageKey,
  }),
});
