import { useMutation } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useSession } from '../../app/session.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { AuthForm, linkClass, textOf } from './auth-form.tsx';
import { authMessage } from './auth-message.ts';
import { useEnterVault } from './enter-vault.tsx';
import { PasswordField } from './password-field.tsx';

export const SignIn = () => {
  const { t } = useLanguage();
  const { supabase } = useSession();
  const { next } = useSearch({ strict: false });
  const search = next ? { next } : {};
  useEnterVault();
  const enter = useMutation({
    mutationFn: async (given: { email: string; password: string }) => {
      const { error } = await supabase.auth.signInWithPassword(given);
      if (error) throw error;
    },
  });
  return (
    <AuthForm
      title={t('auth.signInTitle')}
      action={t('auth.signIn')}
      busy={enter.isPending}
      error={enter.error ? t(authMessage(enter.error)) : null}
      onSubmit={(form) => { enter.mutate({ email: textOf(form, 'email').trim(), password: textOf(form, 'password') }); }}
      below={
        <>
          <p><Link to="/recover" className={linkClass}>{t('auth.forgot')}</Link></p>
          <p>{t('auth.noAccount')} <Link to="/sign-up" search={search} className={linkClass}>{t('auth.signUp')}</Link></p>
        </>
      }
    >
      <TextField label={t('auth.email')} name="email" type="email" autoComplete="username" required autoFocus />
      <PasswordField label={t('auth.password')} name="password" autoComplete="current-password" required />
    </AuthForm>
  );
};
