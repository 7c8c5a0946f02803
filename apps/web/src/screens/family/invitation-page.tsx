import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { CircleAlert, MailCheck, MailX, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { FamilyVault, InvitationLook } from '@docuvault/contract/family.ts';
import { VaultError } from '../../api/vault-api.ts';
import { useApi, useSession } from '../../app/session.tsx';
import { useToast } from '../../app/toasts.tsx';
import { useAct } from '../../data/act.ts';
import { familyRequests } from '../../data/family.ts';
import { invitationQuery } from '../../data/guest.ts';
import { keys } from '../../data/keys.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Failed } from '../../ui/failed.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { GuestFrame } from '../guest/guest-frame.tsx';
import { GuestNote } from '../guest/guest-note.tsx';

const door = 'inline-flex min-h-11 items-center justify-center rounded-control px-4 font-medium';

/** The way in for whom it is for: by an account that there is, or a new one. */
const Doors = ({ next }: { next: string }) => {
  const { t } = useLanguage();
  return (
    <div className="grid gap-2">
      <Link to="/sign-in" search={{ next }} className={`${door} bg-accent text-on-accent hover:bg-accent-strong`}>{t('invitation.signIn')}</Link>
      <Link to="/sign-up" search={{ next }} className={`${door} border border-line-strong bg-surface hover:bg-sunken`}>{t('invitation.signUp')}</Link>
    </div>
  );
};

/** An invitation that stands: whose family, as what, and joining it. */
const OpenInvitation = ({ token, look }: { token: string; look: InvitationLook }) => {
  const { t, format } = useLanguage();
  const toast = useToast();
  const navigate = useNavigate();
  const { session, supabase } = useSession();
  const act = useAct(keys.family, keys.documents);
  const [everything, setEverything] = useState(false);
  const next = `/invitation/${token}`;
  const from = look.from ?? t('familyActivity.somebody');
  const email = session?.user.email ?? '';
  if (session && look.forYou === false) {
    return (
      <GuestNote icon={TriangleAlert} title={t('invitation.wrong.title')} body={t('invitation.wrong.body', { hint: look.addressHint ?? '', email, from })}>
        <Button kind="primary" onClick={() => void supabase.auth.signOut({ scope: 'local' }).then(() => navigate({ to: '/sign-in', search: { next } }))}>{t('invitation.switch')}</Button>
      </GuestNote>
    );
  }
  const accept = () => {
    act.mutate([familyRequests.accept(token, everything)], {
      onSuccess: (vault) => {
        toast({ text: t('invitation.joined', { vault: (vault as FamilyVault).name }) });
        void navigate({ to: '/family/$vaultId', params: { vaultId: (vault as FamilyVault).id }, replace: true });
      },
    });
  };
  return (
    <div className="grid gap-5 rounded-card border border-line bg-surface p-6">
      <div className="grid gap-1">
        <MailCheck size={30} className="text-accent" aria-hidden />
        <h1 className="mt-2 text-2xl font-semibold tracking-tight text-balance break-words">{t('invitation.from', { from })}</h1>
        <p className="text-lg break-words">{t('invitation.into', { vault: look.vault ?? '' })}</p>
      </div>
      {look.role && (
        <div className="rounded-control bg-sunken px-4 py-3 text-sm">
          <p className="font-medium">{t('invitation.as', { role: t(`role.${look.role}`) })}</p>
          <p className="text-ink-soft">{t(`role.${look.role}.hint`)}</p>
        </div>
      )}
      <p className="text-sm text-ink-soft">{t('invitation.keeps')} {t('invitation.until', { when: format.moment(look.expiresAt) })} {!session && t('invitation.for', { hint: look.addressHint ?? '' })}</p>
      {act.isError && act.error instanceof VaultError && act.error.code === 'invitation.not_found' && <p role="alert" className="flex gap-2.5 rounded-control bg-bad-wash p-3 text-sm text-bad"><CircleAlert size={18} className="shrink-0" aria-hidden />{t('invitation.unconfirmed')}</p>}
      {session ? (
        <>
          {look.role === 'child' && (
            <label className="flex cursor-pointer items-start gap-3 text-sm">
              <input type="checkbox" checked={everything} onChange={(event) => { setEverything(event.target.checked); }} className="mt-0.5 size-5 shrink-0 accent-accent" />
              <span><span className="block font-medium">{t('invitation.child')}</span><span className="text-ink-soft">{t('invitation.childHint')}</span></span>
            </label>
          )}
          <Button kind="primary" disabled={act.isPending} aria-busy={act.isPending} onClick={accept}>{t('invitation.accept')}</Button>
        </>
      ) : <Doors next={next} />}
    </div>
  );
};

/** What the link of an invitation leads to, signed in or not. */
export const InvitationPage = () => {
  const { t, format } = useLanguage();
  const { token } = useParams({ from: '/invitation/$token' });
  const { session, ready } = useSession();
  const look = useQuery({ ...invitationQuery(useApi(), token, session?.user.id ?? null), enabled: ready });
  usePageTitle(t('invitation.title'));
  const show = () => {
    if (look.error instanceof VaultError && look.error.status < 500 && look.error.status > 0 && look.error.status !== 429) return <GuestNote icon={MailX} title={t('invitation.missing.title')} body={t('invitation.missing.body')} />;
    if (look.isError) return <Failed error={look.error} retry={() => void look.refetch()} />;
    if (!look.data) return <div role="status" aria-label={t('common.loading')} className="grid gap-4"><Skeleton className="h-8 w-3/4" /><Skeleton className="h-40" /></div>;
    if (look.data.status === 'open') return <OpenInvitation token={token} look={look.data} />;
    return (
      <GuestNote icon={MailX} title={t(`invitation.${look.data.status}.title`)} body={t(`invitation.${look.data.status}.body`, { when: format.moment(look.data.expiresAt) })}>
        {session && look.data.status === 'accepted' && <Link to="/family" className="font-medium text-accent underline underline-offset-4">{t('invitation.open')}</Link>}
      </GuestNote>
    );
  };
  return <GuestFrame>{show()}</GuestFrame>;
};
