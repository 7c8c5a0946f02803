import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { CircleAlert, KeyRound, MailX } from 'lucide-react';
import { useState } from 'react';
import { VaultError } from '../../api/vault-api.ts';
import { useSession } from '../../app/session.tsx';
import { claimAccount } from '../../data/children.ts';
import { refusalWords } from '../../i18n/refusals.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { PasswordField } from '../auth/password-field.tsx';
import { GuestFrame } from '../guest/guest-frame.tsx';
import { GuestNote } from '../guest/guest-note.tsx';

/** Where somebody grown takes over the account that their family kept for them. The token stands behind the address's `#`, which no server sees. */
export const ClaimPage = () => {
  const { t, language } = useLanguage();
  const { api, supabase } = useSession();
  const navigate = useNavigate();
  const [token] = useState(() => location.hash.slice(1));
  usePageTitle(t('claim.title'));
  const claim = useMutation({
    mutationFn: async (password: string) => {
      const { email } = await claimAccount(api, token, password);
      const { error } = await supabase.auth.signInWithPassword({ email, password });
      if (error) throw error;
    },
    onSuccess: () => navigate({ to: '/', replace: true }),
  });
  const gone = token === '' || (claim.error instanceof VaultError && claim.error.status === 404);
  if (gone) return <GuestFrame><GuestNote icon={MailX} title={t('claim.missing.title')} body={t('claim.missing.body')} /></GuestFrame>;
  return (
    <GuestFrame>
      <form
        className="grid gap-5 rounded-card border border-line bg-surface p-6"
        onSubmit={(event) => {
          event.preventDefault();
          const password = new FormData(event.currentTarget).get('password');
          if (typeof password === 'string') claim.mutate(password);
        }}
      >
        <div className="grid gap-2">
          <KeyRound size={30} className="text-accent" aria-hidden />
          <h1 className="text-2xl font-semibold tracking-tight text-balance">{t('claim.title')}</h1>
          <p className="text-ink-soft">{t('claim.body')}</p>
        </div>
        {claim.isError && <p role="alert" className="flex gap-2.5 rounded-control bg-bad-wash p-3 text-sm text-bad"><CircleAlert size={18} className="shrink-0" aria-hidden />{refusalWords(claim.error, t, language)}</p>}
        <PasswordField label={t('claim.password')} name="password" required minLength={8} maxLength={200} autoComplete="new-password" />
        <Button type="submit" kind="primary" disabled={claim.isPending} aria-busy={claim.isPending}>{t('claim.do')}</Button>
      </form>
    </GuestFrame>
  );
};
