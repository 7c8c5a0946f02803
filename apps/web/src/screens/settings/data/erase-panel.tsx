import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { wordsOf } from '../../../app/error-words.ts';
import { useApi, useSession } from '../../../app/session.tsx';
import { useToast } from '../../../app/toasts.tsx';
import { profileQuery } from '../../../data/account.ts';
import { useErase, useKeepAccount } from '../../../data/account-rights.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { Panel } from '../panel.tsx';

const EraseDialog = ({ email, onClose }: { email: string; onClose(): void }) => {
  const { t, language } = useLanguage();
  const { supabase } = useSession();
  const [typed, setTyped] = useState('');
  const [atOnce, setAtOnce] = useState(false);
  const erase = useErase();
  const go = () => {
    erase.mutate({ confirm: typed.trim(), immediately: atOnce }, {
      onSuccess: ({ status }) => {
        onClose();
        if (status === 'erased') void supabase.auth.signOut({ scope: 'local' });
      },
    });
  };
  return (
    <Dialog title={t('settings.erase.title')} onClose={onClose}>
      <form className="grid gap-4" onSubmit={(event) => { event.preventDefault(); go(); }}>
        <p className={atOnce ? 'font-medium text-bad' : 'text-ink-soft'}>{t(atOnce ? 'settings.erase.bodyNow' : 'settings.erase.body')}</p>
        <TextField label={t('settings.erase.type', { email })} value={typed} onChange={(event) => { setTyped(event.target.value); }} autoComplete="off" spellCheck={false} />
        <label className="flex min-h-11 items-center gap-3 text-sm"><input type="checkbox" className="size-5 accent-accent" checked={atOnce} onChange={(event) => { setAtOnce(event.target.checked); }} />{t('settings.erase.now')}</label>
        {erase.error && <p role="alert" className="text-sm text-bad">{wordsOf(erase.error, t, language)}</p>}
        <div className="flex justify-end gap-2">
          <Button kind="quiet" onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="danger" type="submit" disabled={erase.isPending || typed.trim().toLowerCase() !== email.toLowerCase()}>{t('settings.erase.confirm')}</Button>
        </div>
      </form>
    </Dialog>
  );
};

/** Has the account erased, or calls it off. */
export const ErasePanel = () => {
  const { t, language, format } = useLanguage();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const profile = useQuery(profileQuery(useApi()));
  const keep = useKeepAccount();
  const eraseAfter = profile.data?.eraseAfter;
  const callOff = () => {
    keep.mutate(undefined, { onSuccess: () => { toast({ text: t('settings.erase.kept') }); }, onError: (error) => { toast({ text: wordsOf(error, t, language), tone: 'bad' }); } });
  };
  return (
    <Panel title={t('settings.erase')} hint={t('settings.eraseHint')}>
      {eraseAfter
        ? <div className="grid gap-3"><p role="status" className="font-medium text-bad">{t('settings.erase.scheduled', { date: format.moment(eraseAfter) })}</p><div><Button disabled={keep.isPending} onClick={callOff}>{t('settings.erase.keep')}</Button></div></div>
        : <div><Button kind="danger" disabled={!profile.data?.email} onClick={() => { setAsking(true); }}>{t('settings.erase.start')}</Button></div>}
      {asking && profile.data?.email && <EraseDialog email={profile.data.email} onClose={() => { setAsking(false); }} />}
    </Panel>
  );
};
