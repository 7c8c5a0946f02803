import { useNavigate } from '@tanstack/react-router';
import { Keyboard, LogOut, Settings } from 'lucide-react';
import { useState } from 'react';
import { useChooseLanguage } from '../../data/account.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { languages, type Language } from '../../i18n/texts-of.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Menu, MenuChoice, MenuItem, MenuLine } from '../../ui/menu.tsx';
import { destinations } from '../destinations.ts';
import { useSession } from '../session.tsx';
import { chooseTheme, chosenTheme, type Theme } from '../theme.ts';

const themes = ['system', 'light', 'dark'] as const;

/** Who is signed in, theme, language, help, and the way out. */
export const AccountMenu = ({ onHelp, wide = false }: { onHelp(): void; wide?: boolean }) => {
  const { t, language } = useLanguage();
  const chooseLanguage = useChooseLanguage();
  const { session, supabase, api } = useSession();
  const navigate = useNavigate();
  const [theme, setTheme] = useState<Theme>(chosenTheme);
  const named: unknown = session?.user.user_metadata.full_name;
  const picture: unknown = session?.user.user_metadata.avatar_path;
  const name = typeof named === 'string' && named ? named : (session?.user.email ?? '');
  return (
    <Menu
      align={wide ? 'start' : 'end'}
      side={wide ? 'top' : 'bottom'}
      trigger={
        <button type="button" className="flex min-h-11 w-full min-w-11 items-center justify-center gap-3 rounded-control px-2.5 text-sm text-ink-soft hover:bg-sunken hover:text-ink md:justify-start">
          <Avatar name={name} src={typeof picture === 'string' && picture ? api.publicFile('avatars', picture) : null} />
          {wide ? <span className="truncate"><span className="sr-only">{t('nav.account')}: </span>{name}</span> : <span className="sr-only">{t('nav.account')}</span>}
        </button>
      }
    >
      {!wide && <p className="truncate px-3 py-2 text-sm text-ink-soft">{name}</p>}
      <MenuChoice
        label={t('theme.label')}
        value={theme}
        options={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
        onChange={(value) => {
          setTheme(value as Theme);
          chooseTheme(value as Theme);
        }}
      />
      <MenuChoice
        label="Language · भाषा"
        value={language}
        options={Object.entries(languages).map(([value, label]) => ({ value, label }))}
        onChange={(value) => {
          chooseLanguage(value as Language);
        }}
      />
      <MenuLine />
      <MenuItem icon={<Settings size={16} />} onSelect={() => void navigate({ to: '/settings' })}>{t('nav.settings')}</MenuItem>
      {!wide && destinations.filter(({ bar, to }) => !bar && to !== '/settings').map(({ to, label, icon: Icon }) => <MenuItem key={to} icon={<Icon size={16} />} onSelect={() => void navigate({ to })}>{t(label)}</MenuItem>)}
      <MenuItem icon={<Keyboard size={16} />} onSelect={onHelp}>{t('help.title')}</MenuItem>
      <MenuItem icon={<LogOut size={16} />} onSelect={() => void supabase.auth.signOut({ scope: 'local' })}>{t('auth.signOut')}</MenuItem>
    </Menu>
  );
};
