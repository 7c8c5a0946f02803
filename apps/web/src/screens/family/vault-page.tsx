import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { ArrowLeft, History, Pencil, Share2, UserPlus, UsersRound, DoorOpen } from 'lucide-react';
import { useState } from 'react';
import { useApi } from '../../app/session.tsx';
import { useAct } from '../../data/act.ts';
import { familyRequests, membersQuery, vaultsQuery } from '../../data/family.ts';
import { keys } from '../../data/keys.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Failed } from '../../ui/failed.tsx';
import { NameDialog } from '../../ui/name-dialog.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { ActivitySection } from './activity-section.tsx';
import { sections, readFamilySearch } from './family-search.ts';
import { InviteDialog } from './invite-dialog.tsx';
import { ManageSection } from './manage-section.tsx';
import { PeopleSection } from './people-section.tsx';
import { runsFamily } from './roles.ts';
import { SharedSection } from './shared-section.tsx';
import { ViewAs } from './view-as.tsx';

const icons = { people: UsersRound, shared: Share2, activity: History, manage: DoorOpen } as const;

/** One family: its people, what they share, what happened, and the ways out. */
export const VaultPage = () => {
  const { t } = useLanguage();
  const api = useApi();
  const { vaultId } = useParams({ from: '/vault/family/$vaultId' });
  const { section = 'people', as } = useSearch({ from: '/vault/family/$vaultId', select: readFamilySearch, structuralSharing: true });
  const vaults = useQuery(vaultsQuery(api));
  const vault = vaults.data?.find(({ id }) => id === vaultId);
  const members = useQuery({ ...membersQuery(api, vaultId), enabled: vault !== undefined });
  const act = useAct(keys.family);
  const [asking, setAsking] = useState<'invite' | 'rename' | null>(null);
  const close = () => { setAsking(null); };
  usePageTitle(vault?.name ?? t('family.title'));
  if (vaults.isError && !vaults.data) return <Failed error={vaults.error} retry={() => void vaults.refetch()} />;
  if (vaults.data && !vault) {
    return <Empty icon={UsersRound} heading="h1" title={t('family.missing.title')} body={t('family.missing.body')}><Link to="/family" className="font-medium text-accent underline underline-offset-4">{t('family.all')}</Link></Empty>;
  }
  if (!vault || !members.data) {
    if (members.isError) return <Failed error={members.error} retry={() => void members.refetch()} />;
    return <div role="status" aria-label={t('common.loading')} className="mx-auto grid max-w-4xl gap-4 p-4 md:p-6"><Skeleton className="h-8 w-64" /><Skeleton className="h-11" /><Skeleton className="h-16" /><Skeleton className="h-16" /></div>;
  }
  const seen = as ? members.data.find(({ userId }) => userId === as) : undefined;
  return (
    <div className="mx-auto grid max-w-4xl grid-cols-[minmax(0,1fr)] content-start gap-4 p-4 md:p-6">
      <header className="grid gap-1">
        <Link to="/family" className="inline-flex min-h-9 items-center gap-1.5 justify-self-start text-sm text-ink-soft hover:text-ink"><ArrowLeft size={15} aria-hidden />{t('family.all')}</Link>
        <div className="flex flex-wrap items-center gap-2">
          <h1 className="min-w-0 text-2xl font-semibold tracking-tight break-words">{vault.name}</h1>
          <Badge tone={vault.role === 'owner' ? 'good' : 'plain'}>{t(`role.${vault.role}`)}</Badge>
          {runsFamily(vault.role) && !seen && (
            <>
              <IconButton label={t('family.rename')} className="size-9" onClick={() => { setAsking('rename'); }}><Pencil size={15} aria-hidden /></IconButton>
              <Button small kind="primary" className="ml-auto" onClick={() => { setAsking('invite'); }}><UserPlus size={16} aria-hidden />{t('invite.open')}</Button>
            </>
          )}
        </div>
      </header>
      {seen ? (
        <ViewAs vault={vault} members={members.data} seen={seen} />
      ) : (
        <>
          <nav aria-label={vault.name} className="-mx-4 overflow-x-auto border-b border-line px-4 [scrollbar-width:none] md:mx-0 md:px-0">
            <ul className="flex gap-1">
              {sections.map((one) => {
                const Icon = icons[one];
                return (
                  <li key={one} className="shrink-0">
                    <Link
                      to="/family/$vaultId"
                      params={{ vaultId }}
                      search={one === 'people' ? {} : { section: one }}
                      replace
                      activeOptions={{ exact: true, includeSearch: true }}
                      aria-current={one === section ? 'page' : undefined}
                      className="flex min-h-11 items-center gap-2 border-b-2 border-transparent px-3 text-sm whitespace-nowrap text-ink-soft hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink"
                    >
                      <Icon size={16} aria-hidden />{t(`family.section.${one}`)}
                    </Link>
                  </li>
                );
              })}
            </ul>
          </nav>
          {section === 'people' && <PeopleSection vault={vault} members={members.data} />}
          {section === 'shared' && <SharedSection vault={vault} members={members.data} />}
          {section === 'activity' && <ActivitySection vaultId={vaultId} members={members.data} />}
          {section === 'manage' && <ManageSection vault={vault} members={members.data} />}
        </>
      )}
      {asking === 'invite' && <InviteDialog vault={vault} onClose={close} />}
      {asking === 'rename' && <NameDialog title={t('family.rename')} label={t('family.name')} initial={vault.name} onSubmit={(name) => { act.mutate([familyRequests.rename(vaultId, name)]); }} onClose={close} />}
    </div>
  );
};
