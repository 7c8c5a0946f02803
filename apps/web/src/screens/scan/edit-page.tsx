import { Maximize, RotateCcw, RotateCw, Scan as ScanIcon, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { AdjustCorners } from './adjust-corners.tsx';
import { FilterChoice } from './filter-choice.tsx';
import { wholePicture } from './paper/corners.ts';
import type { Scan, ScanPage } from './use-scan.ts';

/** One page put right: its corners, its turn, its look. Everything is done at once; closing keeps it. */
export const EditPage = ({ scan, page, number, onClose }: { scan: Scan; page: ScanPage; number: number; onClose(): void }) => {
  const { t } = useLanguage();
  const [corners, setCorners] = useState(page.corners);
  useEffect(() => { setCorners(page.corners); }, [page.corners]);
  return (
    <Dialog title={t('scan.edit', { page: number })} onClose={onClose} className="w-[min(56rem,calc(100vw-1rem))] max-h-[94dvh]">
      <div className="grid gap-4 md:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="grid content-start gap-2">
          <AdjustCorners url={page.sourceUrl} corners={corners} onChange={setCorners} onDone={(next) => { scan.change(page.id, { corners: next }); }} />
          <p id="scan-corner-hint" className="text-sm text-ink-soft">{t('scan.cornerHint')}</p>
        </div>
        <div className="grid content-start gap-4">
          <div className="hidden h-64 place-items-center rounded-control bg-sunken p-3 md:grid">{page.previewUrl && <img src={page.previewUrl} alt={t('scan.result', { page: number })} className="max-h-58 max-w-full object-contain shadow-raised" />}</div>
          <FilterChoice value={page.filter} onChange={(filter) => { scan.change(page.id, { filter }); }} />
          <div className="grid grid-cols-2 gap-2">
            <Button small onClick={() => { scan.change(page.id, { quarters: page.quarters - 1 }); }}><RotateCcw size={16} aria-hidden />{t('scan.turnLeft')}</Button>
            <Button small onClick={() => { scan.change(page.id, { quarters: page.quarters + 1 }); }}><RotateCw size={16} aria-hidden />{t('scan.turnRight')}</Button>
            <Button small onClick={() => void scan.find(page.id)}><ScanIcon size={16} aria-hidden />{t('scan.findAgain')}</Button>
            <Button small onClick={() => { scan.change(page.id, { corners: wholePicture }); }}><Maximize size={16} aria-hidden />{t('scan.whole')}</Button>
          </div>
          <div className="flex justify-between gap-2">
            <Button small kind="quiet" onClick={() => { scan.remove(page.id); onClose(); }}><Trash2 size={16} aria-hidden />{t('common.delete')}</Button>
            <Button small kind="primary" onClick={onClose}>{t('common.done')}</Button>
          </div>
        </div>
      </div>
    </Dialog>
  );
};
