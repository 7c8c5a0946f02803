import { useQuery } from '@tanstack/react-query';
import { Folder } from 'lucide-react';
import { useApi, useSession } from '../../../app/session.tsx';
import type { BulkChange } from '../../../data/bulk.ts';
import { foldersQuery, treeOf } from '../../../data/folders.ts';
import { usePeople } from '../../../data/people.ts';
import { tagsQuery } from '../../../data/tags.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { NameDialog } from '../../../ui/name-dialog.tsx';

type Props = { onChange(change: BulkChange): void; onClose(): void };

export const TagDialog = ({ onChange, onClose }: Props) => {
  const { t } = useLanguage();
  const { data: tags = [] } = useQuery(tagsQuery(useApi()));
  return <NameDialog title={t('documents.tag.title')} label={t('documents.tag.label')} hint={t('documents.tag.hint')} suggestions={tags.map(({ name }) => name)} onClose={onClose} onSubmit={(tag) => { onChange({ action: 'tag', tags: [tag] }); }} />;
};

export const PersonDialog = ({ onChange, onClose }: Props) => {
  const { t } = useLanguage();
  return (
    <NameDialog title={t('documents.person.title')} label={t('documents.person.label')} hint={t('documents.person.hint')} emptyAllowed suggestions={usePeople()} onClose={onClose} onSubmit={(person) => { onChange({ action: 'setPerson', person: person || null }); }} />
  );
};

export const MoveDialog = ({ onChange, onClose }: Props) => {
  const { t } = useLanguage();
  const me = useSession().session?.user.id;
  const { data: folders = [] } = useQuery(foldersQuery(useApi()));
  const choose = (folderId: string | null) => () => {
    onChange({ action: 'move', folderId });
    onClose();
  };
  const row = 'flex min-h-11 w-full items-center gap-3 rounded-control px-3 text-left text-sm hover:bg-accent-wash';
  return (
    <Dialog title={t('documents.move.title')} onClose={onClose}>
      <ul>
        <li><button type="button" className={row} onClick={choose(null)}>{t('documents.move.none')}</button></li>
        {treeOf(folders.filter(({ ownerId }) => ownerId === me)).map((folder) => (
          <li key={folder.id}>
            <button type="button" className={row} style={{ paddingInlineStart: `${0.75 + folder.depth * 1.25}rem` }} onClick={choose(folder.id)}>
              <Folder size={16} className="text-ink-faint" aria-hidden />{folder.name}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
};
