import { Link } from '@tanstack/react-router';
import { CircleAlert, Compass } from 'lucide-react';
import { useEffect } from 'react';
import { useLanguage } from '../i18n/language.tsx';
import { Button } from '../ui/button.tsx';

/** Stands in for a screen that threw. A chunk that a new release has replaced is fetched by loading the page again. */
export const ErrorPage = ({ error }: { error: unknown }) => {
  const { t } = useLanguage();
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <div className="mx-auto grid max-w-md justify-items-start gap-4 p-8 pt-24">
      <CircleAlert size={32} className="text-bad" aria-hidden />
      <h1 className="text-2xl font-semibold">{t('error.title')}</h1>
      <p className="text-ink-soft">{t('error.body')}</p>
      <div className="flex gap-3">
        <Button kind="primary" onClick={() => { location.reload(); }}>{t('error.reload')}</Button>
        <Button onClick={() => { location.assign('/'); }}>{t('missing.home')}</Button>
      </div>
    </div>
  );
};

/** An address that leads nowhere. */
export const MissingPage = () => {
  const { t } = useLanguage();
  return (
    <div className="mx-auto grid max-w-md justify-items-start gap-4 p-8 pt-24">
      <Compass size={32} className="text-accent" aria-hidden />
      <h1 className="text-2xl font-semibold">{t('missing.title')}</h1>
      <p className="text-ink-soft">{t('missing.body')}</p>
      <Link to="/" className="font-medium text-accent underline underline-offset-4">{t('missing.home')}</Link>
    </div>
  );
};
