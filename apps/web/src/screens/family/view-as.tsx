import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Eye, FileText, X } from 'lucide-react';
import type { FamilyMember, FamilyVault } from '@docuvault/contract/family.ts';
import { useApi, useSession } from '../../app/session.tsx';
import { nameOfMember, seenQuery, type SeenDocument } from '../../data/family.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Failed } from '../../ui/failed.tsx';
import { PickField } from '../../ui/pick-field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

type Props = { vault: FamilyVault; members: readonly FamilyMember[]; seen: FamilyMember };
const releases = ['now', 'emergency', 'never'] as const;

const Part = ({ release, documents, name }: { release: (typeof releases)[number]; documents: readonly SeenDocument[]; name: string }) => {
  const { t, format } = useLanguage();
  return (
    <section aria-labelledby={`seen-${release}`} className="grid min-w-0 gap-2">
      <div>
        <h2 id={`seen-${release}`} className="flex items-center gap-2 font-semibold">{t(`viewAs.${release}`)}<span className="rounded-full bg-sunken px-2 text-sm font-medium text-ink-soft tabular-nums">{format.number(documents.length)}</span></h2>
        <p className="text-sm text-ink-soft">{t(`viewAs.${release}Hint`, { name })}</p>
      </div>
      {documents.length === 0 ? (
        <p className="text-sm text-ink-soft">{t('viewAs.nothingHere')}</p>
      ) : (
        <ul className="min-w-0 divide-y divide-line rounded-card border border-line bg-surface">
          {documents.map((document) => (
            <li key={document.documentId} className="flex min-h-12 items-center gap-3 px-4 py-2 text-sm">
              <FileText size={18} className="shrink-0 text-ink-faint" aria-hidden />
              <span className="min-w-0 grow truncate font-medium" title={document.title}>{document.title}</span>
              <span className="hidden shrink-0 text-ink-soft sm:block">{t(`type.${document.documentType}`)}</span>
              {release !== 'never' && <Badge tone={document.permission === 'edit' ? 'good' : 'plain'}>{t(`share.permission.${document.permission}`)}</Badge>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

/** One's own documents through the eyes of somebody else: to look at, and nothing more. */
export const ViewAs = ({ vault, members, seen }: Props) => {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const me = useSession().session?.user.id;
  const list = useQuery(seenQuery(useApi(), vault.id, seen.userId));
  const name = nameOfMember(seen);
  return (
    <>
      <div role="status" className="grid gap-3 rounded-card border-2 border-accent bg-accent-wash p-4">
        <div className="flex items-start gap-3">
          <Eye size={20} className="mt-0.5 shrink-0 text-accent-strong" aria-hidden />
          <div className="min-w-0 grow">
            <p className="font-semibold text-accent-strong">{t('viewAs.banner', { name })}</p>
            <p className="text-sm">{t('viewAs.readOnly', { name })}</p>
          </div>
          <Link to="/family/$vaultId" params={{ vaultId: vault.id }} className="inline-flex min-h-9 shrink-0 items-center gap-1.5 rounded-control border border-line-strong bg-surface px-3 text-sm font-medium hover:bg-sunken"><X size={15} aria-hidden />{t('viewAs.end')}</Link>
        </div>
        <PickField
          label={t('viewAs.whom')}
          className="max-w-xs"
          value={seen.userId}
          options={members.filter(({ userId }) => userId !== me).map((member) => ({ value: member.userId, label: `${nameOfMember(member)} (${t(`role.${member.role}`)})` }))}
          onChange={(userId) => void navigate({ to: '/family/$vaultId', params: { vaultId: vault.id }, search: { as: userId }, replace: true })}
        />
      </div>
      {list.isPending && <div role="status" aria-label={t('common.loading')} className="grid gap-2"><Skeleton className="h-12" /><Skeleton className="h-12" /></div>}
      {list.isError && <Failed error={list.error} retry={() => void list.refetch()} />}
      {list.data?.length === 0 && <p className="text-ink-soft">{t('viewAs.nothing', { name })}</p>}
      {list.data && list.data.length > 0 && releases.map((release) => {
        const documents = list.data.filter((one) => one.release === release);
        return (release !== 'never' || documents.length > 0) && <Part key={release} release={release} documents={documents} name={name} />;
      })}
    </>
  );
};
