import { useNavigate, useSearch } from '@tanstack/react-router';
import { Files, FolderTree, SearchX, Upload, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useUploads } from '../../app/uploads.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Empty } from '../../ui/empty.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { Browser } from './browser.tsx';
import { filterOf, readDocumentsSearch, type DocumentsSearch } from './documents-search.ts';
import { Filters } from './tools/filters.tsx';
import { FolderPanel } from './tools/folder-panel.tsx';
import { ListOptions } from './tools/list-options.tsx';
import { SaveView } from './tools/save-view.tsx';

/** All documents: found by what they are and where they lie, changed by the dozen. */
export const DocumentsPage = () => {
  const { t, n, format } = useLanguage();
  const navigate = useNavigate();
  const uploads = useUploads();
  const search = useSearch({ from: '/vault/documents', select: readDocumentsSearch, structuralSharing: true });
  const [foldersOpen, setFoldersOpen] = useState(false);
  usePageTitle(t('documents.title'));
  const folderId = search.folderId === 'none' ? undefined : search.folderId;
  const filtered = Object.keys(filterOf(search)).length > 0;
  const change = (wanted: Partial<Record<keyof DocumentsSearch, string | undefined>>) => void navigate({ to: '/documents', search: readDocumentsSearch({ ...search, ...wanted }), replace: true });
  const countText = (count: number, hasMore: boolean) => (hasMore ? t('documents.countMore', { count: format.number(count) }) : n('documents.count', count));
  return (
    <div className="min-h-full xl:grid xl:grid-cols-[14rem_minmax(0,1fr)]">
      <aside className="hidden border-r border-line p-3 xl:block"><div className="sticky top-3"><FolderPanel search={search} /></div></aside>
      <div className="min-w-0">
        <Browser
          search={search}
          trashed={false}
          heading={(count, hasMore) => (
            <div className="grid gap-2 pt-4 pb-2">
              <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4">
                <div className="mr-auto flex items-baseline gap-3">
                  <h1 className="text-xl font-semibold tracking-tight">{t('documents.title')}</h1>
                  <p role="status" className="text-sm text-ink-soft tabular-nums">{count === null ? '' : countText(count, hasMore)}</p>
                </div>
                <SaveView search={search} />
                <IconButton label={t('documents.folders.show')} className="xl:hidden" onClick={() => { setFoldersOpen(true); }}><FolderTree size={18} aria-hidden /></IconButton>
                <ListOptions search={search} onChange={change} />
                {uploads && <Button small kind="primary" onClick={() => { uploads.choose({ folderId }); }}><Upload size={16} aria-hidden />{t('documents.empty.add')}</Button>}
              </div>
              <Filters search={search} onChange={change} />
            </div>
          )}
          empty={
            search.sharing === 'shared' && Object.keys(filterOf(search)).length === 1 ? (
              <Empty icon={UsersRound} title={t('documents.sharedNone.title')} body={t('documents.sharedNone.body')} />
            ) : filtered ? (
              <Empty icon={SearchX} title={t('documents.none.title')} body={t('documents.none.body')}>
                <Button small onClick={() => void navigate({ to: '/documents', replace: true })}>{t('documents.filter.clear')}</Button>
              </Empty>
            ) : (
              <Empty icon={Files} title={t('documents.empty.title')} body={t('documents.empty.body')}>
                {uploads && <Button kind="primary" onClick={() => { uploads.choose({ folderId }); }}><Upload size={18} aria-hidden />{t('documents.empty.add')}</Button>}
              </Empty>
            )
          }
        />
      </div>
      {foldersOpen && <Dialog title={t('documents.folders.show')} onClose={() => { setFoldersOpen(false); }}><FolderPanel search={search} onChosen={() => { setFoldersOpen(false); }} /></Dialog>}
    </div>
  );
};
