import { useRouter } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Document } from '@docuvault/contract/document.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useBulk } from '../documents/bulk/use-bulk.ts';

/** Says that a document lies in the trash, and takes it out or erases it. */
export const TrashNotice = ({ document }: { document: Document }) => {
  const { t } = useLanguage();
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const target = { ids: [document.id], filter: {}, known: [document] };
  const restore = useBulk(() => undefined);
  const erase = useBulk(() => { router.history.back(); });
  if (!document.deletedAt) return null;
  return (
    <div className="flex flex-wrap items-center gap-3 border-b border-line bg-warn-wash px-5 py-2 text-sm text-warn">
      <Trash2 size={16} aria-hidden />
      <p className="grow">{t('document.inTrash')}</p>
      <Button small onClick={() => { restore.mutate({ change: { action: 'restore' }, target }); }}>{t('document.restore')}</Button>
      <Button small kind="danger" onClick={() => { setAsking(true); }}>{t('document.deleteForGood')}</Button>
      {asking && <ConfirmDialog title={t('trash.deleteTitle')} body={t('trash.deleteBody')} action={t('trash.delete')} onClose={() => { setAsking(false); }} onConfirm={() => { erase.mutate({ change: { action: 'delete' }, target }); }} />}
    </div>
  );
};
