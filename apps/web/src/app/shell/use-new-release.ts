import { useEffect } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import { registerServiceWorker } from '../service-worker.ts';
import { useToast } from '../toasts.tsx';

const afterMs = 3_000;

/** Makes the app open without a network, and offers a new release when there is one. */
export const useNewRelease = (): void => {
  const toast = useToast();
  const { t } = useLanguage();
  useEffect(() => {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    let stop: () => void = () => undefined;
    // What the screen needs comes first.
    const timer = setTimeout(() => {
      registerServiceWorker((switchOver) => { toast({ text: t('release.new'), action: { label: t('release.use'), run: switchOver } }); }).then((end) => { stop = end; }, () => undefined);
    }, afterMs);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [toast, t]);
};
