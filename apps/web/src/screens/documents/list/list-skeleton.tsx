import { useLanguage } from '../../../i18n/language.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import type { Shape } from '../documents-search.ts';

/** The shape of the list while it is on its way. */
export const ListSkeleton = ({ shape }: { shape: Shape }) => {
  const { t } = useLanguage();
  return (
    <div role="status" aria-label={t('common.loading')} className="px-4">
      {shape === 'table'
        ? Array.from({ length: 12 }, (_, index) => (
            <div key={index} className="flex h-13 items-center gap-4 border-b border-line">
              <Skeleton className="ml-3 size-4" />
              <Skeleton className="h-9 w-7" />
              <Skeleton className="h-4 w-2/5" />
            </div>
          ))
        : (
            <div className="grid grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] gap-3">
              {Array.from({ length: 12 }, (_, index) => <Skeleton key={index} className="h-52 rounded-card" />)}
            </div>
          )}
    </div>
  );
};
