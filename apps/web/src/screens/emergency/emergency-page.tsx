import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Printer, Siren } from 'lucide-react';
import { useId } from 'react';
import { useApi, useSession } from '../../app/session.tsx';
import { emergencyQuery, useSaveFile } from '../../data/emergency.ts';
import { membersQuery, nameOfMember, vaultsQuery } from '../../data/family.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Failed } from '../../ui/failed.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { CheckInPanel } from './check-in-panel.tsx';
import { ContactsPanel } from './contacts-panel.tsx';
import { Helping } from './helping.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { OwnRequests } from './own-requests.tsx';
import { ReleasesPanel } from './releases-panel.tsx';
import { readEmergencySearch } from './emergency-search.ts';

const Loading = () => {
  const { t } = useLanguage();
  return <div role="status" aria-label={t('common.loading')} className="grid gap-4"><Skeleton className="h-40 rounded-card" /><Skeleton className="h-56 rounded-card" /></div>;
};

/** What is to happen when somebody of the family cannot act: how one provides for it, and how one helps. */
const EmergencyOf = ({ vaultId, role }: { vaultId: string; role: string }) => {
  const { t } = useLanguage();
  const api = useApi();
  const me = useSession().session?.user.id;
  const overview = useQuery(emergencyQuery(api, vaultId));
  const { data: members = [] } = useQuery(membersQuery(api, vaultId));
  const nameOf = (userId: string) => {
    const found = members.find((member) => member.userId === userId);
    return userId === me ? t('emergency.you') : (found && nameOfMember(found)) || t('emergency.somebody');
  };
  if (overview.isError && !overview.data) return <Failed error={overview.error} retry={() => void overview.refetch()} />;
  if (!overview.data) return <Loading />;
  const { requests, helping, contacts, checkIn } = overview.data;
  const own = requests.filter(({ ownerId }) => ownerId === me);
  return (
    <>
      <OwnRequests vaultId={vaultId} requests={own} nameOf={nameOf} />
      {helping.map((person) => <Helping key={person.userId} vaultId={vaultId} person={person} request={requests.find(({ ownerId, contactId }) => ownerId === person.userId && contactId === me)} name={nameOf(person.userId)} />)}
      {role !== 'child' && (
        <>
          <ContactsPanel vaultId={vaultId} overview={overview.data} members={members} me={me} nameOf={nameOf} />
          {role !== 'viewer' && <ReleasesPanel vaultId={vaultId} me={me} contacts={contacts} nameOf={nameOf} />}
          <CheckInPanel key={checkIn ? `${checkIn.silentDays} ${checkIn.reminderDays}` : 'none'} vaultId={vaultId} checkIn={checkIn} />
        </>
      )}
      <HistoryPanel vaultId={vaultId} nameOf={nameOf} />
    </>
  );
};

/** The emergencies of a family. */
export const EmergencyPage = () => {
  const { t } = useLanguage();
  const id = useId();
  const navigate = useNavigate();
  const { vault } = useSearch({ from: '/vault/emergency', select: readEmergencySearch, structuralSharing: true });
  const families = useQuery(vaultsQuery(useApi()));
  const { mutate: save, isPending } = useSaveFile();
  usePageTitle(t('emergency.title'));
  const chosen = families.data?.find((family) => family.id === vault) ?? families.data?.[0];
  return (
    <div className="mx-auto grid max-w-4xl gap-4 p-4 md:p-6">
      <div className="flex flex-wrap items-start gap-3">
        <div className="grid min-w-0 flex-1 basis-72 gap-1">
          <h1 className="text-2xl font-semibold tracking-tight">{t('emergency.title')}</h1>
          <p className="max-w-prose text-ink-soft">{t('emergency.intro')}</p>
        </div>
        {chosen && chosen.role !== 'child' && <Button disabled={isPending} onClick={() => { save({ path: `family-vault/${chosen.id}/emergency/sheet`, name: `${t('emergency.sheetFile')}.pdf` }); }}><Printer size={18} aria-hidden />{t('emergency.sheet')}</Button>}
      </div>
      {families.isPending && <Loading />}
      {families.isError && !families.data && <Failed error={families.error} retry={() => void families.refetch()} />}
      {families.data?.length === 0 && <Empty icon={Siren} title={t('emergency.noFamily.title')} body={t('emergency.noFamily.body')}><Link to="/family" className="font-medium text-accent underline underline-offset-4">{t('nav.family')}</Link></Empty>}
      {chosen && families.data && families.data.length > 1 && (
        <div className="grid max-w-sm gap-1.5">
          <label htmlFor={id} className="text-sm font-medium text-ink-soft">{t('emergency.family')}</label>
          <select id={id} value={chosen.id} onChange={(event) => void navigate({ to: '/emergency', search: { vault: event.target.value } })} className="min-h-11 rounded-control border border-line-strong bg-surface px-3 text-ink">
            {families.data.map((family) => <option key={family.id} value={family.id}>{family.name}</option>)}
          </select>
        </div>
      )}
      {chosen && <EmergencyOf key={chosen.id} vaultId={chosen.id} role={chosen.role} />}
    </div>
  );
};
