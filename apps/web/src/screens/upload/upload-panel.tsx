import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useState } from 'react';
import { useUploads } from '../../app/uploads.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { IconButton } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { UploadRow } from './upload-row.tsx';
import { tallyOf } from './upload-state.ts';
import { useUploadStates } from './use-upload-states.ts';

/** The files on their way and what has become of them, at the edge of every screen until the person puts it away. */
export const UploadPanel = () => {
  const { t, n } = useLanguage();
  const uploads = useUploads();
  const rows = useUploadStates();
  const [small, setSmall] = useState(false);
  if (rows.length === 0) return null;
  const tally = tallyOf(rows.map(({ state }) => state));
  const busy = tally.moving + tally.paused;
  const summary = [
    tally.paused > 0 && tally.moving === 0 ? t('upload.waitingForVault') : tally.moving > 0 ? n('upload.sending', busy) : null,
    busy === 0 && tally.reading > 0 ? n('upload.reading', tally.reading) : null,
    busy === 0 && tally.reading === 0 && tally.in > 0 && tally.needYou === 0 ? n('upload.allDone', tally.in) : null,
    tally.needYou > 0 ? n('upload.needYou', tally.needYou) : null,
  ].filter(Boolean).join(' · ');
  const finished = busy === 0 && tally.reading === 0;
  return (
    <section aria-label={t('upload.title')} className="enter fixed inset-x-2 bottom-[calc(3.75rem+env(safe-area-inset-bottom))] z-40 flex max-h-[min(28rem,60dvh)] flex-col overflow-hidden rounded-card border border-line-strong bg-raised shadow-raised md:inset-x-auto md:right-5 md:bottom-5 md:w-96">
      <div className={cx('flex min-h-12 items-center gap-1 pr-1.5 pl-4', small ? '' : 'border-b border-line')}>
        <p role="status" className="min-w-0 grow truncate text-sm font-semibold">{summary}</p>
        <IconButton label={t(small ? 'upload.expand' : 'upload.collapse')} aria-expanded={!small} onClick={() => { setSmall(!small); }}>{small ? <ChevronUp size={18} aria-hidden /> : <ChevronDown size={18} aria-hidden />}</IconButton>
        {finished && <IconButton label={t('upload.close')} onClick={() => {
          for (const { item } of rows) uploads?.remove(item.id);
          document.getElementById('main')?.focus();
        }}><X size={18} aria-hidden /></IconButton>}
      </div>
      {!small && <ul className="min-h-0 overflow-y-auto" aria-label={t('upload.title')}>{rows.map(({ item, state }) => <UploadRow key={item.id} item={item} state={state} />)}</ul>}
    </section>
  );
};
