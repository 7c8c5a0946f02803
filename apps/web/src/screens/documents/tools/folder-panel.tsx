import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FileText, Folder, FolderHeart, FolderPlus, Hash, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useApi, useSession } from '../../../app/session.tsx';
import { useFamilyNames, vaultsQuery } from '../../../data/family.ts';
import { foldersQuery, treeOf } from '../../../data/folders.ts';
import { tagsQuery } from '../../../data/tags.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { IconButton } from '../../../ui/button.tsx';
import type { DocumentsSearch } from '../documents-search.ts';
import { FolderDialogs, type FolderTask } from './folder-dialogs.tsx';
import { FolderMenu } from './folder-menu.tsx';

const link = 'flex min-h-9 min-w-0 grow items-center gap-2.5 rounded-control pr-2 text-sm text-ink-soft hover:bg-sunken hover:text-ink data-here:bg-accent-wash data-here:font-medium data-here:text-accent-strong';
const head = 'flex min-h-9 items-center justify-between pl-3 text-xs font-medium text-ink-faint';
const count = 'ml-auto text-xs text-ink-faint tabular-nums';

/** The tree of folders, and the tags. */
export const FolderPanel = ({ search, onChosen }: { search: DocumentsSearch; onChosen?(): void }) => {
  const { t, format } = useLanguage();
  const api = useApi();
  const { data: folders = [] } = useQuery(foldersQuery(api));
  const { data: tags = [] } = useQuery(tagsQuery(api));
  const me = useSession().session?.user.id;
  const shares = (useQuery(vaultsQuery(api)).data?.length ?? 0) > 0;
  const names = useFamilyNames(folders.some(({ ownerId }) => ownerId !== me));
  const [task, setTask] = useState<FolderTask | null>(null);
  const at = (change: DocumentsSearch) => ({ ...(search.sort ? { sort: search.sort } : {}), ...(search.shape ? { shape: search.shape } : {}), ...change });
  return (
    <div className="grid gap-4">
      <nav aria-label={t('documents.folders')}>
        <div className={head}>{t('documents.folders')}<IconButton label={t('documents.folders.new')} className="size-9" onClick={() => { setTask({ kind: 'create', parent: null }); }}><FolderPlus size={16} aria-hidden /></IconButton></div>
        <ul className="grid gap-0.5">
          <li className="flex"><Link to="/documents" search={at({})} onClick={onChosen} activeOptions={{ exact: true }} data-here={!search.folderId && !search.tag && search.sharing !== 'shared' || undefined} className={`${link} pl-3`}><FileText size={16} aria-hidden />{t('documents.folders.all')}</Link></li>
          {shares && <li className="flex"><Link to="/documents" search={at({ sharing: 'shared' })} onClick={onChosen} activeOptions={{ exact: true }} data-here={search.sharing === 'shared' || undefined} className={`${link} pl-3`}><UsersRound size={16} aria-hidden />{t('documents.sharing.shared')}</Link></li>}
          {treeOf(folders).map((folder) => (
            <li key={folder.id} className="flex min-w-0 items-center">
              <Link to="/documents" search={at({ folderId: folder.id })} onClick={onChosen} activeOptions={{ exact: true }} data-here={search.folderId === folder.id || undefined} className={link} style={{ paddingInlineStart: `${0.75 + folder.depth}rem` }}>
                {folder.ownerId === me ? <Folder size={16} aria-hidden className="shrink-0" /> : <FolderHeart size={16} aria-hidden className="shrink-0" />}
                <span className="truncate">{folder.name}</span>
                {folder.ownerId !== me && <span className="sr-only">{t('documents.folders.of', { name: names.get(folder.ownerId) ?? t('owner.somebody') })}</span>}
                <span className={count}>{format.number(folder.documentCount)}</span>
              </Link>
              {folder.ownerId === me && <FolderMenu folder={folder} onTask={setTask} />}
            </li>
          ))}
          {folders.length > 0 && <li className="flex"><Link to="/documents" search={at({ folderId: 'none' })} onClick={onChosen} activeOptions={{ exact: true }} data-here={search.folderId === 'none' || undefined} className={`${link} pl-3`}><Folder size={16} aria-hidden strokeDasharray="3 3" />{t('documents.folders.none')}</Link></li>}
        </ul>
      </nav>
      {tags.length > 0 && (
        <nav aria-label={t('documents.tags')}>
          <div className={head}>{t('documents.tags')}</div>
          <ul className="grid gap-0.5">
            {tags.map((tag) => (
              <li key={tag.id} className="flex min-w-0">
                <Link to="/documents" search={at({ tag: tag.name })} onClick={onChosen} activeOptions={{ exact: true }} data-here={search.tag?.toLowerCase() === tag.name.toLowerCase() || undefined} className={`${link} pl-3`}>
                  <Hash size={16} aria-hidden className="shrink-0" style={tag.colour ? { color: tag.colour } : undefined} />
                  <span className="truncate">{tag.name}</span>
                  <span className={count}>{format.number(tag.documentCount)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {task && <FolderDialogs task={task} onClose={() => { setTask(null); }} />}
    </div>
  );
};
