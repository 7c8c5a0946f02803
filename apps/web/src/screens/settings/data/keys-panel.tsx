import { useQuery } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { keyFunctions } from '@docuvault/contract/account.ts';
import { wordsOf } from '../../../app/error-words.ts';
import { useApi } from '../../../app/session.tsx';
import { useToast } from '../../../app/toasts.tsx';
import { apiKeysQuery, useEndKey, useMakeKey } from '../../../data/api-keys.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { CopyField } from '../../../ui/copy-field.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Failed } from '../../../ui/failed.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { Panel } from '../panel.tsx';

const MakeDialog = ({ onClose }: { onClose(): void }) => {
  const { t, language } = useLanguage();
  const make = useMakeKey();
  if (make.data) {
    return (
      <Dialog title={t('settings.keys.made')} onClose={onClose}>
        <p className="text-ink-soft">{t('settings.keys.once')}</p>
        <CopyField label={make.data.name} value={make.data.key} action={t('settings.keys.copy')} />
      </Dialog>
    );
  }
  return (
    <Dialog title={t('settings.keys.make')} onClose={onClose}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          const name = form.get('name');
          make.mutate({ name: typeof name === 'string' ? name : '', scopes: form.getAll('scope').filter((one) => typeof one === 'string') });
        }}
      >
        <TextField label={t('settings.keys.name')} name="name" required maxLength={100} autoComplete="off" />
        <fieldset className="grid gap-1">
          <legend className="mb-1 text-sm font-medium text-ink-soft">{t('settings.keys.scopes')}</legend>
          {keyFunctions.flatMap((name) => [`${name}:read`, `${name}:write`]).map((scope) => (
            <label key={scope} className="flex min-h-9 items-center gap-3 text-sm"><input type="checkbox" name="scope" value={scope} className="size-5 accent-accent" /><code>{scope}</code></label>
          ))}
        </fieldset>
        {make.error && <p role="alert" className="text-sm text-bad">{wordsOf(make.error, t, language)}</p>}
        <div className="flex justify-end gap-2">
          <Button kind="quiet" onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" disabled={make.isPending}>{t('settings.keys.make')}</Button>
        </div>
      </form>
    </Dialog>
  );
};

/** Keys that the person has given to programs. */
export const KeysPanel = () => {
  const { t, format, language } = useLanguage();
  const toast = useToast();
  const [making, setMaking] = useState(false);
  const list = useQuery(apiKeysQuery(useApi()));
  const end = useEndKey();
  return (
    <Panel title={t('settings.keys')} hint={t('settings.keysHint')}>
      {list.isLoadingError && <Failed error={list.error} retry={() => void list.refetch()} />}
      <ul className="grid divide-y divide-line">
        {list.data?.map((key) => (
          <li key={key.id} className="flex min-h-14 flex-wrap items-center gap-3 py-2 text-sm">
            <KeyRound size={20} aria-hidden className="shrink-0 text-ink-faint" />
            <div className="min-w-0 grow">
              <p className="font-medium">{key.name} <code className="font-normal text-ink-faint">{key.hint}…</code></p>
              <p className="break-words text-ink-soft">{key.scopes.join(', ')}</p>
              <p className="text-ink-faint">{key.lastUsedAt ? t('settings.keys.used', { when: format.relative(key.lastUsedAt) }) : t('settings.keys.unused')}</p>
            </div>
            <Button small disabled={end.isPending} onClick={() => { end.mutate(key.id, { onError: (error) => { toast({ text: wordsOf(error, t, language), tone: 'bad' }); }, onSuccess: () => { toast({ text: t('settings.keys.ended', { name: key.name }) }); } }); }}>{t('settings.keys.end')}<span className="sr-only">: {key.name}</span></Button>
          </li>
        ))}
      </ul>
      <div><Button small onClick={() => { setMaking(true); }}>{t('settings.keys.make')}</Button></div>
      {making && <MakeDialog onClose={() => { setMaking(false); }} />}
    </Panel>
  );
};
