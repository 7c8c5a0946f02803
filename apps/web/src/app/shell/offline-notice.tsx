import { Link } from '@tanstack/react-router';
import { CloudOff } from 'lucide-react';
import { useLanguage } from '../../i18n/language.tsx';
import { useOnline } from '../connection.ts';

/** Says calmly that the vault cannot be reached. */
export const OfflineNotice = () => {
  const { t } = useLanguage();
  const online = useOnline();
  return (
    <div role="status">
      {!online && (
        <p className="flex flex-wrap items-center gap-x-2 bg-warn-wash px-4 py-2 text-sm text-warn">
          <CloudOff size={16} aria-hidden className="shrink-0" />
          {t('nav.offline')}
          <Link to="/offline" className="font-medium underline underline-offset-4">{t('offline.see')}</Link>
        </p>
      )}
    </div>
  );
};
