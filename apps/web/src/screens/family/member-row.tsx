import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Crown, Ellipsis, Eye, IdCard, UserCog, UserMinus } from 'lucide-react';
import { useState } from 'react';
import type { FamilyMember, FamilyVault } from '@docuvault/contract/family.ts';
import { useApi } from '../../app/session.tsx';
import { nameOfMember, seenQuery } from '../../data/family.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Menu, MenuItem, MenuLine } from '../../ui/menu.tsx';
import { MemberDialogs, type MemberTask } from './member-dialogs.tsx';
import { mayRule } from './roles.ts';

/** How many of one's own documents a member sees. */
const Sees = ({ vaultId, member }: { vaultId: string; member: FamilyMember }) => {
  const { t, n } = useLanguage();
  const { data } = useQuery(seenQuery(useApi(), vaultId, member.userId));
  if (!data) return <span className="skeleton inline-block h-4 w-40 align-middle" aria-hidden />;
  const now = data.filter(({ release }) => release === 'now').length;
  const later = data.filter(({ release }) => release === 'emergency').length;
  return (
    <Link to="/family/$vaultId" params={{ vaultId }} search={{ as: member.userId }} className="inline-flex min-h-6 items-center underline-offset-4 hover:underline">
      {now === 0 ? t('family.sees.none') : n('family.sees', now)}{later > 0 && ` · ${n('family.seesLater', later)}`}
      <span className="sr-only">: {nameOfMember(member)}</span>
    </Link>
  );
};

/** One person of the family. */
export const MemberRow = ({ vault, member, me }: { vault: FamilyVault; member: FamilyMember; me: string }) => {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const [task, setTask] = useState<MemberTask | null>(null);
  const name = nameOfMember(member);
  const isMe = member.userId === me;
  const rules = mayRule(vault.role, member.role);
  return (
    <li className="flex items-center gap-3 p-3 md:px-4">
      <Avatar name={name} src={null} className="size-10 text-sm" />
      <div className="min-w-0 grow text-sm">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <span className="truncate text-base font-medium">{name}</span>
          {isMe && <span className="text-ink-soft">({t('family.you')})</span>}
          <Badge tone={member.role === 'owner' ? 'good' : 'plain'}>{t(`role.${member.role}`)}</Badge>
        </p>
        {member.email !== name && <p className="truncate text-ink-soft">{member.email}</p>}
        {member.person && <p className="truncate text-ink-soft">{t('family.person', { person: member.person })}</p>}
        {!isMe && <p className="text-ink-soft"><Sees vaultId={vault.id} member={member} /></p>}
      </div>
      {(isMe || rules || vault.role !== 'child') && (
        <Menu trigger={<IconButton label={t('family.memberActions', { name })} className="size-10 shrink-0"><Ellipsis size={18} aria-hidden /></IconButton>}>
          {!isMe && <MenuItem icon={<Eye size={16} />} onSelect={() => void navigate({ to: '/family/$vaultId', params: { vaultId: vault.id }, search: { as: member.userId } })}>{t('family.viewAs', { name })}</MenuItem>}
          {(isMe || rules) && <MenuItem icon={<IdCard size={16} />} onSelect={() => { setTask('person'); }}>{t('family.person.set')}</MenuItem>}
          {rules && <MenuItem icon={<UserCog size={16} />} onSelect={() => { setTask('role'); }}>{t('family.role.change')}</MenuItem>}
          {vault.role === 'owner' && rules && member.role !== 'child' && <MenuItem icon={<Crown size={16} />} onSelect={() => { setTask('handOver'); }}>{t('family.handOver')}</MenuItem>}
          {rules && <><MenuLine /><MenuItem danger icon={<UserMinus size={16} />} onSelect={() => { setTask('remove'); }}>{t('family.remove')}</MenuItem></>}
        </Menu>
      )}
      {task && <MemberDialogs task={task} vault={vault} member={member} me={me} onClose={() => { setTask(null); }} />}
    </li>
  );
};
