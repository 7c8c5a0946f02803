import { createTrustedWorker } from '../../app/trusted-worker.ts';
import type { ScanAnswer, ScanAsk, ScanJobs } from './scan-worker.ts';
import workerUrl from './scan-worker.ts?worker&url';

/** Where pictures are worked on, away from the screen's own thread. */
export type ScanDesk = {
  ask<K extends keyof ScanJobs>(kind: K, what: ScanJobs[K]['ask'], transfer?: Transferable[]): Promise<ScanJobs[K]['answer']>;
  close(): void;
};

export const openScanDesk = (): ScanDesk => {
  const worker = createTrustedWorker(workerUrl);
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let last = 0;
  worker.onmessage = ({ data }: MessageEvent<ScanAnswer>) => {
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if ('failed' in data) one?.reject(new Error(data.failed));
    else one?.resolve(data.value);
  };
  worker.onerror = (event) => {
    for (const one of waiting.values()) one.reject(new Error(event.message));
    waiting.clear();
  };
  return {
    ask: <K extends keyof ScanJobs>(kind: K, what: ScanJobs[K]['ask'], transfer: Transferable[] = []) =>
      new Promise<ScanJobs[K]['answer']>((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve: resolve as (value: unknown) => void, reject });
        worker.postMessage({ id: last, kind, ...what } as ScanAsk, transfer);
      }),
    close: () => { worker.terminate(); },
  };
};
