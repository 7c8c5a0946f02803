import { useMutation } from '@tanstack/react-query';
import { isAuthApiError } from '@supabase/auth-js';
import { useRef } from 'react';
import { useSession } from '../../../app/session.tsx';
import { useToast } from '../../../app/toasts.tsx';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { textOf } from '../../auth/auth-form.tsx';
import { authMessage } from '../../auth/auth-message.ts';
import { PasswordField } from '../../auth/password-field.tsx';
import { Panel } from '../panel.tsx';

/** Chooses a new password, given the one of now. Every other device is signed out by it. */
export const PasswordForm = () => {
  const { t } = useLanguage();
  const toast = useToast();
  const { supabase, session } = useSession();
  const form = useRef<HTMLFormElement>(null);
  const save = useMutation({
    mutationFn: async ({ current, next }: { current: string; next: string }) => {
      const { error } = await supabase.auth.updateUser({ password: next, current_password: current });
      if (error) throw error;
    },
    onSuccess: () => {
      form.current?.reset();
      toast({ text: t('auth.newPasswordDone') });
    },
  });
  const { error } = save;
  const wrong = isAuthApiError(error) && error.code === 'current_password_invalid';
  return (
    <Panel title={t('settings.password')} hint={t('settings.passwordHint')}>
      <form
        ref={form}
        className="grid max-w-md gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          save.mutate({ current: textOf(data, 'current'), next: textOf(data, 'next') });
        }}
      >
        <input type="hidden" name="username" autoComplete="username" value={session?.user.email ?? ''} readOnly />
        <PasswordField label={t('settings.passwordNow')} name="current" autoComplete="current-password" required />
        <PasswordField label={t('auth.newPassword')} name="next" autoComplete="new-password" required minLength={10} hint={t('auth.passwordHint')} />
        {error && <p role="alert" className="text-sm text-bad">{t(wrong ? 'settings.passwordWrong' : authMessage(error))}</p>}
        <div><Button type="submit" disabled={save.isPending}>{t('auth.newPasswordSave')}</Button></div>
      </form>
    </Panel>
  );
};
