import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FileText, Files, Folder } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { FamilyMember, FamilyShare, FamilyVault } from '@docuvault/contract/family.ts';
import { useApi, useSession } from '../../app/session.tsx';
import { useToast } from '../../app/toasts.tsx';
import { useAct } from '../../data/act.ts';
import { familyRequests, nameOfMember, sharesQuery } from '../../data/family.ts';
import { keys } from '../../data/keys.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Failed } from '../../ui/failed.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { LazyShareDialog } from '../share/lazy-share-dialog.tsx';
import { mayShare } from './roles.ts';

type RowProps = { share: FamilyShare; members: readonly FamilyMember[]; mine: boolean; me: string; canEnd: boolean; onEnd(): void };

/** One share: what, whose or with whom, what it allows. */
const ShareRow = ({ share, members, mine, me, canEnd, onEnd }: RowProps) => {
  const { t } = useLanguage();
  const nameOf = (id: string) => {
    const found = members.find(({ userId }) => userId === id);
    return found ? nameOfMember(found) : t('owner.somebody');
  };
  const Icon = share.everything ? Files : share.folderId ? Folder : FileText;
  const what = share.everything ? t('shared.everything') : (share.name ?? t('shared.gone'));
  const whom = mine ? (share.memberId ? t('shared.withOne', { name: nameOf(share.memberId) }) : t('shared.withEverybody')) : t('shared.by', { name: nameOf(share.ownerId) });
  const title = 'min-w-0 truncate font-medium underline-offset-4 hover:underline';
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5 text-sm">
      <Icon size={18} className="shrink-0 text-ink-faint" aria-hidden />
      <span className="grid min-w-0 grow basis-48">
        {share.documentId && share.name ? <Link to="/documents/$documentId" params={{ documentId: share.documentId }} className={title}>{what}</Link>
          : share.folderId && share.name ? <Link to="/documents" search={{ folderId: share.folderId }} className={title}>{what}</Link>
            : share.everything && !mine ? <Link to="/documents" search={{ sharing: 'shared' }} className={title}>{what}</Link>
              : <span className="truncate font-medium">{what}</span>}
        <span className="truncate text-ink-soft">{whom}</span>
      </span>
      {share.release !== 'never' && <Badge tone={share.permission === 'edit' ? 'good' : 'plain'}>{t(`share.permission.${share.permission}`)}</Badge>}
      {share.release !== 'now' && <Badge tone="warn">{t(share.release === 'never' ? 'viewAs.never' : 'share.release.emergency')}</Badge>}
      {canEnd && (mine || share.memberId === me) && <Button small kind="quiet" onClick={onEnd}>{t(!mine ? 'shared.decline' : share.release === 'never' ? 'shared.unhold' : 'shared.end')}<span className="sr-only">: {what}, {whom}</span></Button>}
    </li>
  );
};

/** What one shares in the family, and what is shared with one. */
export const SharedSection = ({ vault, members }: { vault: FamilyVault; members: readonly FamilyMember[] }) => {
  const { t } = useLanguage();
  const toast = useToast();
  const me = useSession().session?.user.id ?? '';
  const shares = useQuery(sharesQuery(useApi(), vault.id));
  const act = useAct(keys.family, keys.documents, keys.folders);
  const [sharingAll, setSharingAll] = useState(false);
  if (shares.isPending) return <div role="status" aria-label={t('common.loading')} className="grid gap-2"><Skeleton className="h-14" /><Skeleton className="h-14" /></div>;
  if (shares.isError && !shares.data) return <Failed error={shares.error} retry={() => void shares.refetch()} />;
  const list = (mine: boolean) => {
    const shown = shares.data.filter(({ ownerId }) => (ownerId === me) === mine);
    if (shown.length === 0) return <p className="text-sm text-ink-soft">{t(mine ? 'shared.mine.none' : 'shared.theirs.none')}</p>;
    return (
      <ul className="min-w-0 divide-y divide-line rounded-card border border-line bg-surface">
        {shown.map((share) => (
          <ShareRow key={share.id} share={share} members={members} mine={mine} me={me} canEnd={!mine || vault.role !== 'child'} onEnd={() => { act.mutate([familyRequests.endShare(vault.id, share.id)], { onSuccess: () => { toast({ text: t('shared.ended') }); } }); }} />
        ))}
      </ul>
    );
  };
  return (
    <>
      <section aria-labelledby="shared-theirs" className="grid min-w-0 gap-2">
        <h2 id="shared-theirs" className="text-lg font-semibold tracking-tight">{t('shared.theirs')}</h2>
        {list(false)}
      </section>
      <section aria-labelledby="shared-mine" className="grid min-w-0 gap-2">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 id="shared-mine" className="text-lg font-semibold tracking-tight">{t('shared.mine')}</h2>
          {mayShare(vault.role) && <Button small onClick={() => { setSharingAll(true); }}>{t('shared.shareAll')}</Button>}
        </div>
        {list(true)}
      </section>
      <Suspense>{sharingAll && <LazyShareDialog target={{ kind: 'everything' }} vaultId={vault.id} onClose={() => { setSharingAll(false); }} />}</Suspense>
    </>
  );
};
