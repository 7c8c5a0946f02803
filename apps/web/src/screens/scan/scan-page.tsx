import { useBlocker, useNavigate } from '@tanstack/react-router';
import { Camera as CameraIcon, Images } from 'lucide-react';
import { useCallback, useRef, useState } from 'react';
import { useShortcuts } from '../../app/shortcuts.tsx';
import { useToast } from '../../app/toasts.tsx';
import { useUploads } from '../../app/uploads.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { Camera, type CameraHandle } from './camera.tsx';
import { EditPage } from './edit-page.tsx';
import { FilterChoice } from './filter-choice.tsx';
import { PageStrip } from './page-strip.tsx';
import type { Filter } from './paper/filters.ts';
import { useScan } from './use-scan.ts';

/** Characters that no file may have in its name. */
const unfit = /[\\/:*?"<>|]/g;

/** Papers before the camera, page after page, into one PDF that goes to the queue. */
export const ScanPage = () => {
  const { t, n, format } = useLanguage();
  const toast = useToast();
  const uploads = useUploads();
  const navigate = useNavigate();
  const [filter, setFilter] = useState<Filter>('colour');
  const scan = useScan(filter);
  const [ready, setReady] = useState(false);
  const [editing, setEditing] = useState<string | null>(null);
  const [name, setName] = useState('');
  const camera = useRef<CameraHandle>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  usePageTitle(t('scan.title'));
  const { add } = scan;
  const wrong = useCallback(() => { toast({ text: t('scan.unreadable'), tone: 'bad' }); }, [toast, t]);
  const take = useCallback((picture: Blob) => { add(picture).then((taken) => { if (!taken) wrong(); }, wrong); }, [add, wrong]);
  const shoot = () => void camera.current?.take();
  const blocker = useBlocker({ shouldBlockFn: () => scan.pages.length > 0 && !done.current, withResolver: true, enableBeforeUnload: () => scan.pages.length > 0 && !done.current });
  useShortcuts(ready ? [{ keys: 'c', label: 'scan.take', run: shoot }] : []);
  const finish = async () => {
    const bytes = await scan.pdf();
    const title = name.trim();
    const called = title.replaceAll(unfit, ' ') || t('scan.named', { date: format.date(new Date().toISOString()) });
    uploads?.add([new File([bytes], `${called}.pdf`, { type: 'application/pdf' })], { title: title || undefined });
    done.current = true;
    await navigate({ to: '/documents' });
  };
  const edited = scan.pages.findIndex(({ id }) => id === editing);
  const working = scan.busy > 0 || scan.pages.some(({ image }) => image === null);
  return (
    <div className="mx-auto grid max-w-6xl gap-4 p-4 md:p-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="grid content-start gap-3">
        <h1 className="text-2xl font-semibold tracking-tight">{t('scan.title')}</h1>
        <div className="h-[min(34rem,58dvh)] overflow-hidden rounded-card bg-[#101312]"><Camera ref={camera} look={scan.look} onTake={take} onReady={setReady} /></div>
        <div className="grid grid-cols-[auto_1fr_auto] items-center gap-3 sm:grid-cols-[1fr_auto_1fr]">
          <Button small kind={ready ? 'plain' : 'primary'} className="justify-self-start" onClick={() => chooser.current?.click()}><Images size={16} aria-hidden />{t('scan.choose')}</Button>
          <button type="button" disabled={!ready} onClick={shoot} aria-label={t('scan.take')} title={t('scan.take')} className="grid size-16 place-items-center justify-self-center rounded-full border-4 border-accent bg-surface text-accent transition-transform active:scale-95 disabled:opacity-40">
            <CameraIcon size={26} aria-hidden />
          </button>
          <p role="status" className="justify-self-end text-right text-sm text-ink-soft tabular-nums">{scan.pages.length > 0 ? n('document.pages', scan.pages.length) : ''}</p>
        </div>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          accept="image/*"
          capture={ready ? undefined : 'environment'}
          data-upload="pictures"
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = '';
            void (async () => {
              for (const file of files) await add(file).then((taken) => { if (!taken) wrong(); }, wrong);
            })();
          }}
        />
      </div>
      <aside className="grid content-start gap-4" aria-label={t('scan.pages')}>
        <FilterChoice
          value={filter}
          onChange={(next) => {
            setFilter(next);
            for (const { id } of scan.pages) scan.change(id, { filter: next });
          }}
        />
        {scan.pages.length === 0 && <p className="rounded-card border border-dashed border-line-strong p-5 text-sm text-ink-soft">{t('scan.empty')}</p>}
        <PageStrip scan={scan} onEdit={setEditing} />
        {scan.pages.length > 0 && (
          <form
            className="grid gap-3"
            onSubmit={(event) => {
              event.preventDefault();
              finish().catch(wrong);
            }}
          >
            <TextField label={t('scan.name')} hint={t('scan.nameHint')} value={name} maxLength={120} autoComplete="off" onChange={(event) => { setName(event.target.value); }} />
            <Button kind="primary" type="submit" disabled={working}>{n('scan.finish', scan.pages.length)}</Button>
          </form>
        )}
      </aside>
      {edited >= 0 && <EditPage scan={scan} page={scan.pages[edited]!} number={edited + 1} onClose={() => { setEditing(null); }} />}
      {blocker.status === 'blocked' && <ConfirmDialog title={t('scan.leaveTitle')} body={t('scan.leaveBody')} action={t('scan.leave')} onClose={blocker.reset} onConfirm={blocker.proceed} />}
    </div>
  );
};
