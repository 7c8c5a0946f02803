import { useMutation } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { MailCheck } from 'lucide-react';
import { useSession } from '../../app/session.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { AuthForm, linkClass, textOf } from './auth-form.tsx';
import { authMessage } from './auth-message.ts';
import { useEnterVault } from './enter-vault.tsx';
import { PasswordField } from './password-field.tsx';

type Given = { name: string; email: string; password: string };

export const SignUp = () => {
  const { t, language } = useLanguage();
  const { supabase } = useSession();
  const { next } = useSearch({ strict: false });
  const search = next ? { next } : {};
  useEnterVault();
  const create = useMutation({
    mutationFn: async ({ name, email, password }: Given) => {
      // Mails in their language and reminders at the right hour, from the first one on.
      const said = { full_name: name, locale: language, time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
      const { data, error } = await supabase.auth.signUp({ email, password, options: { data: said, emailRedirectTo: `${location.origin}/` } });
      if (error) throw error;
      return data.session ? null : email;
    },
  });
  if (create.data) {
    return (
      <div className="grid gap-4">
        <MailCheck size={32} className="text-accent" aria-hidden />
        <h1 className="text-2xl font-semibold tracking-tight">{t('auth.checkMail')}</h1>
        <p role="status" className="text-ink-soft">{t('auth.checkMailBody', { email: create.data })}</p>
        <Link to="/sign-in" className={linkClass}>{t('auth.backToSignIn')}</Link>
      </div>
    );
  }
  return (
    <AuthForm
      title={t('auth.signUp')}
      action={t('auth.signUp')}
      busy={create.isPending}
      error={create.error ? t(authMessage(create.error)) : null}
      onSubmit={(form) => { create.mutate({ name: textOf(form, 'name').trim(), email: textOf(form, 'email').trim(), password: textOf(form, 'password') }); }}
      below={<p>{t('auth.haveAccount')} <Link to="/sign-in" search={search} className={linkClass}>{t('auth.signIn')}</Link></p>}
    >
      <TextField label={t('auth.name')} name="name" autoComplete="name" required autoFocus />
      <TextField label={t('auth.email')} name="email" type="email" autoComplete="username" required />
      <PasswordField label={t('auth.password')} name="password" autoComplete="new-password" required minLength={10} hint={t('auth.passwordHint')} />
    </AuthForm>
  );
};
