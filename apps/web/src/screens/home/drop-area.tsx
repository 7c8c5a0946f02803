import { CloudUpload } from 'lucide-react';
import { useState, type DragEvent } from 'react';
import { useUploads } from '../../app/uploads.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { cx } from '../../ui/cx.ts';

/** Where papers go in: a button as large as a tray. */
export const DropArea = () => {
  const { t } = useLanguage();
  const uploads = useUploads();
  const [over, setOver] = useState(false);
  if (!uploads) return null;
  const hold = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <button
      type="button"
      onClick={uploads.choose}
      onDragEnter={hold}
      onDragOver={hold}
      onDragLeave={() => { setOver(false); }}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        uploads.add([...event.dataTransfer.files]);
      }}
      className={cx('grid w-full justify-items-center gap-2 rounded-card border-2 border-dashed px-6 py-8 text-center transition-colors', over ? 'border-accent bg-accent-wash' : 'border-line-strong bg-surface hover:border-accent')}
    >
      <CloudUpload size={28} className="text-accent" aria-hidden />
      <span className="font-medium">{t(over ? 'home.dropNow' : 'home.drop')}</span>
      <span className="text-sm text-ink-soft">{t('home.dropHint')}</span>
    </button>
  );
};
