import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { FamilyShare } from '@docuvault/contract/family.ts';
import { useApi, useSession } from '../../app/session.tsx';
import { useToast } from '../../app/toasts.tsx';
import { useAct } from '../../data/act.ts';
import { familyRequests, membersQuery, nameOfMember, vaultsQuery } from '../../data/family.ts';
import { keys } from '../../data/keys.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Failed } from '../../ui/failed.tsx';
import { PickField } from '../../ui/pick-field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { mayEdit, mayShare } from '../family/roles.ts';
import { AccessList } from './access-list.tsx';
import { inputsOf, shareableOf, type ShareTarget } from './share-target.ts';

/** In the place of a person's id. */
const everybody = 'everybody';

type Props = { target: ShareTarget; vaultId?: string | undefined };

/** With whom of a family, what they may do, and when. */
export const ShareWithFamily = ({ target, vaultId }: Props) => {
  const { t, n } = useLanguage();
  const api = useApi();
  const toast = useToast();
  const me = useSession().session?.user.id;
  const vaults = useQuery(vaultsQuery(api));
  const [chosen, setChosen] = useState(vaultId);
  const vault = vaults.data?.find(({ id }) => id === chosen) ?? vaults.data?.find(({ role }) => mayShare(role)) ?? vaults.data?.[0];
  const { data: members = [] } = useQuery({ ...membersQuery(api, vault?.id ?? ''), enabled: vault !== undefined });
  const act = useAct(keys.family, keys.documents);
  const [who, setWho] = useState('');
  const [permission, setPermission] = useState<FamilyShare['permission']>('view');
  const [release, setRelease] = useState<FamilyShare['release']>('now');
  if (vaults.isError && !vaults.data) return <Failed error={vaults.error} retry={() => void vaults.refetch()} />;
  if (vaults.isPending) return <div role="status" aria-label={t('common.loading')} className="grid gap-3"><Skeleton className="h-11" /><Skeleton className="h-11" /></div>;
  if (!vault) {
    return (
      <div className="grid justify-items-start gap-2 text-sm">
        <p className="text-base font-semibold">{t('share.noFamily.title')}</p>
        <p className="text-ink-soft">{t('share.noFamily.body')}</p>
        <Link to="/family" className="inline-flex min-h-11 items-center font-medium text-accent underline underline-offset-4">{t('share.noFamily.go')}</Link>
      </div>
    );
  }
  const others = members.filter(({ userId }) => userId !== me);
  const member = others.find(({ userId }) => userId === who);
  const editable = release !== 'never' && (!member || mayEdit(member.role));
  const given = editable ? permission : 'view';
  const thing = shareableOf(target);
  const share = () => {
    const what = target.kind === 'documents' ? (target.documents.length === 1 ? `“${target.documents[0]!.title}”` : n('share.documents', target.documents.length)) : t(target.kind === 'folder' ? 'share.theFolder' : 'share.everything');
    const words = { what, with: member ? t('shared.withOne', { name: nameOfMember(member) }) : t('shared.withEverybody') };
    act.mutate(inputsOf(target).map((input) => familyRequests.share(vault.id, { ...input, memberId: member?.userId ?? null, permission: given, release })), {
      onSuccess: () => { toast({ text: t(`share.done.${release}`, words) }); },
    });
  };
  const hints = [t(`share.hint.${release}`), ...(given === 'edit' ? [t('share.hint.edit')] : []), ...(target.kind === 'documents' || release === 'never' ? [] : [t(`share.hint.${target.kind}`)])];
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-5">
      {vaults.data.length > 1 && <PickField label={t('share.vault')} value={vault.id} options={vaults.data.map(({ id, name }) => ({ value: id, label: name }))} onChange={(id) => { setChosen(id); setWho(''); }} />}
      {mayShare(vault.role) ? (
        <form
          className="grid gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            share();
          }}
        >
          <PickField label={t('share.who')} value={who} options={[{ value: '', label: t('share.choose'), disabled: true }, { value: everybody, label: t('share.everybody', { vault: vault.name }) }, ...others.map((one) => ({ value: one.userId, label: `${nameOfMember(one)} (${t(`role.${one.role}`)})` }))]} onChange={setWho} />
          <div className="grid gap-3 sm:grid-cols-2">
            <PickField label={t('share.permission')} value={given} disabled={release === 'never'} options={[{ value: 'view', label: t('share.permission.view') }, { value: 'edit', label: t(editable ? 'share.permission.edit' : 'share.permission.edit.not'), disabled: !editable }]} onChange={setPermission} />
            <PickField label={t('share.release')} value={release} options={(['now', 'emergency', 'never'] as const).map((value) => ({ value, label: t(`share.release.${value}`) }))} onChange={setRelease} />
          </div>
          <p className="text-sm text-ink-soft" aria-live="polite">{hints.join(' ')}</p>
          <div className="flex justify-end"><Button kind="primary" type="submit" disabled={act.isPending || (!member && who !== everybody)} aria-busy={act.isPending}>{t(release === 'never' ? 'share.holdBack' : 'share.do')}</Button></div>
        </form>
      ) : <p className="text-sm text-ink-soft">{t('share.cannot', { role: t(`role.${vault.role}`), vault: vault.name })}</p>}
      {thing && <AccessList thing={thing} vault={vault} members={members} />}
    </div>
  );
};
