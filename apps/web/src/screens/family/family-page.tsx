import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ChevronRight, Plus, UsersRound } from 'lucide-react';
import { useState } from 'react';
import type { FamilyVault } from '@docuvault/contract/family.ts';
import { useApi } from '../../app/session.tsx';
import { useAct } from '../../data/act.ts';
import { familyRequests, membersQuery, nameOfMember, vaultsQuery } from '../../data/family.ts';
import { keys } from '../../data/keys.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Failed } from '../../ui/failed.tsx';
import { NameDialog } from '../../ui/name-dialog.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';

const mostFaces = 6;

const VaultCard = ({ vault }: { vault: FamilyVault }) => {
  const { t, n } = useLanguage();
  const { data: members = [] } = useQuery(membersQuery(useApi(), vault.id));
  return (
    <li>
      <Link to="/family/$vaultId" params={{ vaultId: vault.id }} preload="intent" className="flex min-h-20 items-center gap-4 rounded-card border border-line bg-surface p-4 transition-shadow hover:shadow-raised">
        <span className="min-w-0 grow">
          <span className="flex flex-wrap items-center gap-2">
            <span className="truncate text-lg font-semibold tracking-tight">{vault.name}</span>
            <Badge tone={vault.role === 'owner' ? 'good' : 'plain'}>{t(`role.${vault.role}`)}</Badge>
          </span>
          <span className="text-sm text-ink-soft">{n('family.people', vault.memberCount)}</span>
        </span>
        <span className="hidden -space-x-2 sm:flex" aria-hidden>
          {members.slice(0, mostFaces).map((member) => <Avatar key={member.userId} name={nameOfMember(member)} src={null} className="size-9 border-2 border-surface text-xs" />)}
        </span>
        <ChevronRight size={18} className="shrink-0 text-ink-faint" aria-hidden />
      </Link>
    </li>
  );
};

/** The families that one belongs to. */
export const FamilyPage = () => {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const vaults = useQuery(vaultsQuery(useApi()));
  const act = useAct(keys.family);
  const [starting, setStarting] = useState(false);
  usePageTitle(t('family.title'));
  const start = () => { setStarting(true); };
  const create = (name: string) => {
    act.mutate([familyRequests.create(name)], { onSuccess: (made) => void navigate({ to: '/family/$vaultId', params: { vaultId: (made as FamilyVault).id } }) });
  };
  return (
    <div className="mx-auto grid max-w-3xl grid-cols-[minmax(0,1fr)] content-start gap-4 p-4 md:p-6">
      <div className="flex flex-wrap items-center gap-3">
        <h1 className="mr-auto text-2xl font-semibold tracking-tight">{t('family.title')}</h1>
        {vaults.data && vaults.data.length > 0 && <Button small onClick={start}><Plus size={16} aria-hidden />{t('family.create')}</Button>}
      </div>
      {vaults.isPending && <div role="status" aria-label={t('common.loading')} className="grid gap-3"><Skeleton className="h-20" /><Skeleton className="h-20" /></div>}
      {vaults.isError && !vaults.data && <Failed error={vaults.error} retry={() => void vaults.refetch()} />}
      {vaults.data?.length === 0 && (
        <Empty icon={UsersRound} title={t('family.empty.title')} body={t('family.empty.body')}>
          <Button kind="primary" onClick={start}><Plus size={18} aria-hidden />{t('family.createTitle')}</Button>
          <p className="text-sm text-ink-soft">{t('family.empty.link')}</p>
        </Empty>
      )}
      {vaults.data && vaults.data.length > 0 && (
        <>
          <p className="max-w-prose text-sm text-ink-soft">{t('family.intro')}</p>
          <ul className="grid gap-3">{vaults.data.map((vault) => <VaultCard key={vault.id} vault={vault} />)}</ul>
        </>
      )}
      {starting && <NameDialog title={t('family.createTitle')} label={t('family.name')} hint={t('family.nameHint')} action={t('family.start')} onSubmit={create} onClose={() => { setStarting(false); }} />}
    </div>
  );
};
