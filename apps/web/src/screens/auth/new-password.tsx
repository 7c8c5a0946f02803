import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useSession } from '../../app/session.tsx';
import { useToast } from '../../app/toasts.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { AuthForm, linkClass, textOf } from './auth-form.tsx';
import { authMessage } from './auth-message.ts';
import { PasswordField } from './password-field.tsx';

/** Where the link of a recovery mail leads. */
export const NewPassword = () => {
  const { t } = useLanguage();
  const toast = useToast();
  const navigate = useNavigate();
  const { supabase, session, ready } = useSession();
  const save = useMutation({
    mutationFn: async (password: string) => {
      const { error } = await supabase.auth.updateUser({ password });
      if (error) throw error;
    },
    onSuccess: () => {
      toast({ text: t('auth.newPasswordDone') });
      void navigate({ to: '/', replace: true });
    },
  });
  if (!ready) return null;
  if (!session) {
    return (
      <div className="grid gap-4">
        <h1 className="text-2xl font-semibold tracking-tight">{t('auth.newPassword')}</h1>
        <p role="alert" className="text-ink-soft">{t('auth.newPasswordNoLink')}</p>
        <Link to="/recover" className={linkClass}>{t('auth.recover')}</Link>
      </div>
    );
  }
  return (
    <AuthForm
      title={t('auth.newPassword')}
      action={t('auth.newPasswordSave')}
      busy={save.isPending}
      error={save.error ? t(authMessage(save.error)) : null}
      onSubmit={(form) => { save.mutate(textOf(form, 'password')); }}
    >
      <input type="hidden" name="username" autoComplete="username" value={session.user.email ?? ''} readOnly />
      <PasswordField label={t('auth.password')} name="password" autoComplete="new-password" required minLength={10} hint={t('auth.passwordHint')} autoFocus />
    </AuthForm>
  );
};
