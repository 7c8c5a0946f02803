import { useQuery } from '@tanstack/react-query';
import { wordsOf } from '../../../app/error-words.ts';
import { useToast } from '../../../app/toasts.tsx';
import { PushRefused, pushQuery, usePush } from '../../../data/push.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../panel.tsx';

/** Pushes to this very browser: on, off, tried out. */
export const PushPanel = () => {
  const { t, language } = useLanguage();
  const toast = useToast();
  const { data: state } = useQuery(pushQuery());
  const { mutate, isPending } = usePush();
  const act = (what: 'on' | 'off' | 'test') => {
    mutate(what, {
      onError: (error) => { toast({ tone: 'bad', text: error instanceof PushRefused ? t(`notify.push.refused.${error.why}`) : wordsOf(error, t, language) }); },
      onSuccess: () => { toast({ text: t(`notify.push.did.${what}`) }); },
    });
  };
  return (
    <Panel title={t('notify.push')} hint={t('notify.pushHint')}>
      {state && <p role="status">{t(`notify.push.${state}`)}</p>}
      <div className="flex flex-wrap gap-2">
        {state === 'off' && <Button kind="primary" disabled={isPending} onClick={() => { act('on'); }}>{t('notify.push.turnOn')}</Button>}
        {state === 'on' && <Button disabled={isPending} onClick={() => { act('test'); }}>{t('notify.push.try')}</Button>}
        {state === 'on' && <Button kind="quiet" disabled={isPending} onClick={() => { act('off'); }}>{t('notify.push.turnOff')}</Button>}
      </div>
    </Panel>
  );
};
