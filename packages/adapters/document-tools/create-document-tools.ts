import { ToolFailure, type DocumentTools } from '@docuvault/core/document-tools.ts';
import { openSession } from './document-session.ts';
import { createProcessPool } from './process-pool.ts';

export type DocumentToolsOptions = {
  /** The built child script (`dist/document-process.js`). */
  entry: URL | string;
  /** Documents open at once, one process each; more wait their turn. Default 1. */
  maxProcesses?: number;
  /** How many of them may recognise pictures, each in 300 MB more; documents wait for their turn at it. Default 1. */
  maxRecognisers?: number;
  /** How long an unused process is kept, Infinity for ever. Default 60,000. */
  idleMs?: number;
  /** Longest processor time for one page, and for opening; by the wall four times that. Default 30,000. */
  pageTimeoutMs?: number;
  /** Longest working time for one document over all its calls. Default 20 minutes. */
  documentTimeoutMs?: number;
  /** Resident memory above which a process is killed (`out_of_memory`). Default 900. */
  memoryLimitMb?: number;
  /** Resident memory above which a process is replaced after its document. Default 450: a dense page was seen to add as much. */
  recycleAboveMb?: number;
  /**
   * Tesseract's codes of the languages to recognise, the usual one first; each needs its package `@tesseract.js-data/<code>`.
   * The first is read on every page, the others where a page is written in them or holds their script. Default eng, hin, deu, fra, spa.
   */
  languages?: readonly string[];
};

/**
 * Reads documents in child processes, so that nothing a file holds can hurt the caller.
 * `open` rejects with ToolFailure only. `warm` starts a process ahead of the first document and keeps one ready from then on.
 */
export function createDocumentTools(options: DocumentToolsOptions): DocumentTools & { warm(): Promise<void> } {
  const pageTimeoutMs = options.pageTimeoutMs ?? 30_000;
  const limits = { pageTimeoutMs, documentTimeoutMs: options.documentTimeoutMs ?? 20 * 60_000 };
  const pool = createProcessPool({
    entry: options.entry,
    settings: { languages: [...(options.languages ?? ['eng', 'hin', 'deu', 'fra', 'spa'])], pageTimeoutMs },
    maxProcesses: options.maxProcesses ?? 1,
    maxRecognisers: options.maxRecognisers ?? 1,
    idleMs: options.idleMs ?? 60_000,
    memoryLimitMb: options.memoryLimitMb ?? 900,
    recycleAboveMb: options.recycleAboveMb ?? 450,
  });
  return {
    open(bytes, how) {
      if (bytes.length === 0) return Promise.reject(new ToolFailure('unreadable', 'This file is empty.'));
      return openSession(pool, bytes, how, limits);
    },
    warm: () => pool.warm(),
    close() {
      pool.close();
      return Promise.resolve();
    },
  };
}
