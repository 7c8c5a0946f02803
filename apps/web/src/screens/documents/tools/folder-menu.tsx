import { Ellipsis, FolderPlus, Pencil, Share2, Trash2 } from 'lucide-react';
import type { Folder } from '../../../data/folders.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { IconButton } from '../../../ui/button.tsx';
import { Menu, MenuItem } from '../../../ui/menu.tsx';
import type { FolderTask } from './folder-dialogs.tsx';

/** What can be done with a folder. */
export const FolderMenu = ({ folder, onTask }: { folder: Folder; onTask(task: FolderTask): void }) => {
  const { t } = useLanguage();
  return (
    <Menu trigger={<IconButton label={t('documents.folders.actions', { name: folder.name })} className="size-9 shrink-0"><Ellipsis size={16} aria-hidden /></IconButton>}>
      <MenuItem icon={<FolderPlus size={16} />} onSelect={() => { onTask({ kind: 'create', parent: folder }); }}>{t('documents.folders.newIn', { name: folder.name })}</MenuItem>
      <MenuItem icon={<Pencil size={16} />} onSelect={() => { onTask({ kind: 'rename', folder }); }}>{t('documents.folders.rename')}</MenuItem>
      <MenuItem icon={<Share2 size={16} />} onSelect={() => { onTask({ kind: 'share', folder }); }}>{t('documents.folders.share')}</MenuItem>
      <MenuItem danger icon={<Trash2 size={16} />} onSelect={() => { onTask({ kind: 'remove', folder }); }}>{t('documents.folders.remove')}</MenuItem>
    </Menu>
  );
};
