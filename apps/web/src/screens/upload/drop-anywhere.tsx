import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { CloudUpload } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useApi } from '../../app/session.tsx';
import { useUploads } from '../../app/uploads.ts';
import { holdsFiles } from '../../app/uploads/collect-files.ts';
import { foldersQuery } from '../../data/folders.ts';
import { useLanguage } from '../../i18n/language.tsx';

/** The folder that is open in the list, where what is dropped belongs. */
const useOpenFolder = (): { id: string; name: string } | null => {
  const { pathname, search } = useLocation();
  const id = pathname === '/documents' ? (search as { folderId?: string }).folderId : undefined;
  const { data } = useQuery({ ...foldersQuery(useApi()), enabled: id !== undefined && id !== 'none' });
  const found = data?.find((folder) => folder.id === id);
  return found ? { id: found.id, name: found.name } : null;
};

const isEditor = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.matches('input, textarea, [contenteditable=true]');

/** Takes files dropped or pasted on any screen. */
export const DropAnywhere = () => {
  const { t } = useLanguage();
  const uploads = useUploads();
  const folder = useOpenFolder();
  const [over, setOver] = useState(false);
  const inside = useRef(0);
  const folderId = folder?.id;
  useEffect(() => {
    if (!uploads) return;
    const enter = (event: DragEvent) => {
      if (!holdsFiles(event.dataTransfer)) return;
      inside.current += 1;
      setOver(true);
    };
    const leave = () => {
      inside.current = Math.max(0, inside.current - 1);
      if (inside.current === 0) setOver(false);
    };
    const hold = (event: DragEvent) => { if (holdsFiles(event.dataTransfer)) event.preventDefault(); };
    const drop = (event: DragEvent) => {
      inside.current = 0;
      setOver(false);
      if (event.defaultPrevented || !event.dataTransfer || !holdsFiles(event.dataTransfer)) return;
      event.preventDefault();
      uploads.addFrom(event.dataTransfer, { folderId });
    };
    const paste = (event: ClipboardEvent) => {
      if (!event.clipboardData || !holdsFiles(event.clipboardData)) return;
      // A text with a picture of itself (from a word processor) is meant as text where text is typed.
      if (isEditor(event.target) && event.clipboardData.types.includes('text/plain')) return;
      event.preventDefault();
      uploads.addFrom(event.clipboardData, { folderId });
    };
    const listeners = { dragenter: enter, dragleave: leave, dragover: hold, drop, paste };
    for (const [name, listener] of Object.entries(listeners)) window.addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) window.removeEventListener(name, listener as EventListener);
    };
  }, [uploads, folderId]);
  if (!over) return null;
  return (
    <div className="pointer-events-none fixed inset-0 z-60 grid place-items-center bg-paper/80 p-6" aria-hidden>
      <p className="grid size-full place-content-center justify-items-center gap-3 rounded-card border-2 border-dashed border-accent text-lg font-medium">
        <CloudUpload size={40} className="text-accent" />
        {folder ? t('upload.dropInFolder', { folder: folder.name }) : t('upload.dropAnywhere')}
      </p>
    </div>
  );
};
