import { Search } from 'lucide-react';
import { useLanguage } from '../../i18n/language.tsx';
import { IconButton } from '../../ui/button.tsx';
import { AccountMenu } from './account-menu.tsx';
import { Brand } from './brand.tsx';
import { InboxLink } from './inbox-link.tsx';

/** The narrow window's head. */
export const TopBar = ({ onPalette, onHelp }: { onPalette(): void; onHelp(): void }) => {
  const { t } = useLanguage();
  return (
    <header className="flex items-center justify-between border-b border-line bg-paper px-2 py-1 md:hidden">
      <Brand />
      <div className="flex">
        <IconButton label={t('palette.open')} onClick={onPalette} className="size-11"><Search size={20} aria-hidden /></IconButton>
        <InboxLink />
        <AccountMenu onHelp={onHelp} />
      </div>
    </header>
  );
};
