import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FileText, Folder, FolderPlus, Hash } from 'lucide-react';
import { useState } from 'react';
import { useApi } from '../../../app/session.tsx';
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
  const [task, setTask] = useState<FolderTask | null>(null);
  const at = (change: DocumentsSearch) => ({ ...(search.sort ? { sort: search.sort } : {}), ...(search.shape ? { shape: search.shape } : {}), ...change });
  return (
    <div className="grid gap-4">
      <nav aria-label={t('documents.folders')}>
        <div className={head}>{t('documents.folders')}<IconButton label={t('documents.folders.new')} className="size-9" onClick={() => { setTask({ kind: 'create', parent: null }); }}><FolderPlus size={16} aria-hidden /></IconButton></div>
        <ul className="grid gap-0.5">
          <li className="flex"><Link to="/documents" search={at({})} onClick={onChosen} activeOptions={{ exact: true }} data-here={!search.folderId && !search.tag || undefined} className={`${link} pl-3`}><FileText size={16} aria-hidden />{t('documents.folders.all')}</Link></li>
          {treeOf(folders).map((folder) => (
            <li key={folder.id} className="flex min-w-0 items-center">
              <Link to="/documents" search={at({ folderId: folder.id })} onClick={onChosen} activeOptions={{ exact: true }} data-here={search.folderId === folder.id || undefined} className={link} style={{ paddingInlineStart: `${0.75 + folder.depth}rem` }}>
                <Folder size={16} aria-hidden className="shrink-0" />
                <span className="truncate">{folder.name}</span>
                <span className={count}>{format.number(folder.documentCount)}</span>
              </Link>
              <FolderMenu folder={folder} onTask={setTask} />
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
