import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore, type ReactNode } from 'react';
import { deviceKeepsThings, type DeviceStore } from '../../data/device/device-store.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useConnection, type Connection } from '../connection.ts';
import { useDevice } from '../device.tsx';
import { useSession } from '../session.tsx';
import { useToast } from '../toasts.tsx';
import { UploadItemsContext, UploadsContext, type UploadOptions, type Uploads } from '../uploads.ts';
import type { VaultApi } from '../../api/vault-api.ts';
import { acceptedNames, checkFile } from './check-file.ts';
import { fromFolder, fromTransfer, type Collected } from './collect-files.ts';
import { createOutbox, noOutbox } from './outbox.ts';
import { sendForm } from './send-form.ts';
import { createUploadQueue, type UploadQueue } from './upload-queue.ts';

/** Files larger than this go in parts: less is sent again in a moment. As supabase-js does. */
const inPartsFrom = 6 * 1024 * 1024;

const queueFor = (api: VaultApi, connection: Connection, person: string, device: Promise<DeviceStore> | null, leave: AbortSignal): UploadQueue =>
  createUploadQueue({
    check: checkFile,
    isOnline: connection.isOnline,
    wait: (ms) => new Promise((resolve) => { setTimeout(resolve, ms); }),
    outbox: device && 'locks' in navigator ? createOutbox(device, crypto.randomUUID(), leave) : noOutbox,
    send: async (job) => {
      if (job.file.size <= inPartsFrom) return sendForm(api, connection, job);
      const { sendResumable } = await import('./send-resumable.ts');
      return sendResumable(api, connection, person, job);
    },
  });

const nothing: readonly never[] = [];

/** Lets everything below it upload. The queue lives as long as somebody is signed in, whatever screen is shown. */
export const UploadsProvider = ({ children }: { children: ReactNode }) => {
  const { api, session } = useSession();
  const person = session?.user.id;
  const connection = useConnection();
  const device = useDevice();
  const toast = useToast();
  const { n } = useLanguage();
  const queue = useRef<UploadQueue | null>(null);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const options = useRef<UploadOptions>({});
  const followers = useRef(new Set<() => void>());
  useEffect(() => {
    if (!person || (!device && deviceKeepsThings())) return;
    const leave = new AbortController();
    const made = (queue.current = queueFor(api, connection, person, device, leave.signal));
    const tell = () => { for (const changed of followers.current) changed(); };
    const stop = [made.subscribe(tell), connection.subscribe(made.pump)];
    void made.restore().catch(() => undefined);
    return () => {
      made.stop();
      leave.abort();
      for (const end of stop) end();
      queue.current = null;
      tell();
    };
  }, [api, connection, device, person]);
  const subscribe = useCallback((changed: () => void) => {
    followers.current.add(changed);
    return () => { followers.current.delete(changed); };
  }, []);
  const items = useSyncExternalStore(subscribe, () => queue.current?.items() ?? nothing);
  const sending = items.some(({ stage }) => stage === 'sending' || stage === 'waiting' || stage === 'checking');
  useEffect(() => {
    if (!sending) return;
    const warn = (event: BeforeUnloadEvent) => { event.preventDefault(); };
    window.addEventListener('beforeunload', warn);
    return () => { window.removeEventListener('beforeunload', warn); };
  }, [sending]);
  const uploads = useMemo<Uploads>(() => {
    const open = (input: HTMLInputElement | null, chosen: UploadOptions = {}) => {
      options.current = chosen;
      input?.click();
    };
    return {
      choose: (chosen) => { open(files.current, chosen); },
      chooseFolder: (chosen) => { open(folder.current, chosen); },
      add: (given, { folderId = null, title = null } = {}) => { queue.current?.add(given, { folderId, title }); },
      addFrom: (transfer, chosen) => {
        void fromTransfer(transfer).then((collected) => { take(collected, chosen); });
      },
      retry: (id) => { queue.current?.retry(id); },
      remove: (id) => { queue.current?.remove(id); },
      clear: () => { queue.current?.clear(); },
    };
    function take({ files: given, leftOut }: Collected, { folderId }: UploadOptions = {}) {
      queue.current?.add(given, { folderId: folderId ?? null, title: null });
      if (leftOut > 0) toast({ text: n('upload.leftOut', leftOut) });
    }
  }, [n, toast]);
  const chosen = (input: HTMLInputElement, whole: boolean) => {
    const given = [...(input.files ?? [])];
    const collected = whole ? fromFolder(given) : { files: given, leftOut: 0 };
    uploads.add(collected.files, options.current);
    if (collected.leftOut > 0) toast({ text: n('upload.leftOut', collected.leftOut) });
    input.value = '';
  };
  return (
    <UploadsContext value={person ? uploads : null}>
      <UploadItemsContext value={items}>
        {children}
        <input ref={files} type="file" multiple hidden data-upload="files" accept={acceptedNames} onChange={(event) => { chosen(event.target, false); }} />
        <input ref={folder} type="file" multiple hidden data-upload="folder" {...{ webkitdirectory: '' }} onChange={(event) => { chosen(event.target, true); }} />
      </UploadItemsContext>
    </UploadsContext>
  );
};
