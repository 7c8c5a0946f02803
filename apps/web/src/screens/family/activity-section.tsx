import { useInfiniteQuery } from '@tanstack/react-query';
import type { FamilyMember } from '@docuvault/contract/family.ts';
import { useApi } from '../../app/session.tsx';
import { familyActivityQuery, nameOfMember, type FamilyActivity } from '../../data/family.ts';
import { en, type TextKey } from '../../i18n/en.ts';
import { useLanguage, type Translate } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Failed } from '../../ui/failed.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

const keyOf = ({ action, details }: FamilyActivity): TextKey => {
  const kind = action === 'share.given' ? (details.release === 'never' || details.release === 'emergency' ? `.${details.release}` : details.documentId ? '.document' : details.folderId ? '.folder' : '.everything') : '';
  const key = `familyActivity.${action}${kind}`;
  return key in en ? (key as TextKey) : 'familyActivity.other';
};

const sentence = (one: FamilyActivity, members: readonly FamilyMember[], t: Translate): string => {
  const nameOf = (id: unknown) => {
    const found = members.find(({ userId }) => userId === id);
    return found ? nameOfMember(found) : t('familyActivity.somebody');
  };
  const roleOf = (role: unknown) => (typeof role === 'string' && `role.${role}` in en ? t(`role.${role}` as TextKey) : '');
  const { details } = one;
  return t(keyOf(one), {
    who: nameOf(one.actorId), whom: nameOf(details.userId ?? one.actorId), role: roleOf(details.role), from: roleOf(details.from), to: roleOf(details.to),
    with: details.memberId ? t('shared.withOne', { name: nameOf(details.memberId) }) : t('shared.withEverybody'),
  });
};

/** What happened in the family as far as it concerns the person, the latest first. */
export const ActivitySection = ({ vaultId, members }: { vaultId: string; members: readonly FamilyMember[] }) => {
  const { t, format } = useLanguage();
  const list = useInfiniteQuery(familyActivityQuery(useApi(), vaultId));
  const entries = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="grid min-w-0 gap-3">
      <p className="text-sm text-ink-soft">{t('familyActivity.hint')}</p>
      {list.isPending && <div role="status" aria-label={t('common.loading')}><Skeleton className="h-40" /></div>}
      {list.isError && entries.length === 0 && <Failed error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && entries.length === 0 && <p className="text-sm text-ink-soft">{t('familyActivity.none')}</p>}
      {entries.length > 0 && (
        <ol className="min-w-0 divide-y divide-line rounded-card border border-line bg-surface">
          {entries.map((one) => (
            <li key={one.id} className="flex min-h-11 flex-wrap items-baseline gap-x-3 px-4 py-2.5 text-sm">
              <span className="min-w-0 grow break-words">{sentence(one, members, t)}</span>
              <time dateTime={one.createdAt} title={format.moment(one.createdAt)} className="shrink-0 text-ink-soft tabular-nums">{format.relative(one.createdAt)}</time>
            </li>
          ))}
        </ol>
      )}
      {list.hasNextPage && <div><Button small disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>{t('search.more')}</Button></div>}
    </section>
  );
};
