import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { wordsOf } from '../../../app/error-words.ts';
import { useApi } from '../../../app/session.tsx';
import { useToast } from '../../../app/toasts.tsx';
import { consentsQuery, useDecideConsent } from '../../../data/account.ts';
import { sentQuery } from '../../../data/models.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../panel.tsx';
import { serviceName } from '../services.ts';

/** What was sent where and when, the latest first. */
const Sent = () => {
  const { t, n, format } = useLanguage();
  const sent = useInfiniteQuery(sentQuery(useApi()));
  const entries = sent.data?.pages.flatMap(({ items }) => items) ?? [];
  if (!sent.isSuccess) return null;
  return (
    <div className="grid gap-2 border-t border-line pt-4">
      <h3 className="font-medium">{t('models.sent')}</h3>
      <p className="text-sm text-ink-soft">{t(entries.length === 0 ? 'models.none' : 'models.sentHint')}</p>
      <ol className="grid divide-y divide-line">
        {entries.map(({ id, purpose, provider, host, model, documentIds, bytes, outcome, sentAt }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-2 text-sm">
            <span className="min-w-0 grow break-words">
              {t(`models.${purpose}`)} · {t('models.where', { service: serviceName(provider, t), host })}
              <span className="block text-xs text-ink-soft tabular-nums">{[model, documentIds.length > 0 && n('models.papers', documentIds.length), format.bytes(bytes), outcome === 'unanswered' && t('models.noAnswer')].filter(Boolean).join(' · ')}</span>
            </span>
            <time dateTime={sentAt} className="shrink-0 text-ink-faint tabular-nums">{format.moment(sentAt)}</time>
          </li>
        ))}
      </ol>
      {sent.hasNextPage && <div><Button small disabled={sent.isFetchingNextPage} onClick={() => void sent.fetchNextPage()}>{t('search.more')}</Button></div>}
    </div>
  );
};

/** Whether language models outside may be asked; nothing on servers that have none. */
export const LanguageModels = () => {
  const { t, language, format } = useLanguage();
  const toast = useToast();
  const decide = useDecideConsent();
  const { data } = useQuery(consentsQuery(useApi()));
  const consent = data?.find((one) => one.purpose === 'language_models');
  if (!consent) return null;
  const { recipients, granted, decidedAt, callsUsed, callsPerMonth } = consent;
  return (
    <Panel title={t('models.title')} hint={t('models.hint', { limit: format.number(callsPerMonth) })}>
      <ol className="grid list-inside list-decimal gap-1 text-sm">
        {recipients.map(({ provider, host }) => <li key={`${provider} ${host}`} className="break-words">{t('models.where', { service: serviceName(provider, t), host })}</li>)}
      </ol>
      {(granted || callsUsed > 0) && (
        <div className="grid gap-1 text-sm text-ink-soft">
          {granted && decidedAt && <p>{t('settings.outsideOn', { date: format.moment(decidedAt) })}</p>}
          <p className="tabular-nums">{t('models.used', { used: format.number(callsUsed), limit: format.number(callsPerMonth) })}</p>
        </div>
      )}
      <div>
        <Button
          disabled={decide.isPending}
          onClick={() => { decide.mutate({ purpose: 'language_models', granted: !granted }, { onError: (error) => { toast({ text: wordsOf(error, t, language), tone: 'bad' }); } }); }}
        >
          {t(granted ? 'models.stop' : 'models.agree')}
        </Button>
      </div>
      <Sent />
    </Panel>
  );
};
