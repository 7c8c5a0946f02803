import { Download } from 'lucide-react';
import { wordsOf } from '../../../app/error-words.ts';
import { useToast } from '../../../app/toasts.tsx';
import { useExport } from '../../../data/account-rights.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { Panel } from '../panel.tsx';

/** Everything of the account as one archive. */
export const ExportPanel = () => {
  const { t, n, language, format } = useLanguage();
  const toast = useToast();
  const take = useExport();
  const start = () => {
    take.mutate(undefined, { onError: (error) => { toast({ text: wordsOf(error, t, language), tone: 'bad' }); } });
  };
  return (
    <Panel title={t('settings.export')} hint={t('settings.exportHint')}>
      <div><Button disabled={take.isPending} onClick={start}><Download size={18} aria-hidden />{t('settings.export.start')}</Button></div>
      {take.data && <p role="status" className="max-w-prose text-sm text-ink-soft">{t('settings.export.started', { documents: n('documents.count', take.data.documents), size: format.bytes(take.data.bytes) })}</p>}
    </Panel>
  );
};
