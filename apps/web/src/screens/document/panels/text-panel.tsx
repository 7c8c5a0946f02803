import { useQuery } from '@tanstack/react-query';
import { Copy, Languages } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useApi } from '../../../app/session.tsx';
import { useToast } from '../../../app/toasts.tsx';
import { consentsQuery } from '../../../data/account.ts';
import { textQuery } from '../../../data/documents.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { withLaterTexts } from '../../../i18n/later-texts.ts';
import { Button } from '../../../ui/button.tsx';
import { Failed } from '../../../ui/failed.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import type { Focus } from '../viewer/focus.ts';
import { LitText } from '../viewer/lit-text.tsx';

const Translation = lazy(() => withLaterTexts(() => import('./translation.tsx')).then((module) => ({ default: module.Translation })));

/** The text that search and answers go by, and in another language where this server has somebody to ask for it. */
export const TextPanel = ({ id, focus }: { id: string; focus: Focus | null }) => {
  const { t } = useLanguage();
  const toast = useToast();
  const api = useApi();
  const text = useQuery(textQuery(api, id));
  const { data: consents } = useQuery(consentsQuery(api));
  const [translating, setTranslating] = useState(false);
  const consent = consents?.find((one) => one.purpose === 'language_models');
  if (text.isPending) return <div role="status" aria-label={t('common.loading')} className="grid gap-3 p-5">{[9, 11, 8, 10].map((width) => <Skeleton key={width} className="h-4" />)}</div>;
  if (text.isLoadingError) return <Failed error={text.error} retry={() => void text.refetch()} />;
  const whole = text.data.map((page) => page.text).join('\n\n');
  if (whole.trim() === '') return <p className="p-5 text-sm text-ink-soft">{t('document.noText')}</p>;
  return (
    <div className="grid gap-4 p-5">
      <div className="flex flex-wrap gap-2">
        <Button small onClick={() => void navigator.clipboard.writeText(whole).then(() => { toast({ text: t('common.copied') }); })}><Copy size={15} aria-hidden />{t('document.copyText')}</Button>
        {consent && <Button small aria-expanded={translating} onClick={() => { setTranslating(!translating); }}><Languages size={15} aria-hidden />{t('document.translate')}</Button>}
      </div>
      {consent && translating && <Suspense fallback={<Skeleton className="h-24 rounded-card" />}><Translation id={id} pages={text.data.map(({ page }) => page)} consent={consent} /></Suspense>}
      {text.data.map(({ page, text: words }) => (
        <article key={page} aria-label={t('viewer.page', { page })} className="text-sm leading-6">
          <p className="mb-1 text-xs font-medium text-ink-faint">{t('viewer.page', { page })}</p>
          <LitText text={words} focus={focus} follow={false} />
        </article>
      ))}
    </div>
  );
};
