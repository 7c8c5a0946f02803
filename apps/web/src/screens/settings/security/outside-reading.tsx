import { useQuery } from '@tanstack/react-query';
import { wordsOf } from '../../../app/error-words.ts';
import { useApi } from '../../../app/session.tsx';
import { useToast } from '../../../app/toasts.tsx';
import { consentsQuery, useDecideConsent } from '../../../data/account.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../panel.tsx';
import { serviceName } from '../services.ts';

/** Whether pages may be read by a service outside; nothing on servers that send nothing out. */
export const OutsideReading = () => {
  const { t, language, format } = useLanguage();
  const toast = useToast();
  const decide = useDecideConsent();
  const { data } = useQuery(consentsQuery(useApi()));
  const consent = data?.find((one) => one.purpose === 'outside_reading');
  if (!consent) return null;
  const { recipient, host, granted, decidedAt, pagesUsed, pagesPerMonth } = consent;
  return (
    <Panel title={t('settings.outside')} hint={t('settings.outsideHint', { service: serviceName(recipient, t), host, limit: pagesPerMonth })}>
      {(granted || pagesUsed > 0) && (
        <div className="grid gap-1 text-sm text-ink-soft">
          {granted && decidedAt && <p>{t('settings.outsideOn', { date: format.moment(decidedAt) })}</p>}
          <p className="tabular-nums">{t('settings.outsideUsed', { used: pagesUsed, limit: pagesPerMonth })}</p>
        </div>
      )}
      <div>
        <Button
          disabled={decide.isPending}
          onClick={() => { decide.mutate({ purpose: 'outside_reading', granted: !granted }, { onError: (error) => { toast({ text: wordsOf(error, t, language), tone: 'bad' }); } }); }}
        >
          {t(granted ? 'settings.outsideStop' : 'settings.outsideAgree')}
        </Button>
      </div>
    </Panel>
  );
};
