import { useMutation } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useSession } from '../../app/session.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { AuthForm, linkClass, textOf } from './auth-form.tsx';
import { authMessage } from './auth-message.ts';
import { useEnterVault } from './enter-vault.tsx';

/** Asks for the code of the authenticator app, for sessions that stand on a password alone. */
export const SecondFactor = () => {
  const { t } = useLanguage();
  const { supabase, session, ready, wantsCode } = useSession();
  useEnterVault(!wantsCode);
  const verify = useMutation({
    mutationFn: async (code: string) => {
      const factor = session?.user.factors?.find((one) => one.status === 'verified');
      if (!factor) return;
      const { error } = await supabase.auth.mfa.challengeAndVerify({ factorId: factor.id, code });
      if (error) throw error;
    },
  });
  if (ready && !session) return <Navigate to="/sign-in" replace />;
  return (
    <AuthForm
      title={t('auth.codeTitle')}
      action={t('auth.verify')}
      busy={verify.isPending}
      error={verify.error ? t(authMessage(verify.error)) : null}
      onSubmit={(form) => { verify.mutate(textOf(form, 'code').replaceAll(/\D/g, '')); }}
      below={<p><button type="button" className={linkClass} onClick={() => void supabase.auth.signOut({ scope: 'local' })}>{t('auth.signOut')}</button></p>}
    >
      <TextField label={t('auth.code')} hint={t('auth.codeHint')} name="code" inputMode="numeric" autoComplete="one-time-code" pattern="[0-9 ]{6,8}" required autoFocus />
    </AuthForm>
  );
};
