import type { Session, SupabaseClient } from '@supabase/supabase-js';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { VaultApi } from '../api/vault-api.ts';

export type SessionState = { session: Session | null; ready: boolean; supabase: SupabaseClient; api: VaultApi };

const Context = createContext<SessionState | null>(null);

type Props = { supabase: SupabaseClient; api: VaultApi; children: ReactNode };

/** Follows who is signed in; what was shown to one person is forgotten when another comes. */
export const SessionProvider = ({ supabase, api, children }: Props) => {
  const [session, setSession] = useState<Session | null>(null);
  const [ready, setReady] = useState(false);
  const queries = useQueryClient();
  useEffect(() => {
    let person: string | null = null;
    const { data } = supabase.auth.onAuthStateChange((_event, next) => {
      const id = next?.user.id ?? null;
      if (person !== null && id !== person) queries.clear();
      person = id;
      setSession(next);
      setReady(true);
    });
    return () => {
      data.subscription.unsubscribe();
    };
  }, [supabase, queries]);
  const value = useMemo(() => ({ session, ready, supabase, api }), [session, ready, supabase, api]);
  return <Context value={value}>{children}</Context>;
};

/** Who is signed in, and the clients to speak for them. */
export const useSession = (): SessionState => {
  const value = useContext(Context);
  if (!value) throw new Error('useSession is used outside SessionProvider');
  return value;
};

/** The vault's functions as the signed-in person. */
export const useApi = (): VaultApi => useSession().api;
