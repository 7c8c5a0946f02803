import { Navigate, useLocation } from '@tanstack/react-router';
import { useSession } from './session.tsx';
import { Shell } from './shell/shell.tsx';

/** The shell for who is signed in; everybody else is led to the door and back again. */
export const SignedIn = () => {
  const { session, ready, wantsCode, recovering } = useSession();
  const { href } = useLocation();
  // On the way to the door this is still shown for a moment, with the door's address: that is nowhere to come back to.
  if (!ready || /^\/(sign-in|new-password)/.test(href)) return null;
  const search = href === '/' ? {} : { next: href };
  if (!session) return <Navigate to="/sign-in" search={search} replace />;
  if (recovering) return <Navigate to="/new-password" replace />;
  if (wantsCode) return <Navigate to="/sign-in/code" search={search} replace />;
  return <Shell />;
};
