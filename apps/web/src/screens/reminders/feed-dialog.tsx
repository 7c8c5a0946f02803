import { useMutation } from '@tanstack/react-query';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { wordsOf } from '../../app/error-words.ts';
import { useApi } from '../../app/session.tsx';
import { useToast } from '../../app/toasts.tsx';
import { calendarAddress } from '../../data/reminders.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** The address by which calendar programs follow the reminders: made, copied, changed, ended. */
export const FeedDialog = ({ onClose }: { onClose(): void }) => {
  const { t, language } = useLanguage();
  const api = useApi();
  const toast = useToast();
  const [url, setUrl] = useState<string | null>(null);
  const { mutate, isPending } = useMutation({
    mutationFn: (how: 'GET' | 'POST' | 'DELETE') => (how === 'DELETE' ? api.send('DELETE', 'reminder-engine/calendar').then(() => null) : calendarAddress(api, how)),
    onError: (error) => { toast({ text: wordsOf(error, t, language), tone: 'bad' }); },
    onSuccess: (address, how) => {
      setUrl(address);
      if (how === 'POST') toast({ text: t('reminders.feed.renewed') });
      if (how === 'DELETE') toast({ text: t('reminders.feed.revoked') });
    },
  });
  const copy = (text: string) => void navigator.clipboard.writeText(text).then(() => { toast({ text: t('reminders.feed.copied') }); }, () => { toast({ text: t('common.wrong'), tone: 'bad' }); });
  return (
    <Dialog title={t('reminders.feed.title')} onClose={onClose}>
      <p className="text-ink-soft">{t('reminders.feed.body')}</p>
      {url === null ? (
        <div className="flex flex-wrap gap-2">
          <Button kind="primary" data-first disabled={isPending} onClick={() => { mutate('GET'); }}>{t('reminders.feed.make')}</Button>
        </div>
      ) : (
        <>
          <TextField label={t('reminders.feed.address')} readOnly value={url} onFocus={(event) => { event.target.select(); }} />
          <div className="flex flex-wrap gap-2">
            <Button kind="primary" onClick={() => { copy(url); }}><Copy size={16} aria-hidden />{t('common.copy')}</Button>
            <Button disabled={isPending} onClick={() => { mutate('POST'); }}>{t('reminders.feed.renew')}</Button>
            <Button kind="quiet" className="text-bad" disabled={isPending} onClick={() => { mutate('DELETE'); }}>{t('reminders.feed.revoke')}</Button>
          </div>
        </>
      )}
    </Dialog>
  );
};
