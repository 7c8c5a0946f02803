import { useLanguage } from '../i18n/language.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

/** A screen whose code is still on its way. */
export const ScreenPending = () => {
  const { t } = useLanguage();
  return (
    <div role="status" aria-label={t('common.loading')} className="mx-auto grid max-w-6xl content-start gap-4 p-4 md:p-6">
      <Skeleton className="h-8 w-48" />
      <Skeleton className="h-36 rounded-card" />
      <Skeleton className="h-52 rounded-card" />
    </div>
  );
};
