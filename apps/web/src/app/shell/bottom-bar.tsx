import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../i18n/language.tsx';
import { destinations } from '../destinations.ts';

/** Navigation within the thumb's reach on a phone. */
export const BottomBar = () => {
  const { t } = useLanguage();
  return (
    <nav aria-label={t('nav.main')} className="flex border-t border-line bg-paper pb-[env(safe-area-inset-bottom)] md:hidden">
      {destinations.filter(({ bar }) => bar).map(({ to, label, icon: Icon }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: to === '/', includeSearch: false }}
          className="grid min-h-14 min-w-0 flex-1 place-content-center justify-items-center gap-0.5 text-xs text-ink-soft data-[status=active]:font-medium data-[status=active]:text-accent"
        >
          <Icon size={20} aria-hidden />
          <span className="max-w-full truncate px-1">{t(label)}</span>
        </Link>
      ))}
    </nav>
  );
};
