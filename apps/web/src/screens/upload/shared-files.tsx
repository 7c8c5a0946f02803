import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useUploads } from '../../app/uploads.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

/** Asks whether to add what another app has shared with this one. It is asked because any page could send files this way. */
export const SharedFiles = () => {
  const { t, n, format } = useLanguage();
  const uploads = useUploads();
  const navigate = useNavigate();
  const isShared = useLocation({ select: ({ search }) => 'shared' in search });
  const [files, setFiles] = useState<readonly File[]>([]);
  useEffect(() => {
    const worker = isShared && 'serviceWorker' in navigator ? navigator.serviceWorker.controller : null;
    if (!worker) return;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<File[]>) => {
      setFiles(data);
      if (data.length === 0) void navigate({ to: '/', replace: true });
    };
    worker.postMessage('give-shared', [port2]);
    return () => { port1.close(); };
  }, [isShared, navigate]);
  if (files.length === 0 || !uploads) return null;
  const close = () => {
    setFiles([]);
    void navigate({ to: '/', replace: true });
  };
  return (
    <Dialog title={t('upload.shared')} onClose={close}>
      <ul className="grid gap-1 text-sm">{files.map((file, index) => <li key={index} className="truncate">{file.name} <span className="text-ink-soft">{format.bytes(file.size)}</span></li>)}</ul>
      <div className="flex justify-end gap-2">
        <Button kind="quiet" onClick={close}>{t('common.cancel')}</Button>
        <Button
          kind="primary"
          data-first
          onClick={() => {
            uploads.add(files);
            close();
          }}
        >
          {n('upload.sharedAdd', files.length)}
        </Button>
      </div>
    </Dialog>
  );
};
