import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/session.tsx';
import { seenByQuery } from '../../data/emergency.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

/** Which of the person's papers a contact sees, now and in an emergency. */
export const SeenDialog = ({ vaultId, userId, name, onClose }: { vaultId: string; userId: string; name: string; onClose(): void }) => {
  const { t } = useLanguage();
  const { data } = useQuery(seenByQuery(useApi(), vaultId, userId));
  return (
    <Dialog title={t('emergency.seeTitle', { name })} onClose={onClose}>
      {!data && <div role="status" aria-label={t('common.loading')}><Skeleton className="h-24" /></div>}
      {data?.length === 0 && <p className="text-ink-soft">{t('emergency.seeNothing', { name })}</p>}
      <ul className="grid grid-cols-[minmax(0,1fr)] divide-y divide-line empty:hidden">
        {data?.map(({ documentId, title, release }) => (
          <li key={documentId} className="flex min-h-10 items-center gap-3 py-1.5 text-sm">
            <span className="min-w-0 grow break-words">{title}</span>
            <span className={release === 'emergency' ? 'shrink-0 text-warn' : release === 'now' ? 'shrink-0 text-accent' : 'shrink-0 text-ink-faint'}>{t(`emergency.release.${release}`)}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
};
