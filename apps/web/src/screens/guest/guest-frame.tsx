import type { ReactNode } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import { languages, type Language } from '../../i18n/texts-of.ts';
import { cx } from '../../ui/cx.ts';

/** The frame of pages that need no account: whose product this is, and the language. `wide` for documents. */
export const GuestFrame = ({ wide = false, children }: { wide?: boolean; children: ReactNode }) => {
  const { t, language, setLanguage } = useLanguage();
  return (
    <div className="flex min-h-dvh flex-col bg-paper">
      <header className="flex items-center justify-between gap-2 border-b border-line px-4 py-2">
        <p className="flex items-center gap-2.5 font-semibold"><img src="/icon.svg" alt="" width={28} height={28} />{t('app.name')}</p>
        <div className="flex gap-1">
          {(Object.keys(languages) as Language[]).map((one) => (
            <button key={one} type="button" lang={one} aria-pressed={one === language} onClick={() => { setLanguage(one); }} className="min-h-10 rounded-control px-3 text-sm text-ink-soft hover:bg-sunken aria-pressed:font-semibold aria-pressed:text-accent">
              {languages[one]}
            </button>
          ))}
        </div>
      </header>
      <main className={cx('mx-auto w-full grow p-4 md:p-6', wide ? 'max-w-7xl' : 'flex max-w-lg flex-col justify-center')}>{children}</main>
      <footer className="border-t border-line px-4 py-3 text-center text-sm text-ink-soft">{t('guest.about')}</footer>
    </div>
  );
};
