import { Outlet } from '@tanstack/react-router';
import { Bell, MessageCircleQuestion, Search, ShieldCheck } from 'lucide-react';
import { useLanguage } from '../../i18n/language.tsx';
import { languages, type Language } from '../../i18n/texts-of.ts';

/** The door: a promise beside a short form. */
export const AuthFrame = () => {
  const { t, language, setLanguage } = useLanguage();
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <aside className="hidden flex-col justify-between bg-[#0e3d33] p-12 text-[#eef5f1] lg:flex">
        <p className="flex items-center gap-3 text-lg font-semibold"><img src="/icon.svg" alt="" width={36} height={36} className="rounded-lg ring-1 ring-white/20" />{t('app.name')}</p>
        <div className="grid max-w-md gap-8">
          <p className="text-3xl leading-snug font-semibold tracking-tight text-balance">{t('auth.promise')}</p>
          <ul className="grid gap-4 text-[#cfe3da]">
            <li className="flex gap-3"><Search size={20} aria-hidden />{t('auth.promise.find')}</li>
            <li className="flex gap-3"><MessageCircleQuestion size={20} aria-hidden />{t('auth.promise.ask')}</li>
            <li className="flex gap-3"><Bell size={20} aria-hidden />{t('auth.promise.remind')}</li>
          </ul>
        </div>
        <ShieldCheck size={28} aria-hidden className="text-[#8fc3b0]" />
      </aside>
      <main className="flex flex-col bg-paper">
        <div className="flex items-center justify-between p-4">
          <p className="flex items-center gap-2.5 font-semibold lg:invisible"><img src="/icon.svg" alt="" width={28} height={28} />{t('app.name')}</p>
          <div className="flex gap-1">
            {(Object.keys(languages) as Language[]).map((one) => (
              <button
                key={one}
                type="button"
                lang={one}
                aria-pressed={one === language}
                onClick={() => { setLanguage(one); }}
                className="min-h-10 rounded-control px-3 text-sm text-ink-soft hover:bg-sunken aria-pressed:font-semibold aria-pressed:text-accent"
              >
                {languages[one]}
              </button>
            ))}
          </div>
        </div>
        <div className="m-auto w-full max-w-md px-6 pb-24">
          <Outlet />
        </div>
      </main>
    </div>
  );
};
