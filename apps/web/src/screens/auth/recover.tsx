import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useSession } from '../../app/session.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { AuthForm, linkClass, textOf } from './auth-form.tsx';
import { authMessage } from './auth-message.ts';

export const Recover = () => {
  const { t } = useLanguage();
  const { supabase } = useSession();
  const send = useMutation({
    mutationFn: async (email: string) => {
      const { error } = await supabase.auth.resetPasswordForEmail(email, { redirectTo: `${location.origin}/new-password` });
      if (error) throw error;
    },
  });
  return (
    <AuthForm
      title={t('auth.recover')}
      hint={t('auth.recoverHint')}
      action={t('auth.recoverSend')}
      busy={send.isPending}
      error={send.error ? t(authMessage(send.error)) : null}
      onSubmit={(form) => { send.mutate(textOf(form, 'email').trim()); }}
      below={<p><Link to="/sign-in" className={linkClass}>{t('auth.backToSignIn')}</Link></p>}
    >
      <TextField label={t('auth.email')} name="email" type="email" autoComplete="username" required autoFocus />
      <div role="status">{send.isSuccess && <p className="rounded-control bg-accent-wash p-3 text-sm text-accent-strong">{t('auth.recoverSent')}</p>}</div>
    </AuthForm>
  );
};
