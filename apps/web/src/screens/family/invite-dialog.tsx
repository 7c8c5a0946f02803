import { Mail } from 'lucide-react';
import { useState } from 'react';
import type { FamilyRole, FamilyVault } from '@docuvault/contract/family.ts';
import { useAct } from '../../data/act.ts';
import { familyRequests, type InvitationSent } from '../../data/family.ts';
import { keys } from '../../data/keys.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PickField } from '../../ui/pick-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { rolesToGive } from './roles.ts';

const spans = ['24', '72', '168', '336', '720'] as const;
type Span = (typeof spans)[number];

type Props = { vault: FamilyVault; onClose(): void; made?: InvitationSent | undefined };

/** The link of an invitation, to be handed on: the vault keeps only its hash. */
const Made = ({ vault, sent }: { vault: FamilyVault; sent: InvitationSent }) => {
  const { t, format } = useLanguage();
  const { url } = sent;
  const when = format.moment(sent.expiresAt);
  const mail = `mailto:${encodeURIComponent(sent.email)}?subject=${encodeURIComponent(t('invite.mail.subject', { vault: vault.name }))}&body=${encodeURIComponent(`${t('invite.mail.body', { vault: vault.name, email: sent.email, when })}\n\n${url}`)}`;
  return (
    <>
      <p className="text-ink-soft">{t(sent.mailed ? 'invite.mailed' : 'invite.send', { email: sent.email, when })}</p>
      <CopyField label={t('invite.link')} value={url} action={t('invite.copy')} />
      <a href={mail} className="inline-flex min-h-11 items-center gap-2 justify-self-start rounded-control border border-line-strong bg-surface px-4 font-medium hover:bg-sunken"><Mail size={17} aria-hidden />{t('invite.byMail')}</a>
    </>
  );
};

/** Asks whom to invite, as what and for how long; then shows the link to send them. */
export const InviteDialog = ({ vault, onClose, made }: Props) => {
  const { t } = useLanguage();
  const act = useAct(keys.family);
  const [sent, setSent] = useState<InvitationSent | null>(made ?? null);
  const [role, setRole] = useState<FamilyRole>('member');
  const [span, setSpan] = useState<Span>('168');
  if (sent) {
    return (
      <Dialog title={t('invite.made', { email: sent.email })} onClose={onClose}>
        <Made vault={vault} sent={sent} />
        <div className="flex justify-end gap-2">
          {!made && <Button kind="quiet" onClick={() => { setSent(null); }}>{t('invite.another')}</Button>}
          <Button onClick={onClose}>{t('common.done')}</Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title={t('invite.title', { vault: vault.name })} onClose={onClose}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const email = new FormData(event.currentTarget).get('email');
          if (typeof email !== 'string') return;
          act.mutate([familyRequests.invite(vault.id, { email: email.trim(), role, expiresInHours: Number(span) })], { onSuccess: (answer) => { setSent(answer as InvitationSent); } });
        }}
      >
        <TextField label={t('invite.email')} hint={t('invite.emailHint')} name="email" type="email" autoComplete="off" required maxLength={320} />
        <PickField label={t('invite.role')} value={role} options={rolesToGive(vault.role).map((value) => ({ value, label: t(`role.${value}`) }))} onChange={setRole} hint={t(`role.${role}.hint`)} />
        <PickField label={t('invite.expires')} value={span} options={spans.map((value) => ({ value, label: t(`invite.expires.${value}`) }))} onChange={setSpan} />
        <div className="flex justify-end gap-2">
          <Button kind="quiet" onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" disabled={act.isPending} aria-busy={act.isPending}>{t('invite.make')}</Button>
        </div>
      </form>
    </Dialog>
  );
};
