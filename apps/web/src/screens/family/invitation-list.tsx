import { useQuery } from '@tanstack/react-query';
import { ChevronRight, MailOpen } from 'lucide-react';
import { useState } from 'react';
import type { FamilyVault } from '@docuvault/contract/family.ts';
import { useApi } from '../../app/session.tsx';
import { useToast } from '../../app/toasts.tsx';
import { useAct } from '../../data/act.ts';
import { familyRequests, invitationsQuery, type Invitation, type InvitationSent } from '../../data/family.ts';
import { keys } from '../../data/keys.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { InviteDialog } from './invite-dialog.tsx';

/** Who is invited and has not come yet; who was, below. A new link ends the one before it. */
export const InvitationList = ({ vault }: { vault: FamilyVault }) => {
  const { t, format } = useLanguage();
  const toast = useToast();
  const act = useAct(keys.family);
  const { data } = useQuery(invitationsQuery(useApi(), vault.id));
  const [made, setMade] = useState<InvitationSent | null>(null);
  if (!data) return null;
  const waiting = data.filter(({ status, email }, index) => status === 'open' || (status === 'expired' && data.findIndex((one) => one.email === email) === index));
  const past = data.filter((one) => !waiting.includes(one));
  const again = ({ email, role }: Invitation) => {
    act.mutate([familyRequests.invite(vault.id, { email, role })], { onSuccess: (answer) => { setMade(answer as InvitationSent); } });
  };
  const revoke = ({ id, email }: Invitation) => {
    act.mutate([familyRequests.revokeInvitation(vault.id, id)], { onSuccess: () => { toast({ text: t('invite.revoked', { email }) }); } });
  };
  const row = (one: Invitation) => (
    <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 p-3 text-sm md:px-4">
      <span className="min-w-0 grow">
        <span className="flex flex-wrap items-center gap-2"><span className="min-w-0 truncate font-medium">{one.email}</span><Badge>{t(`role.${one.role}`)}</Badge><Badge tone={one.status === 'open' ? 'good' : one.status === 'expired' ? 'warn' : 'plain'}>{t(`invite.status.${one.status}`)}</Badge></span>
        <time dateTime={one.expiresAt} className="text-ink-soft">{t('invite.until', { when: format.moment(one.expiresAt) })}</time>
      </span>
      {waiting.includes(one) && (
        <span className="flex gap-2">
          <Button small disabled={act.isPending} onClick={() => { again(one); }}>{t('invite.again')}<span className="sr-only">: {one.email}</span></Button>
          <Button small kind="quiet" disabled={act.isPending} onClick={() => { revoke(one); }}>{t('invite.revoke')}<span className="sr-only">: {one.email}</span></Button>
        </span>
      )}
    </li>
  );
  return (
    <section aria-labelledby="invitations" className="grid min-w-0 gap-2">
      <h2 id="invitations" className="text-lg font-semibold tracking-tight">{t('invite.list')}</h2>
      {waiting.length === 0 ? (
        <p className="flex items-center gap-2 text-sm text-ink-soft"><MailOpen size={16} aria-hidden />{t('invite.none')}</p>
      ) : (
        <ul className="min-w-0 divide-y divide-line rounded-card border border-line bg-surface">{waiting.map(row)}</ul>
      )}
      {past.length > 0 && (
        <details className="group">
          <summary className="inline-flex min-h-9 items-center gap-1 text-sm text-ink-soft hover:text-ink"><ChevronRight size={15} className="transition-transform group-open:rotate-90" aria-hidden />{t('invite.past')}</summary>
          <ul className="mt-1 min-w-0 divide-y divide-line rounded-card border border-line bg-surface">{past.map(row)}</ul>
        </details>
      )}
      {made && <InviteDialog vault={vault} made={made} onClose={() => { setMade(null); }} />}
    </section>
  );
};
