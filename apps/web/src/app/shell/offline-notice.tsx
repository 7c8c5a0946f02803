import { WifiOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useLanguage } from '../../i18n/language.tsx';

const follow = (changed: () => void) => {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
};

/** Says when there is no network. */
export const OfflineNotice = () => {
  const { t } = useLanguage();
  const online = useSyncExternalStore(follow, () => navigator.onLine);
  return (
    <div role="status">
      {!online && (
        <p className="flex items-center gap-2 bg-warn-wash px-4 py-2 text-sm text-warn"><WifiOff size={16} aria-hidden />{t('nav.offline')}</p>
      )}
    </div>
  );
};
