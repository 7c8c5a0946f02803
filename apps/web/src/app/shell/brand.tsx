import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../i18n/language.tsx';

export const Brand = () => {
  const { t } = useLanguage();
  return (
    <Link to="/" className="flex min-h-11 items-center gap-2.5 rounded-control px-2 font-semibold tracking-tight">
      <img src="/icon.svg" alt="" width={28} height={28} />
      {t('app.name')}
    </Link>
  );
};
