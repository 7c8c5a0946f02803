import { Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useLanguage } from '../../i18n/language.tsx';
import { Keys } from '../../ui/keys.tsx';
import { destinations } from '../destinations.ts';
import { AccountMenu } from './account-menu.tsx';
import { Brand } from './brand.tsx';
import { InboxLink } from './inbox-link.tsx';
import { SavedViewLinks } from './saved-view-links.tsx';

/** A link of the navigation; the one of the current screen says so. */
export const navigationLink = 'flex min-h-10 items-center gap-3 rounded-control px-3 text-sm text-ink-soft transition-colors hover:bg-sunken hover:text-ink data-[status=active]:bg-accent-wash data-[status=active]:font-medium data-[status=active]:text-accent-strong';

type Props = { onPalette(): void; onHelp(): void };

/** Navigation at the side of wide windows. */
export const Sidebar = ({ onPalette, onHelp }: Props) => {
  const { t } = useLanguage();
  return (
    <header className="hidden min-h-0 flex-col gap-3 overflow-y-auto border-r border-line bg-paper p-3 md:flex">
      <div className="flex items-center justify-between"><Brand /><InboxLink /></div>
      <button type="button" onClick={onPalette} className="flex min-h-10 items-center gap-2 rounded-control border border-line-strong bg-surface px-3 text-sm text-ink-faint hover:text-ink">
        <Search size={16} aria-hidden />
        <span className="grow truncate text-left">{t('palette.open')}</span>
        <Keys keys="mod+k" then={t('help.then')} />
      </button>
      <nav aria-label={t('nav.main')} className="grid gap-0.5">
        {destinations.map(({ to, label, icon: Icon }) => (
          <Link key={to} to={to} activeOptions={{ exact: to === '/', includeSearch: false }} className={navigationLink}>
            <Icon size={18} aria-hidden />
            {t(label)}
          </Link>
        ))}
      </nav>
      <SavedViewLinks />
      <div className="mt-auto">
        <AccountMenu onHelp={onHelp} wide />
      </div>
    </header>
  );
};
