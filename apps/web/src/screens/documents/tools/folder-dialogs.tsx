import { Suspense } from 'react';
import { wordsOf } from '../../../app/error-words.ts';
import { useToast } from '../../../app/toasts.tsx';
import { useChangeFolders, type Folder } from '../../../data/folders.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { NameDialog } from '../../../ui/name-dialog.tsx';
import { LazyShareDialog } from '../../share/lazy-share-dialog.tsx';

export type FolderTask = { kind: 'create'; parent: Folder | null } | { kind: 'rename'; folder: Folder } | { kind: 'remove'; folder: Folder } | { kind: 'share'; folder: Folder };

/** Asks for what a change of folders needs, and makes it. */
export const FolderDialogs = ({ task, onClose }: { task: FolderTask; onClose(): void }) => {
  const { t, language } = useLanguage();
  const toast = useToast();
  const { mutate } = useChangeFolders();
  const change = (wanted: Parameters<typeof mutate>[0]) => {
    mutate(wanted, { onError: (error) => { toast({ tone: 'bad', text: wordsOf(error, t, language) }); } });
  };
  switch (task.kind) {
    case 'create':
      return <NameDialog title={task.parent ? t('documents.folders.newIn', { name: task.parent.name }) : t('documents.folders.new')} label={t('documents.folders.name')} onClose={onClose} onSubmit={(name) => { change({ kind: 'create', name, parentId: task.parent?.id ?? null }); }} />;
    case 'rename':
      return <NameDialog title={t('documents.folders.rename')} label={t('documents.folders.name')} initial={task.folder.name} onClose={onClose} onSubmit={(name) => { change({ kind: 'rename', id: task.folder.id, name }); }} />;
    case 'share':
      return <Suspense><LazyShareDialog target={{ kind: 'folder', folder: task.folder }} onClose={onClose} /></Suspense>;
    case 'remove':
      return <ConfirmDialog title={`${t('documents.folders.remove')}: ${task.folder.name}`} body={t('documents.folders.removeBody')} action={t('documents.folders.remove')} onClose={onClose} onConfirm={() => { change({ kind: 'remove', id: task.folder.id }); }} />;
  }
};
