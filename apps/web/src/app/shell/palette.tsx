import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Command } from 'cmdk';
import { FileText, Keyboard, Languages, LogOut, MessageCircle, MessageCircleQuestionMark, MessageSquarePlus, Moon, Search, Sun, SunMoon } from 'lucide-react';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import { languages, type Language } from '../../i18n/texts-of.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { destinations } from '../destinations.ts';
import { useSession } from '../session.tsx';
import { chooseTheme } from '../theme.ts';
import { useChooseLanguage } from '../../data/account.ts';
import { conversationsQuery } from '../../data/conversations.ts';
import { suggestionsQuery } from '../../data/suggestions.ts';

const row = 'flex min-h-11 cursor-pointer items-center gap-3 rounded-control px-3 text-sm data-[selected=true]:bg-accent-wash';
const heading = '[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-faint';

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Those that hold every word typed, in the order given. Letters scattered over a long question are no match. */
const holdsAllWords = (value: string, typed: string): number => {
  const text = folded(value);
  return folded(typed).split(/\s+/).every((word) => text.includes(word)) ? 1 : 0;
};

/** Everything that can be reached or done, by a few letters. */
export const Palette = ({ onClose, onHelp }: { onClose(): void; onHelp(): void }) => {
  const { t, language } = useLanguage();
  const chooseLanguage = useChooseLanguage();
  const { api, supabase } = useSession();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const { data } = useQuery(suggestionsQuery(api, useDeferredValue(typed)));
  const { data: conversations } = useQuery(conversationsQuery(api));
  const query = typed.trim();
  const act = (run: () => unknown) => () => {
    onClose();
    run();
  };
  const themeItem = (theme: 'light' | 'dark' | 'system', icon: ReactNode) => (
    <Command.Item className={row} onSelect={act(() => { chooseTheme(theme); })}>{icon}{t(`palette.theme.${theme}`)}</Command.Item>
  );
  const others = (Object.keys(languages) as Language[]).filter((one) => one !== language);
  return (
    <Dialog title={t('palette.title')} onClose={onClose} bare className="mt-[12dvh]">
      <Command label={t('palette.title')} filter={holdsAllWords} loop>
        <Command.Input value={typed} onValueChange={setTyped} placeholder={t('palette.placeholder')} className="min-h-13 w-full border-b border-line bg-transparent px-5 outline-none placeholder:text-ink-faint" />
        <Command.List className="max-h-[50dvh] overflow-y-auto p-2">
          <Command.Empty className="p-6 text-center text-sm text-ink-soft">{t('palette.empty')}</Command.Empty>
          {query.length > 1 && (
            <Command.Group heading={t('palette.look')} className={heading}>
              <Command.Item value={`${typed} search`} className={row} onSelect={act(() => navigate({ to: '/search', search: { q: query } }))}><Search size={16} className="shrink-0 text-ink-faint" aria-hidden /><span className="truncate">{t('palette.search', { query })}</span></Command.Item>
              <Command.Item value={`${typed} ask`} className={row} onSelect={act(() => navigate({ to: '/chat', search: { ask: query } }))}><MessageCircleQuestionMark size={16} className="shrink-0 text-ink-faint" aria-hidden /><span className="truncate">{t('palette.ask', { query })}</span></Command.Item>
            </Command.Group>
          )}
          {data && data.length > 0 && (
            <Command.Group heading={t('palette.documents')} className={heading}>
              {data.map(({ documentId, text }) => (
                <Command.Item key={documentId} value={`${typed} ${documentId}`} className={row} onSelect={act(() => navigate({ to: '/documents/$documentId', params: { documentId } }))}>
                  <FileText size={16} className="shrink-0 text-ink-faint" aria-hidden /><span className="truncate">{text}</span>
                </Command.Item>
              ))}
            </Command.Group>
          )}
          <Command.Group heading={t('palette.go')} className={heading}>
            {destinations.map(({ to, label, icon: Icon }) => (
              <Command.Item key={to} className={row} onSelect={act(() => navigate({ to }))}><Icon size={16} className="text-ink-faint" aria-hidden />{t(label)}</Command.Item>
            ))}
          </Command.Group>
          {conversations && conversations.length > 0 && (
            <Command.Group heading={t('chat.conversations')} className={heading}>
              {conversations.slice(0, query ? 50 : 4).map(({ conversationId, title }) => (
                <Command.Item key={conversationId} value={`${title ?? ''} ${conversationId}`} className={row} onSelect={act(() => navigate({ to: '/chat', search: { c: conversationId } }))}>
                  <MessageCircle size={16} className="shrink-0 text-ink-faint" aria-hidden /><span className="truncate">{title ?? t('chat.untitled')}</span>
                </Command.Item>
              ))}
            </Command.Group>
          )}
          <Command.Group heading={t('palette.do')} className={heading}>
            <Command.Item className={row} onSelect={act(() => navigate({ to: '/chat' }))}><MessageSquarePlus size={16} className="text-ink-faint" aria-hidden />{t('chat.new')}</Command.Item>
            {themeItem('light', <Sun size={16} className="text-ink-faint" aria-hidden />)}
            {themeItem('dark', <Moon size={16} className="text-ink-faint" aria-hidden />)}
            {themeItem('system', <SunMoon size={16} className="text-ink-faint" aria-hidden />)}
            {others.map((one) => (
              <Command.Item key={one} className={row} onSelect={act(() => { chooseLanguage(one); })}>
                <Languages size={16} className="text-ink-faint" aria-hidden />{t('palette.language', { language: languages[one] })}
              </Command.Item>
            ))}
            <Command.Item className={row} onSelect={act(onHelp)}><Keyboard size={16} className="text-ink-faint" aria-hidden />{t('help.title')}</Command.Item>
            <Command.Item className={row} onSelect={act(() => supabase.auth.signOut({ scope: 'local' }))}><LogOut size={16} className="text-ink-faint" aria-hidden />{t('auth.signOut')}</Command.Item>
          </Command.Group>
        </Command.List>
      </Command>
    </Dialog>
  );
};
