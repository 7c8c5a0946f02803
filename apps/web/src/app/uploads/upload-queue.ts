import { VaultError } from '../../api/vault-api.ts';
import { problemOf, type Problem } from './problem.ts';

/** `paused`: the connection is gone; it goes on by itself. `sent`: the vault has it, reading may go on. */
export type UploadStage = 'checking' | 'waiting' | 'sending' | 'paused' | 'refused' | 'sent';

export type UploadItem = {
  id: string;
  name: string;
  size: number;
  folderId: string | null;
  /** What the person calls it; without it the vault finds a name. */
  title: string | null;
  stage: UploadStage;
  /** Bytes that have gone out. */
  sent: number;
  problem: Problem | null;
  documentId: string | null;
  duplicate: boolean;
};

export type SendJob = { id: string; file: File; folderId: string | null; title: string | null; resumeAt: string | null; onResumable(url: string): void; onProgress(sent: number): void; signal: AbortSignal };
export type Sent = { documentId: string; duplicate: boolean };

/** A file that waits on the device for the vault. */
export type Waiting = { id: string; name: string; size: number; type: string; folderId: string | null; title: string | null; resumeAt: string | null };
export type Outbox = {
  keep(about: Waiting, file: File): Promise<void>;
  describe(about: Waiting): Promise<void>;
  drop(id: string): Promise<void>;
  /** What an earlier page left behind. */
  left(): Promise<Waiting[]>;
  open(about: Waiting): Promise<File | null>;
};

type Ports = {
  check(file: File): Promise<Problem | null>;
  send(job: SendJob): Promise<Sent>;
  outbox: Outbox;
  isOnline(): boolean;
  wait(ms: number): Promise<void>;
};

export type UploadQueue = {
  items(): readonly UploadItem[];
  subscribe(changed: () => void): () => void;
  add(files: readonly File[], options: { folderId: string | null; title: string | null }): void;
  /** Takes up what an earlier page left behind. */
  restore(): Promise<void>;
  retry(id: string): void;
  remove(id: string): void;
  clear(): void;
  /** Starts what can be started; to be called when the connection comes back. */
  pump(): void;
  stop(): void;
};

const atOnce = 3;
/** Answers that a little later may be better: the network, the server, too many at a time. */
const mostTries = 6;
const waitMs = (tries: number) => Math.min(30_000, 1_000 * 2 ** tries);
const passes = (error: unknown): boolean => error instanceof VaultError && (error.status === 0 || error.status >= 500 || error.status === 429 || error.code === 'idempotency.in_progress');

type Held = { file: File | null; resumeAt: string | null; abort: AbortController | null; tries: number };

/** Files on their way into the vault, a few at a time, each with what has become of it. */
export const createUploadQueue = ({ check, send, outbox, isOnline, wait }: Ports): UploadQueue => {
  let list: readonly UploadItem[] = [];
  let stopped = false;
  const held = new Map<string, Held>();
  const followers = new Set<() => void>();
  const show = (next: readonly UploadItem[]) => {
    list = next;
    for (const changed of followers) changed();
  };
  const change = (id: string, patch: Partial<UploadItem>) => { show(list.map((item) => (item.id === id ? { ...item, ...patch } : item))); };
  const aboutOf = (item: UploadItem): Waiting => ({ id: item.id, name: item.name, size: item.size, type: held.get(item.id)?.file?.type ?? '', folderId: item.folderId, title: item.title, resumeAt: held.get(item.id)?.resumeAt ?? null });
  const forget = (id: string) => {
    held.get(id)?.abort?.abort();
    held.delete(id);
    outbox.drop(id).catch(() => undefined);
  };
  const refuse = (id: string, problem: Problem) => {
    change(id, { stage: 'refused', problem });
    if (!problem.again) forget(id);
  };

  const run = async (item: UploadItem, mine: Held) => {
    const abort = (mine.abort = new AbortController());
    try {
      mine.file ??= await outbox.open(aboutOf(item));
      if (!mine.file) {
        refuse(item.id, problemOf('upload.gone'));
        return;
      }
      const sent = await send({
        id: item.id, file: mine.file, folderId: item.folderId, title: item.title, resumeAt: mine.resumeAt, signal: abort.signal,
        onProgress: (bytes) => { change(item.id, { sent: Math.min(bytes, item.size) }); },
        onResumable: (url) => {
          mine.resumeAt = url;
          outbox.describe(aboutOf(item)).catch(() => undefined);
        },
      });
      if (abort.signal.aborted) return;
      change(item.id, { stage: 'sent', sent: item.size, problem: null, ...sent });
      forget(item.id);
    } catch (error) {
      if (abort.signal.aborted) return;
      await failed(item.id, mine, error);
    } finally {
      mine.abort = null;
      pump();
    }
  };
  const failed = async (id: string, mine: Held, error: unknown) => {
    mine.tries += 1;
    const code = error instanceof VaultError ? error.code : 'unknown';
    if (!passes(error) || mine.tries >= mostTries) {
      refuse(id, problemOf(code));
      return;
    }
    change(id, { stage: 'paused' });
    // The last file that failed must not be tried again in the same breath, nor hold a place while it waits.
    void wait(waitMs(mine.tries)).then(() => {
      if (isOnline()) change(id, { stage: 'waiting' });
      pump();
    });
  };

  const pump = () => {
    if (stopped || !isOnline()) return;
    for (const item of list) {
      if (list.filter(({ stage }) => stage === 'sending').length >= atOnce) return;
      const mine = held.get(item.id);
      if (item.stage !== 'waiting' || !mine) continue;
      change(item.id, { stage: 'sending' });
      void run(item, mine);
    }
  };

  const admit = async (item: UploadItem, file: File) => {
    const problem = await check(file);
    if (!held.has(item.id)) return;
    if (problem) {
      refuse(item.id, problem);
      return;
    }
    await outbox.keep(aboutOf(item), file).catch(() => undefined);
    if (!held.has(item.id)) {
      outbox.drop(item.id).catch(() => undefined);
      return;
    }
    change(item.id, { stage: 'waiting' });
    pump();
  };

  return {
    items: () => list,
    subscribe: (changed) => {
      followers.add(changed);
      return () => followers.delete(changed);
    },
    add: (files, { folderId, title }) => {
      const made = files.map((file): [UploadItem, File] => [{ id: crypto.randomUUID(), name: file.name, size: file.size, folderId, title, stage: 'checking', sent: 0, problem: null, documentId: null, duplicate: false }, file]);
      for (const [{ id }, file] of made) held.set(id, { file, resumeAt: null, abort: null, tries: 0 });
      show([...list, ...made.map(([item]) => item)]);
      void (async () => {
        for (const [item, file] of made) await admit(item, file);
      })();
    },
    restore: async () => {
      const left = await outbox.left();
      if (stopped) return;
      for (const { id, resumeAt } of left) held.set(id, { file: null, resumeAt, abort: null, tries: 0 });
      show([...list, ...left.map(({ id, name, size, folderId, title }): UploadItem => ({ id, name, size, folderId, title, stage: 'waiting', sent: 0, problem: null, documentId: null, duplicate: false }))]);
      pump();
    },
    retry: (id) => {
      const mine = held.get(id);
      if (!mine) return;
      mine.tries = 0;
      change(id, { stage: 'waiting', problem: null, sent: 0 });
      pump();
    },
    remove: (id) => {
      forget(id);
      show(list.filter((item) => item.id !== id));
      pump();
    },
    clear: () => {
      show(list.filter(({ stage, problem }) => stage !== 'sent' && !(stage === 'refused' && !problem?.again)));
    },
    pump: () => {
      for (const item of list) if (item.stage === 'paused' && isOnline()) change(item.id, { stage: 'waiting' });
      pump();
    },
    stop: () => {
      stopped = true;
      for (const { abort } of held.values()) abort?.abort();
    },
  };
};
