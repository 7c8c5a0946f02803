import { useNavigate } from '@tanstack/react-router';
import { FolderInput, MessageCircleQuestionMark, RotateCcw, ScanText, Share2, Tag, Trash2, UserRound, X } from 'lucide-react';
import { Suspense, useState, type ReactNode } from 'react';
import type { DocumentSummary } from '@docuvault/contract/document.ts';
import { useShortcuts } from '../../../app/shortcuts.tsx';
import type { BulkChange } from '../../../data/bulk.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { Button, IconButton } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { mostAbout } from '../../chat/chat-search.ts';
import { mostShared } from '../../share/share-target.ts';
import { isEmpty, type Selection } from '../selection.ts';
import { LazyShareDialog } from '../../share/lazy-share-dialog.tsx';
import { MoveDialog, PersonDialog, TagDialog } from './bulk-dialogs.tsx';

type Props = {
  selection: Selection;
  /** What is loaded of the selection. */
  chosen: readonly DocumentSummary[];
  loaded: number;
  hasMore: boolean;
  trashed: boolean;
  busy: boolean;
  onAll(): void;
  onLoaded(): void;
  onClear(): void;
  onChange(change: BulkChange): void;
};

const Action = ({ label, icon, onClick, disabled }: { label: string; icon: ReactNode; onClick(): void; disabled: boolean }) => (
  <Button small kind="quiet" onClick={onClick} disabled={disabled} aria-label={label} title={label}>{icon}<span className="hidden lg:inline">{label}</span></Button>
);

/** What can be done with what is selected. It lies above the list and moves nothing. */
export const BulkBar = ({ selection, chosen, loaded, hasMore, trashed, busy, onAll, onLoaded, onClear, onChange }: Props) => {
  const { t, n } = useLanguage();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<'tag' | 'move' | 'person' | 'share' | 'delete' | null>(null);
  const count = selection.ids.size;
  const shown = !isEmpty(selection);
  const close = () => {
    setAsking(null);
  };
  useShortcuts(shown ? [
    { keys: 'Escape', label: 'documents.shortcut.clear', run: onClear },
    ...(trashed ? [] : [{ keys: 'Delete', label: 'documents.shortcut.trash' as const, run: () => { onChange({ action: 'trash' }); } }]),
  ] : []);
  const icon = 16;
  return (
    <>
      <p role="status" className="sr-only">{shown ? (selection.all ? t('documents.selectedAll') : n('documents.selected', count)) : ''}</p>
      {shown && (
        <div role="toolbar" aria-label={t('documents.bulk')} className="enter fixed inset-x-2 bottom-17 z-40 mx-auto flex max-w-fit flex-wrap items-center justify-center gap-1 rounded-card border border-line-strong bg-raised p-1.5 shadow-raised md:bottom-5 md:left-64">
          <span className="px-2 text-sm font-medium tabular-nums">{selection.all ? t('documents.selectedAll') : n('documents.selected', count)}</span>
          {!selection.all && !hasMore && count < loaded && <Button small kind="quiet" className="text-accent" onClick={onLoaded}>{t('documents.selectPage')}</Button>}
          {!selection.all && hasMore && <Button small kind="quiet" className="text-accent" onClick={onAll}>{t('documents.selectAll')}</Button>}
          <span className="mx-1 hidden h-6 w-px bg-line md:block" aria-hidden />
          {trashed ? (
            <>
              <Action label={t('trash.restore')} icon={<RotateCcw size={icon} aria-hidden />} disabled={busy} onClick={() => { onChange({ action: 'restore' }); }} />
              <Action label={t('trash.delete')} icon={<Trash2 size={icon} aria-hidden />} disabled={busy} onClick={() => { setAsking('delete'); }} />
            </>
          ) : (
            <>
              {!selection.all && count <= mostAbout && <Action label={t('chat.askSelected')} icon={<MessageCircleQuestionMark size={icon} aria-hidden />} disabled={busy} onClick={() => void navigate({ to: '/chat', search: { about: [...selection.ids] } })} />}
              {!selection.all && count <= mostShared && <Action label={t('share.action')} icon={<Share2 size={icon} aria-hidden />} disabled={busy} onClick={() => { setAsking('share'); }} />}
              <Action label={t('documents.bulk.tag')} icon={<Tag size={icon} aria-hidden />} disabled={busy} onClick={() => { setAsking('tag'); }} />
              <Action label={t('documents.bulk.move')} icon={<FolderInput size={icon} aria-hidden />} disabled={busy} onClick={() => { setAsking('move'); }} />
              <Action label={t('documents.bulk.person')} icon={<UserRound size={icon} aria-hidden />} disabled={busy} onClick={() => { setAsking('person'); }} />
              <Action label={t('documents.bulk.reprocess')} icon={<ScanText size={icon} aria-hidden />} disabled={busy} onClick={() => { onChange({ action: 'reprocess' }); }} />
              <Action label={t('documents.bulk.trash')} icon={<Trash2 size={icon} aria-hidden />} disabled={busy} onClick={() => { onChange({ action: 'trash' }); }} />
            </>
          )}
          <IconButton label={t('documents.selectNone')} className="size-9" onClick={onClear}><X size={icon} aria-hidden /></IconButton>
        </div>
      )}
      <Suspense>{asking === 'share' && <LazyShareDialog target={{ kind: 'documents', documents: chosen }} onClose={close} />}</Suspense>
      {asking === 'tag' && <TagDialog onClose={close} onChange={onChange} />}
      {asking === 'move' && <MoveDialog onClose={close} onChange={onChange} />}
      {asking === 'person' && <PersonDialog onClose={close} onChange={onChange} />}
      {asking === 'delete' && <ConfirmDialog title={t('trash.deleteTitle')} body={t('trash.deleteBody')} action={t('trash.delete')} onClose={close} onConfirm={() => { onChange({ action: 'delete' }); }} />}
    </>
  );
};
