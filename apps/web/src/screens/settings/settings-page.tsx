import { Link, useSearch } from '@tanstack/react-router';
import { Archive, Bell, CreditCard, HardDrive, History, Palette, ShieldCheck, UserRound } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { AppearanceSection } from './appearance-section.tsx';
import { DataSection } from './data/data-section.tsx';
import { ProfileSection } from './profile-section.tsx';
import { LanguageModels } from './security/language-models.tsx';
import { OutsideReading } from './security/outside-reading.tsx';
import { PasswordForm } from './security/password-form.tsx';
import { SecondFactors } from './security/second-factors.tsx';
import { Sessions } from './security/sessions.tsx';
import { sections, readSettingsSearch } from './settings-search.ts';
import { StorageSection } from './storage-section.tsx';
import { TrailSection } from './trail-section.tsx';

const icons = { profile: UserRound, appearance: Palette, notifications: Bell, security: ShieldCheck, storage: HardDrive, plan: CreditCard, data: Archive, trail: History } as const;

const PlanSection = lazy(() => import('./plan/plan-section.tsx').then((module) => ({ default: module.PlanSection })));
const NotificationsSection = lazy(() => import('./notifications/notifications-section.tsx').then((module) => ({ default: module.NotificationsSection })));

/** The person's account and this device. */
export const SettingsPage = () => {
  const { t } = useLanguage();
  const { section = 'profile' } = useSearch({ from: '/vault/settings', select: readSettingsSearch, structuralSharing: true });
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [section]);
  usePageTitle(`${t(`settings.${section}`)} · ${t('nav.settings')}`);
  return (
    <div className="mx-auto grid max-w-5xl content-start gap-4 p-4 md:p-6 lg:grid-cols-[12rem_minmax(0,1fr)] lg:gap-8">
      <h1 className="text-2xl font-semibold tracking-tight lg:col-span-2">{t('nav.settings')}</h1>
      <nav aria-label={t('nav.settings')} className="-mx-4 overflow-x-auto px-4 [scrollbar-width:none] lg:mx-0 lg:overflow-visible lg:px-0">
        <ul ref={list} className="flex gap-1 lg:sticky lg:top-4 lg:grid">
          {sections.map((one) => {
            const Icon = icons[one];
            return (
              <li key={one} className="shrink-0">
                <Link
                  to="/settings"
                  search={one === 'profile' ? {} : { section: one }}
                  activeOptions={{ exact: true, includeSearch: true }}
                  aria-current={one === section ? 'page' : undefined}
                  className="flex min-h-11 items-center gap-2.5 rounded-control px-3 text-sm whitespace-nowrap text-ink-soft hover:bg-sunken hover:text-ink aria-[current=page]:bg-accent-wash aria-[current=page]:font-medium aria-[current=page]:text-accent-strong"
                >
                  <Icon size={17} aria-hidden />{t(`settings.${one}`)}
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
      <div className="grid min-w-0 content-start gap-4">
        {section === 'profile' && <ProfileSection />}
        {section === 'appearance' && <AppearanceSection />}
        {section === 'notifications' && <Suspense fallback={<Skeleton className="h-80 rounded-card" />}><NotificationsSection /></Suspense>}
        {section === 'security' && <><PasswordForm /><SecondFactors /><Sessions /><OutsideReading /><LanguageModels /></>}
        {section === 'storage' && <StorageSection />}
        {section === 'plan' && <Suspense fallback={<Skeleton className="h-80 rounded-card" />}><PlanSection /></Suspense>}
        {section === 'data' && <DataSection />}
        {section === 'trail' && <TrailSection />}
      </div>
    </div>
  );
};
