import { useRouter, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useSession } from '../../app/session.tsx';

/** Only addresses of this site: `//elsewhere` and `/\elsewhere` lead away. */
const safe = (next: string | undefined): string => (next && /^\/(?![/\\])/.test(next) ? next : '/');

/** Leads on to where the person wanted to go, as soon as a session stands. True while that is under way. */
export const useEnterVault = (when = true): boolean => {
  const { session, ready, recovering } = useSession();
  const { next } = useSearch({ strict: false });
  const { history } = useRouter();
  const entered = when && ready && session !== null && !recovering;
  useEffect(() => {
    if (entered) history.replace(safe(next));
  }, [entered, history, next]);
  return entered;
};
