import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { FamilyMember, FamilyVault } from '@docuvault/contract/family.ts';
import { useSession } from '../../app/session.tsx';
import { useToast } from '../../app/toasts.tsx';
import { useAct } from '../../data/act.ts';
import { familyRequests, nameOfMember } from '../../data/family.ts';
import { keys } from '../../data/keys.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PickField } from '../../ui/pick-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Panel } from '../settings/panel.tsx';
import { HandOverDialog } from './member-dialogs.tsx';
import { isLastOwner } from './roles.ts';

const DissolveDialog = ({ name, onConfirm, onClose }: { name: string; onConfirm(): void; onClose(): void }) => {
  const { t } = useLanguage();
  const [typed, setTyped] = useState('');
  const right = typed.trim().toLowerCase() === name.trim().toLowerCase();
  return (
    <Dialog title={t('family.dissolve.title', { vault: name })} onClose={onClose}>
      <p className="text-ink-soft">{t('family.dissolve.hint')}</p>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (right) onConfirm();
        }}
      >
        <TextField label={t('family.dissolve.label')} value={typed} autoComplete="off" onChange={(event) => { setTyped(event.target.value); }} />
        <div className="flex justify-end gap-2">
          <Button kind="quiet" onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="danger" type="submit" disabled={!right}>{t('family.dissolve')}</Button>
        </div>
      </form>
    </Dialog>
  );
};

/** Handing over, leaving and dissolving, each with what becomes of the documents. */
export const ManageSection = ({ vault, members }: { vault: FamilyVault; members: readonly FamilyMember[] }) => {
  const { t } = useLanguage();
  const toast = useToast();
  const navigate = useNavigate();
  const me = useSession().session?.user.id ?? '';
  const act = useAct(keys.family, keys.documents, keys.folders);
  const heirs = members.filter(({ userId, role }) => userId !== me && role !== 'owner' && role !== 'child');
  const [heir, setHeir] = useState('');
  const [asking, setAsking] = useState<'handOver' | 'leave' | 'dissolve' | null>(null);
  const close = () => { setAsking(null); };
  const chosen = heirs.find(({ userId }) => userId === heir) ?? heirs[0];
  const stuck = vault.role === 'owner' && isLastOwner(members, me);
  const go = (request: Parameters<typeof act.mutate>[0][number], text: string) => {
    close();
    act.mutate([request], {
      onSuccess: () => {
        toast({ text });
        void navigate({ to: '/family' });
      },
    });
  };
  return (
    <>
      {vault.role === 'owner' && (
        <Panel title={t('family.handOver.section')} hint={t('family.handOver.hint')}>
          {chosen ? (
            <div className="flex flex-wrap items-end gap-3">
              <PickField className="min-w-56 grow sm:max-w-sm" label={t('family.handOver.who')} value={chosen.userId} options={heirs.map((member) => ({ value: member.userId, label: nameOfMember(member) }))} onChange={setHeir} />
              <Button onClick={() => { setAsking('handOver'); }}>{t('family.handOver')}…</Button>
            </div>
          ) : <p className="text-sm text-ink-soft">{t('family.handOver.nobody')}</p>}
        </Panel>
      )}
      <Panel title={t('family.leave')} hint={t('family.leave.hint')}>
        {stuck && <p className="text-sm text-warn">{t('family.leave.lastOwner')}</p>}
        {vault.role === 'child' && <p className="text-sm text-warn">{t('family.leave.child')}</p>}
        <div><Button disabled={stuck || vault.role === 'child'} onClick={() => { setAsking('leave'); }}>{t('family.leave')}…</Button></div>
      </Panel>
      {vault.role === 'owner' && (
        <Panel title={t('family.dissolve')} hint={t('family.dissolve.hint')}>
          <div><Button kind="danger" onClick={() => { setAsking('dissolve'); }}>{t('family.dissolve')}…</Button></div>
        </Panel>
      )}
      {asking === 'handOver' && chosen && <HandOverDialog vault={vault} member={chosen} me={me} onClose={close} />}
      {asking === 'leave' && <ConfirmDialog title={t('family.leave.title', { vault: vault.name })} body={t('family.leave.hint')} action={t('family.leave.do')} onClose={close} onConfirm={() => { go(familyRequests.removeMember(vault.id, me), t('family.leave.done', { vault: vault.name })); }} />}
      {asking === 'dissolve' && <DissolveDialog name={vault.name} onClose={close} onConfirm={() => { go(familyRequests.dissolve(vault.id), t('family.dissolve.done', { vault: vault.name })); }} />}
    </>
  );
};
