import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import type { ClientConfig } from './config.ts';

/** The one client of auth and storage. */
export const createSupabase = (config: ClientConfig): SupabaseClient =>
  createClient(config.supabaseUrl, config.supabaseAnonKey, {
    auth: { flowType: 'pkce', detectSessionInUrl: true, persistSession: true, autoRefreshToken: true, storageKey: 'docuvault.session' },
  });
