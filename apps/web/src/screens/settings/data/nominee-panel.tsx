import { useQuery } from '@tanstack/react-query';
import type { NomineeInput } from '@docuvault/contract/account.ts';
import { wordsOf } from '../../../app/error-words.ts';
import { useApi } from '../../../app/session.tsx';
import { useToast } from '../../../app/toasts.tsx';
import { nomineeQuery, useNameNominee } from '../../../data/account-rights.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { Failed } from '../../../ui/failed.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { Panel } from '../panel.tsx';

const typed = (data: FormData, name: string): string | null => {
  const value = data.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
};

/** Whom the person names for the time after them. */
export const NomineePanel = () => {
  const { t, language } = useLanguage();
  const toast = useToast();
  const nominee = useQuery(nomineeQuery(useApi()));
  const name = useNameNominee();
  const save = (given: NomineeInput | null) => {
    name.mutate(given, {
      onSuccess: ({ nominee: now }) => { toast({ text: now ? t('settings.nominee.saved', { name: now.fullName }) : t('settings.nominee.removed') }); },
      onError: (error) => { toast({ text: wordsOf(error, t, language), tone: 'bad' }); },
    });
  };
  if (nominee.isLoadingError) return <Failed error={nominee.error} retry={() => void nominee.refetch()} />;
  if (nominee.data === undefined) return <Skeleton className="h-60 rounded-card" />;
  const { data } = nominee;
  return (
    <Panel title={t('settings.nominee')} hint={t('settings.nomineeHint')}>
      <form
        key={data?.updatedAt ?? 'none'}
        className="grid max-w-2xl gap-4 sm:grid-cols-2"
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          save({ fullName: typed(form, 'fullName') ?? '', email: typed(form, 'email'), phone: typed(form, 'phone'), relation: typed(form, 'relation'), instructions: typed(form, 'instructions') });
        }}
      >
        <TextField label={t('settings.nominee.name')} name="fullName" required maxLength={200} autoComplete="off" defaultValue={data?.fullName} />
        <TextField label={t('settings.nominee.relation')} name="relation" maxLength={100} autoComplete="off" defaultValue={data?.relation ?? ''} />
        <TextField label={t('auth.email')} name="email" type="email" maxLength={320} autoComplete="off" defaultValue={data?.email ?? ''} />
        <TextField label={t('settings.nominee.phone')} name="phone" type="tel" pattern="\+?[0-9 ()\-]{3,40}" autoComplete="off" defaultValue={data?.phone ?? ''} />
        <TextField className="sm:col-span-2" label={t('settings.nominee.instructions')} name="instructions" maxLength={4000} autoComplete="off" defaultValue={data?.instructions ?? ''} />
        <div className="flex gap-2 sm:col-span-2">
          <Button type="submit" disabled={name.isPending}>{t('common.save')}</Button>
          {data && <Button kind="quiet" disabled={name.isPending} onClick={() => { save(null); }}>{t('settings.nominee.remove')}</Button>}
        </div>
      </form>
    </Panel>
  );
};
