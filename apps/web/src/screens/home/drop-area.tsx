import { Link } from '@tanstack/react-router';
import { CloudUpload, FolderUp, ScanLine } from 'lucide-react';
import { useUploads } from '../../app/uploads.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';

/** Where papers go in: a button as large as a tray. Dropping works on the whole window. */
export const DropArea = () => {
  const { t } = useLanguage();
  const uploads = useUploads();
  if (!uploads) return null;
  return (
    <section aria-label={t('documents.empty.add')} className="grid gap-2">
      <button type="button" onClick={() => { uploads.choose(); }} className="grid w-full justify-items-center gap-2 rounded-card border-2 border-dashed border-line-strong bg-surface px-6 py-8 text-center transition-colors hover:border-accent">
        <CloudUpload size={28} className="text-accent" aria-hidden />
        <span className="font-medium">{t('home.drop')}</span>
        <span className="text-sm text-ink-soft">{t('home.dropHint')}</span>
      </button>
      <div className="flex flex-wrap gap-2">
        <Link to="/scan" className="inline-flex min-h-9 items-center justify-center gap-2 rounded-control border border-line-strong bg-surface px-3 text-sm font-medium hover:bg-sunken"><ScanLine size={16} aria-hidden />{t('scan.title')}</Link>
        <Button small onClick={() => { uploads.chooseFolder(); }}><FolderUp size={16} aria-hidden />{t('home.folder')}</Button>
      </div>
    </section>
  );
};
