import { Outlet, useNavigate, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useFreshKept } from '../../data/kept.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { destinations } from '../destinations.ts';
import { useLiveDocuments } from '../live.ts';
import { useShortcuts } from '../shortcuts.tsx';
import { useUploads } from '../uploads.ts';
import { DropAnywhere } from '../../screens/upload/drop-anywhere.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { OfflineNotice } from './offline-notice.tsx';
import { Sidebar } from './sidebar.tsx';
import { TopBar } from './top-bar.tsx';
import { UploadDock } from './upload-dock.tsx';
import { useNewRelease } from './use-new-release.ts';
import { usePushedWay } from './use-pushed-way.ts';

const Palette = lazy(() => import('./palette.tsx').then((module) => ({ default: module.Palette })));
const Help = lazy(() => import('./help.tsx').then((module) => ({ default: module.Help })));

/** Puts the focus at the head of a new screen, unless the screen has put it somewhere itself; a filter or a page number makes none. */
const useFocusOnNewScreen = () => {
  const main = useRef<HTMLElement>(null);
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onResolved', ({ pathChanged, fromLocation }) => {
        if (pathChanged && fromLocation && !main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
      }),
    [router],
  );
  return main;
};

/** The frame of every screen: navigation beside it (below it on a phone), palette and help above it. */
export const Shell = () => {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const main = useFocusOnNewScreen();
  const uploads = useUploads();
  useLiveDocuments();
  useNewRelease();
  usePushedWay();
  useFreshKept();
  const [open, setOpen] = useState<'palette' | 'help' | null>(null);
  const close = () => {
    setOpen(null);
  };
  const openPalette = () => {
    setOpen('palette');
  };
  const openHelp = () => {
    setOpen('help');
  };
  const search = () => {
    const field = document.querySelector<HTMLInputElement>('[data-search]');
    if (field) field.focus();
    else void navigate({ to: '/search' });
  };
  useEffect(() => {
    // What the first click may need comes while nothing else is going on.
    const timer = setTimeout(() => void Promise.all([import('../../ui/menu-parts.tsx'), import('./palette.tsx'), import('./help.tsx')]).catch(() => undefined), 1_500);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  useShortcuts([
    { keys: 'mod+k', label: 'shortcut.palette', run: openPalette, everywhere: true },
    { keys: '?', label: 'shortcut.help', run: openHelp, everywhere: true },
    ...(uploads ? [{ keys: 'u', label: 'shortcut.upload' as const, run: () => { uploads.choose(); }, everywhere: true }] : []),
    { keys: '/', label: 'shortcut.search', run: search, everywhere: true },
    { keys: 'g i', label: 'shortcut.inbox', run: () => void navigate({ to: '/inbox' }), everywhere: true },
    ...destinations.map(({ keys, hint, to }) => ({ keys, label: hint, run: () => void navigate({ to }), everywhere: true })),
  ]);
  return (
    <div className="grid h-dvh grid-rows-[auto_minmax(0,1fr)_auto] md:grid-cols-[15rem_minmax(0,1fr)] md:grid-rows-[minmax(0,1fr)]">
      <a
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
        className="sr-only z-60 rounded-control bg-accent px-4 py-3 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t('nav.skip')}
      </a>
      <Sidebar onPalette={openPalette} onHelp={openHelp} />
      <TopBar onPalette={openPalette} onHelp={openHelp} />
      <div className="flex min-h-0 min-w-0 flex-col">
        <OfflineNotice />
        <main id="main" ref={main} tabIndex={-1} className="relative min-h-0 grow overflow-x-hidden overflow-y-auto outline-none">
          <Outlet />
        </main>
      </div>
      <BottomBar />
      <DropAnywhere />
      <UploadDock />
      <Suspense>
        {open === 'palette' && <Palette onClose={close} onHelp={openHelp} />}
        {open === 'help' && <Help onClose={close} />}
      </Suspense>
    </div>
  );
};
