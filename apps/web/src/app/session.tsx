import type { Session } from '@supabase/auth-js';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { sessionStorageKey, type Supabase } from '../api/supabase.ts';
import type { VaultApi } from '../api/vault-api.ts';
import { wipeDevice } from '../data/device/device-db.ts';
import { leavePush } from '../data/leave-push.ts';

export type SessionState = {
  session: Session | null;
  ready: boolean;
  /** A second factor is set up and has not been given in this session. */
  wantsCode: boolean;
  /** The session came from a link of password recovery. */
  recovering: boolean;
  supabase: Supabase;
  api: VaultApi;
};

const Context = createContext<SessionState | null>(null);

const levelOf = (token: string): unknown => {
  try {
    const body = token.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/');
    return (JSON.parse(atob(body)) as { aal?: unknown }).aal;
  } catch {
    return null;
  }
};

/** The session as it lies in this browser. Where it has run out and the vault cannot be asked for a new one, it still says who is here. */
const storedSession = (): Session | null => {
  try {
    const session = JSON.parse(localStorage.getItem(sessionStorageKey) ?? 'null') as Session | null;
    return session?.user ? session : null;
  } catch {
    return null;
  }
};

const wantsCode = (session: Session | null): boolean =>
  session !== null && levelOf(session.access_token) !== 'aal2' && (session.user.factors ?? []).some((factor) => factor.status === 'verified');

type Props = { supabase: Supabase; api: VaultApi; children: ReactNode };

/** Follows who is signed in; what was shown to one person is forgotten when another comes. */
export const SessionProvider = ({ supabase, api, children }: Props) => {
  const [state, setState] = useState<{ session: Session | null; ready: boolean; recovering: boolean }>(() => {
    // Without a network, asking for a new session takes half a minute to fail.
    const session = navigator.onLine ? null : storedSession();
    return { session, ready: session !== null, recovering: false };
  });
  const queries = useQueryClient();
  useEffect(() => {
    let person: string | null = null;
    const { data } = supabase.auth.onAuthStateChange((event, given) => {
      // The first word is none when the session could not be renewed. A session that was refused is no longer stored.
      const next = given ?? (event === 'INITIAL_SESSION' ? storedSession() : null);
      if (event === 'SIGNED_OUT') Promise.all([wipeDevice(person), leavePush()]).catch(() => undefined);
      const id = next?.user.id ?? null;
      if (person !== null && id !== person) queries.clear();
      person = id;
      setState((before) => ({
        session: next,
        ready: true,
        recovering: event === 'PASSWORD_RECOVERY' || (before.recovering && event !== 'USER_UPDATED' && event !== 'SIGNED_OUT'),
      }));
    });
    return () => {
      data.subscription.unsubscribe();
    };
  }, [supabase, queries]);
  const value = useMemo(() => ({ ...state, wantsCode: wantsCode(state.session), supabase, api }), [state, supabase, api]);
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
