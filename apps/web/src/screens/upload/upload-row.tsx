import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleAlert, CircleCheck, CloudOff, Copy, FileText, LockKeyhole, RotateCcw, ScanText, X, type LucideIcon } from 'lucide-react';
import { useProgress } from '../../app/live.ts';
import { useApi } from '../../app/session.tsx';
import { useUploads } from '../../app/uploads.ts';
import type { UploadItem } from '../../app/uploads/upload-queue.ts';
import { useReprocess } from '../../data/change-document.ts';
import { documentQuery } from '../../data/documents.ts';
import { processingQuery } from '../../data/processing.ts';
import type { TextKey } from '../../i18n/en.ts';
import { en } from '../../i18n/en.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { failureText } from '../document/state-notice.tsx';
import { problemText, type UploadState } from './upload-state.ts';

const icons: Record<UploadState, { icon: LucideIcon; tone: string }> = {
  moving: { icon: FileText, tone: 'text-ink-faint' }, paused: { icon: CloudOff, tone: 'text-warn' }, reading: { icon: ScanText, tone: 'text-accent' },
  done: { icon: CircleCheck, tone: 'text-accent' }, duplicate: { icon: Copy, tone: 'text-ink-soft' }, locked: { icon: LockKeyhole, tone: 'text-warn' },
  unread: { icon: CircleAlert, tone: 'text-warn' }, refused: { icon: CircleAlert, tone: 'text-bad' },
};

const Bar = ({ label, share }: { label: string; share: number }) => (
  <div role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(share * 100)} className="mt-1 h-1 overflow-hidden rounded-full bg-sunken">
    <div className="h-full rounded-full bg-accent transition-[width]" style={{ width: `${Math.max(2, share * 100)}%` }} />
  </div>
);

/** Asks for a locked file's password where the person sees that it is locked. */
const Unlock = ({ id, name, wrong }: { id: string; name: string; wrong: boolean }) => {
  const { t } = useLanguage();
  const { mutate, isPending } = useReprocess(id);
  return (
    <form
      className="mt-2 flex gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        const password = new FormData(event.currentTarget).get('password');
        if (typeof password !== 'string' || !password) return;
        mutate(password);
      }}
    >
      <input name="password" type="password" autoComplete="off" required aria-label={t('upload.password', { name })} aria-invalid={wrong ? true : undefined} placeholder={t('document.password')} className="min-h-9 w-full min-w-0 rounded-control border border-line-strong bg-surface px-3 text-sm" />
      <Button small kind="primary" type="submit" disabled={isPending}>{t('upload.unlock')}</Button>
    </form>
  );
};

/** One file of the queue: what has become of it, and what can be done. */
export const UploadRow = ({ item, state }: { item: UploadItem; state: UploadState }) => {
  const { t, format } = useLanguage();
  const api = useApi();
  const uploads = useUploads();
  const { mutate: readAgain } = useReprocess(item.documentId ?? '');
  const progress = useProgress(item.documentId ?? '');
  const { data: reading } = useQuery({ ...processingQuery(api, item.documentId ?? ''), enabled: item.documentId !== null });
  const { data: document } = useQuery({ ...documentQuery(api, item.documentId ?? ''), enabled: item.documentId !== null && (state === 'done' || state === 'duplicate') });
  const { icon: Icon, tone } = icons[state];
  const share = item.size > 0 ? item.sent / item.size : 0;
  const stage = progress && `stage.${progress.stage}` in en ? t(`stage.${progress.stage}` as TextKey) : t('stage.queued');
  const line = (): string => {
    switch (state) {
      case 'moving': return item.stage === 'sending' ? t('upload.state.sending', { percent: format.percent(share) }) : t(item.stage === 'checking' ? 'upload.state.checking' : 'upload.state.waiting');
      case 'paused': return t('upload.state.paused');
      case 'reading': return stage;
      case 'done': return document ? t('upload.state.doneAs', { type: t(`type.${document.documentType}`) }) : t('upload.state.done');
      case 'duplicate': return t('upload.state.duplicate');
      case 'locked': case 'unread': return t(failureText(reading?.failure?.code ?? ''));
      case 'refused': return t(problemText(item.problem?.code ?? ''));
    }
  };
  const title = useReturnFocus<HTMLAnchorElement>(state === 'locked');
  const isMoving = state === 'moving' || state === 'paused';
  return (
    <li className="flex gap-3 border-b border-line px-4 py-2.5 last:border-0">
      <Icon size={18} className={`mt-0.5 shrink-0 ${tone}`} aria-hidden />
      <div className="min-w-0 grow text-sm">
        {item.documentId ? (
          <Link ref={title} to="/documents/$documentId" params={{ documentId: item.documentId }} title={item.name} className="block truncate font-medium underline-offset-4 hover:underline">{document?.title ?? item.name}</Link>
        ) : (
          <p className="truncate font-medium" title={item.name}>{item.name}</p>
        )}
        <p className={state === 'refused' ? 'text-bad' : 'text-ink-soft tabular-nums'}>{line()}</p>
        {state === 'moving' && item.stage === 'sending' && <Bar label={item.name} share={share} />}
        {state === 'reading' && <Bar label={`${item.name}: ${stage}`} share={progress?.stage === 'completed' ? 1 : (progress?.progress ?? 0)} />}
        {state === 'locked' && item.documentId && <Unlock id={item.documentId} name={item.name} wrong={reading?.failure?.code === 'processing.password_wrong'} />}
      </div>
      <span className="-my-1 flex shrink-0 items-start">
        {state === 'unread' && <IconButton label={t('upload.retryNamed', { name: item.name })} onClick={() => { readAgain(undefined); }}><RotateCcw size={16} aria-hidden /></IconButton>}
        {state === 'refused' && item.problem?.again && <IconButton label={t('upload.retryNamed', { name: item.name })} onClick={() => uploads?.retry(item.id)}><RotateCcw size={16} aria-hidden /></IconButton>}
        <IconButton label={t(isMoving ? 'upload.stop' : 'upload.remove', { name: item.name })} onClick={() => uploads?.remove(item.id)}><X size={16} aria-hidden /></IconButton>
      </span>
    </li>
  );
};
