import { useNavigate, useRouter } from '@tanstack/react-router';
import { ArrowLeft, ChevronLeft, ChevronRight, CloudOff, Download, Ellipsis, FilePlus, HardDriveDownload, MessageCircleQuestionMark, ScanText, Share2, Trash2 } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { Document } from '@docuvault/contract/document.ts';
import { wordsOf } from '../../app/error-words.ts';
import { useDevice } from '../../app/device.tsx';
import { useShortcuts } from '../../app/shortcuts.tsx';
import { useToast } from '../../app/toasts.tsx';
import { useChangeDocument, useReprocess } from '../../data/change-document.ts';
import { useKeepOffline, useKept } from '../../data/kept.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu, MenuItem, MenuLine } from '../../ui/menu.tsx';
import { useBulk } from '../documents/bulk/use-bulk.ts';
import { LazyShareDialog } from '../share/lazy-share-dialog.tsx';
import { TitleEditor } from './title-editor.tsx';
import { useAddVersion } from './use-add-version.tsx';
import { useDownload } from './use-download.ts';
import { useNeighbours } from './use-neighbours.ts';

/** A document's name and what can be done with the whole of it. */
export const DocumentHeader = ({ document }: { document: Document }) => {
  const { t, language } = useLanguage();
  const toast = useToast();
  const router = useRouter();
  const version = useAddVersion(document);
  const { mutate: change } = useChangeDocument(document.id);
  const { mutate: read } = useReprocess(document.id);
  const { mutate: bulk } = useBulk(() => { goBack(); });
  const download = useDownload(document);
  const device = useDevice();
  const kept = useKept(document.id) !== undefined;
  const { mutate: keep, isPending: isKeeping } = useKeepOffline();
  const navigate = useNavigate();
  const { previous, next } = useNeighbours(document.id);
  const isMine = (document.access ?? 'owner') === 'owner';
  const [sharing, setSharing] = useState(false);
  const share = () => { setSharing(true); };
  const goBack = () => {
    if (router.history.canGoBack()) router.history.back();
    else void navigate({ to: '/documents' });
  };
  const goTo = (documentId: string | null) => () => {
    if (documentId) void navigate({ to: '/documents/$documentId', params: { documentId }, replace: true });
  };
  const complain = (error: unknown) => { toast({ text: wordsOf(error, t, language), tone: 'bad' }); };
  const trash = () => { bulk({ change: { action: 'trash' }, target: { ids: [document.id], filter: {}, known: [document] } }); };
  const ask = () => void navigate({ to: '/chat', search: { about: [document.id] } });
  const toggleKept = () => {
    keep({ id: document.id, wanted: !kept }, { onError: complain, onSuccess: () => { toast({ text: t(kept ? 'offline.dropped' : 'offline.kept') }); } });
  };
  useShortcuts([
    ...(previous ? [{ keys: 'mod+ArrowLeft', label: 'document.previous' as const, run: goTo(previous) }] : []),
    ...(next ? [{ keys: 'mod+ArrowRight', label: 'document.next' as const, run: goTo(next) }] : []),
    ...(document.deletedAt ? [] : [{ keys: 'q', label: 'chat.askAbout' as const, run: ask }]),
    { keys: 'd', label: 'document.shortcut.download', run: () => { download(); } },
    ...(document.deletedAt || !isMine ? [] : [{ keys: 's', label: 'shortcut.share' as const, run: share }, { keys: 'Delete', label: 'document.shortcut.trash' as const, run: trash }]),
  ]);
  return (
    <header className="flex min-h-14 items-center gap-1 border-b border-line bg-paper px-2 md:px-3">
      <IconButton label={t('common.back')} className="shrink-0" onClick={goBack}><ArrowLeft size={18} aria-hidden /></IconButton>
      <TitleEditor title={document.title} readOnly={document.access === 'view'} onSave={(title) => { change({ title }); }} />
      {(previous ?? next) && (
        <span className="hidden shrink-0 md:flex">
          <IconButton label={t('document.previous')} disabled={!previous} onClick={goTo(previous)}><ChevronLeft size={18} aria-hidden /></IconButton>
          <IconButton label={t('document.next')} disabled={!next} onClick={goTo(next)}><ChevronRight size={18} aria-hidden /></IconButton>
        </span>
      )}
      {isMine && !document.deletedAt && <span className="hidden shrink-0 lg:block"><Button small kind="quiet" onClick={share}><Share2 size={16} aria-hidden />{t('share.action')}</Button></span>}
      {!document.deletedAt && <span className="hidden shrink-0 lg:block"><Button small kind="quiet" onClick={ask} title={t('chat.askAbout')}><MessageCircleQuestionMark size={16} aria-hidden />{t('nav.chat')}</Button></span>}
      {(kept || isKeeping) && <span role="status" title={t('offline.isKept')} className="grid size-8 shrink-0 place-items-center text-accent"><HardDriveDownload size={16} aria-hidden /><span className="sr-only">{t(isKeeping ? 'offline.keeping' : 'offline.isKept')}</span></span>}
      <span className="hidden shrink-0 sm:block"><Button small kind="quiet" onClick={() => { download(); }}><Download size={16} aria-hidden />{t('document.download')}</Button></span>
      {version.input}
      <Menu trigger={<IconButton label={t('document.actions')} className="shrink-0"><Ellipsis size={18} aria-hidden /></IconButton>}>
        {!document.deletedAt && <MenuItem icon={<MessageCircleQuestionMark size={16} />} onSelect={ask}>{t('chat.askAbout')}</MenuItem>}
        {isMine && !document.deletedAt && <MenuItem icon={<Share2 size={16} />} onSelect={share}>{t('share.action')}</MenuItem>}
        <MenuItem icon={<Download size={16} />} onSelect={() => { download(); }}>{t('document.download')}</MenuItem>
        {device && !document.deletedAt && <MenuItem icon={kept ? <CloudOff size={16} /> : <HardDriveDownload size={16} />} onSelect={toggleKept}>{t(kept ? 'offline.drop' : 'offline.keep')}</MenuItem>}
        <MenuItem disabled={!isMine} icon={<FilePlus size={16} />} onSelect={version.choose}>{t('document.newVersion')}</MenuItem>
        <MenuItem disabled={!isMine} icon={<ScanText size={16} />} onSelect={() => { read(undefined, { onError: complain, onSuccess: () => { toast({ text: t('document.readingAgain') }); } }); }}>{t('document.readAgain')}</MenuItem>
        {!document.deletedAt && (
          <>
            <MenuLine />
            <MenuItem danger disabled={!isMine} icon={<Trash2 size={16} />} onSelect={trash}>{t('document.trash')}</MenuItem>
          </>
        )}
      </Menu>
      <Suspense>{sharing && <LazyShareDialog target={{ kind: 'documents', documents: [document] }} onClose={() => { setSharing(false); }} />}</Suspense>
    </header>
  );
};
