import { useState } from 'react';
import type { FamilyMember, FamilyRole, FamilyVault } from '@docuvault/contract/family.ts';
import { useToast } from '../../app/toasts.tsx';
import { useAct } from '../../data/act.ts';
import { familyRequests, nameOfMember } from '../../data/family.ts';
import { keys } from '../../data/keys.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { NameDialog } from '../../ui/name-dialog.tsx';
import { PickField } from '../../ui/pick-field.tsx';
import { rolesToGive } from './roles.ts';

export type MemberTask = 'role' | 'person' | 'remove' | 'handOver';
type Props = { task: MemberTask; vault: FamilyVault; member: FamilyMember; me: string; onClose(): void };

const RoleDialog = ({ vault, member, onClose }: Omit<Props, 'task' | 'me'>) => {
  const { t } = useLanguage();
  const toast = useToast();
  const act = useAct(keys.family);
  const [role, setRole] = useState<FamilyRole>(member.role);
  const name = nameOfMember(member);
  const save = () => {
    act.mutate([familyRequests.changeMember(vault.id, member.userId, { role })], { onSuccess: () => { toast({ text: t('family.role.changed', { name, role: t(`role.${role}`) }) }); } });
    onClose();
  };
  return (
    <Dialog title={t('family.role.title', { name })} onClose={onClose}>
      <PickField label={t('family.role.label')} value={role} options={rolesToGive(vault.role).filter((one) => one !== 'owner').map((value) => ({ value, label: t(`role.${value}`) }))} onChange={setRole} hint={t(`role.${role}.hint`)} />
      <div className="flex justify-end gap-2">
        <Button kind="quiet" onClick={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" disabled={role === member.role} onClick={save}>{t('common.save')}</Button>
      </div>
    </Dialog>
  );
};

type HandOverProps = { vault: FamilyVault; member: FamilyMember; me: string; onClose(): void };

/** Makes somebody else an owner, and says what becomes of oneself. */
export const HandOverDialog = ({ vault, member, me, onClose }: HandOverProps) => {
  const { t } = useLanguage();
  const toast = useToast();
  const act = useAct(keys.family);
  const [mine, setMine] = useState<'owner' | 'admin' | 'member'>('owner');
  const name = nameOfMember(member);
  const hand = () => {
    act.mutate(
      [familyRequests.changeMember(vault.id, member.userId, { role: 'owner' }), ...(mine === 'owner' ? [] : [familyRequests.changeMember(vault.id, me, { role: mine })])],
      { onSuccess: () => { toast({ text: t('family.handOver.done', { name }) }); } },
    );
    onClose();
  };
  return (
    <Dialog title={t('family.handOver.title', { name })} onClose={onClose}>
      <p className="text-ink-soft">{t('family.handOver.body')}</p>
      <PickField
        label={t('family.handOver.stepDown')}
        value={mine}
        options={[{ value: 'owner', label: t('family.handOver.stay') }, { value: 'admin', label: t('role.admin') }, { value: 'member', label: t('role.member') }]}
        onChange={setMine}
      />
      <div className="flex justify-end gap-2">
        <Button kind="quiet" data-first onClick={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" onClick={hand}>{t('family.handOver.do')}</Button>
      </div>
    </Dialog>
  );
};

/** Asks for what a change of a member needs, and makes it. */
export const MemberDialogs = ({ task, vault, member, me, onClose }: Props) => {
  const { t } = useLanguage();
  const toast = useToast();
  const act = useAct(keys.family, keys.documents);
  const name = nameOfMember(member);
  switch (task) {
    case 'role':
      return <RoleDialog vault={vault} member={member} onClose={onClose} />;
    case 'handOver':
      return <HandOverDialog vault={vault} member={member} me={me} onClose={onClose} />;
    case 'person':
      return <NameDialog title={t('family.person.title', { name })} label={t('family.person.label')} hint={t('family.person.hint')} initial={member.person ?? ''} emptyAllowed onClose={onClose} onSubmit={(person) => { act.mutate([familyRequests.changeMember(vault.id, member.userId, { person: person || null })]); }} />;
    case 'remove':
      return (
        <ConfirmDialog
          title={t('family.remove.title', { name, vault: vault.name })}
          body={t('family.remove.body')}
          action={t('family.remove')}
          onClose={onClose}
          onConfirm={() => { act.mutate([familyRequests.removeMember(vault.id, member.userId)], { onSuccess: () => { toast({ text: t('family.remove.done', { name }) }); } }); }}
        />
      );
  }
};
