import { FileWarning, LockKeyhole } from 'lucide-react';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { TextField } from '../../../ui/text-field.tsx';

/** A sheet on its way. */
export const ViewerOpening = () => {
  const { t } = useLanguage();
  return (
    <div role="status" aria-label={t('common.loading')} className="grid min-h-0 flex-1 justify-items-center overflow-hidden bg-sunken p-6">
      <Skeleton className="aspect-[210/297] w-full max-w-2xl" />
    </div>
  );
};

export const ViewerBroken = () => {
  const { t } = useLanguage();
  return (
    <div role="alert" className="grid flex-1 place-content-center justify-items-center gap-3 bg-sunken p-8 text-center">
      <FileWarning size={32} className="text-ink-faint" aria-hidden />
      <p className="max-w-sm text-ink-soft">{t('viewer.broken')}</p>
    </div>
  );
};

/** The file is locked, and its password is asked for beside it. */
export const ViewerLockedElsewhere = () => {
  const { t } = useLanguage();
  return (
    <div className="grid flex-1 place-content-center justify-items-center gap-3 bg-sunken p-8 text-center">
      <LockKeyhole size={32} className="text-warn" aria-hidden />
      <p className="font-medium">{t('viewer.locked')}</p>
      <p className="max-w-xs text-ink-soft">{t('viewer.lockedFailed')}</p>
    </div>
  );
};

/** The file itself is locked; the password is used to draw it and kept nowhere. */
export const ViewerLocked = ({ wrong, onGive }: { wrong: boolean; onGive(password: string): void }) => {
  const { t } = useLanguage();
  return (
    <div className="grid flex-1 place-content-center bg-sunken p-6">
      <form
        className="grid w-80 max-w-full gap-4 rounded-card border border-line bg-surface p-5"
        onSubmit={(event) => {
          event.preventDefault();
          const password = new FormData(event.currentTarget).get('password');
          if (typeof password === 'string' && password) onGive(password);
        }}
      >
        <p className="flex items-center gap-2 font-medium"><LockKeyhole size={18} aria-hidden className="text-warn" />{t('viewer.locked')}</p>
        <TextField label={t('viewer.password')} hint={t('viewer.passwordHint')} name="password" type="password" autoComplete="off" error={wrong ? t('failure.password_wrong') : undefined} />
        <Button type="submit" kind="primary">{t('viewer.unlock')}</Button>
      </form>
    </div>
  );
};
