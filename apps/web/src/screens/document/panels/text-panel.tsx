import { useQuery } from '@tanstack/react-query';
import { Copy } from 'lucide-react';
import { useApi } from '../../../app/session.tsx';
import { useToast } from '../../../app/toasts.tsx';
import { textQuery } from '../../../data/documents.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { Failed } from '../../../ui/failed.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import type { Focus } from '../viewer/focus.ts';
import { LitText } from '../viewer/lit-text.tsx';

/** The text that search and answers go by. */
export const TextPanel = ({ id, focus }: { id: string; focus: Focus | null }) => {
  const { t } = useLanguage();
  const toast = useToast();
  const text = useQuery(textQuery(useApi(), id));
  if (text.isPending) return <div role="status" aria-label={t('common.loading')} className="grid gap-3 p-5">{[9, 11, 8, 10].map((width) => <Skeleton key={width} className="h-4" />)}</div>;
  if (text.isLoadingError) return <Failed error={text.error} retry={() => void text.refetch()} />;
  const whole = text.data.map((page) => page.text).join('\n\n');
  if (whole.trim() === '') return <p className="p-5 text-sm text-ink-soft">{t('document.noText')}</p>;
  return (
    <div className="grid gap-4 p-5">
      <Button small className="justify-self-start" onClick={() => void navigator.clipboard.writeText(whole).then(() => { toast({ text: t('common.copied') }); })}><Copy size={15} aria-hidden />{t('document.copyText')}</Button>
      {text.data.map(({ page, text: words }) => (
        <article key={page} aria-label={t('viewer.page', { page })} className="text-sm leading-6">
          <p className="mb-1 text-xs font-medium text-ink-faint">{t('viewer.page', { page })}</p>
          <LitText text={words} focus={focus} follow={false} />
        </article>
      ))}
    </div>
  );
};
