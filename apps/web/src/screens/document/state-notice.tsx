import { LockKeyhole, RotateCcw, ScanText, TriangleAlert } from 'lucide-react';
import type { Document } from '@docuvault/contract/document.ts';
import { useProgress } from '../../app/live.ts';
import { wordsOf } from '../../app/error-words.ts';
import { useToast } from '../../app/toasts.tsx';
import { useReprocess } from '../../data/change-document.ts';
import type { TextKey } from '../../i18n/en.ts';
import { en } from '../../i18n/en.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';

/** The words for a failure's code. */
export const failureText = (code: string): TextKey => {
  const key = `failure.${code.replace('processing.', '')}`;
  return key in en ? (key as TextKey) : 'failure.other';
};

const Reading = ({ document }: { document: Document }) => {
  const { t } = useLanguage();
  const data = useProgress(document.id);
  const stage = data && `stage.${data.stage}` in en ? t(`stage.${data.stage}` as TextKey) : t(`status.${document.status}`);
  return (
    <div role="status" className="grid gap-2 border-b border-line bg-accent-wash px-5 py-3 text-sm">
      <p className="flex items-center gap-2 font-medium text-accent-strong"><ScanText size={16} aria-hidden />{stage}</p>
      <div role="progressbar" aria-label={stage} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round((data?.progress ?? 0) * 100)} className="h-1.5 overflow-hidden rounded-full bg-surface"><div className="h-full bg-accent transition-[width]" style={{ width: `${Math.max(4, (data?.progress ?? 0) * 100)}%` }} /></div>
      <p className="text-ink-soft">{t('document.waiting')}</p>
    </div>
  );
};

/** What stands between a document and its being read, with the way out. */
export const StateNotice = ({ document, onPassword }: { document: Document; onPassword(password: string): void }) => {
  const { t, language } = useLanguage();
  const toast = useToast();
  const { mutate, isPending } = useReprocess(document.id);
  const again = (password?: string) => {
    if (password) onPassword(password);
    mutate(password, { onError: (error) => { toast({ text: wordsOf(error, t, language), tone: 'bad' }); } });
  };
  if (document.status === 'completed') return null;
  if (document.status !== 'failed') return <Reading document={document} />;
  const code = document.failure?.code ?? '';
  const locked = /password/.test(code);
  return (
    <div role="alert" className="grid gap-3 border-b border-line bg-warn-wash px-5 py-4 text-sm">
      <p className="flex items-center gap-2 font-medium text-warn">{locked ? <LockKeyhole size={16} aria-hidden /> : <TriangleAlert size={16} aria-hidden />}{t(locked ? 'document.locked' : 'document.failed')}</p>
      <p>{t(failureText(code))}</p>
      {(document.access ?? 'owner') !== 'owner' ? null : locked ? (
        <form
          className="grid gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            const password = new FormData(event.currentTarget).get('password');
            if (typeof password === 'string' && password) again(password);
          }}
        >
          <TextField label={t('document.password')} hint={t('document.passwordHint')} name="password" type="password" autoComplete="off" required />
          <Button small kind="primary" type="submit" disabled={isPending} className="justify-self-start">{t('document.unlock')}</Button>
        </form>
      ) : (
        <Button small disabled={isPending} className="justify-self-start" onClick={() => { again(); }}><RotateCcw size={15} aria-hidden />{t('common.retry')}</Button>
      )}
    </div>
  );
};
