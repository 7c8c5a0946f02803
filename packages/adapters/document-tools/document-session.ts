import { ToolFailure, type DocumentSession, type OpenedDocument, type OpenOptions } from '@docuvault/core/document-tools.ts';
import type { PageText } from '@docuvault/core/pages.ts';
import { cancelled, type ProcessPool } from './process-pool.ts';
import { PIECE_BYTES } from './protocol.ts';
import { ProcessEnded, type Ask, type Call, type Done, type ToolProcess } from './tool-process.ts';

export type SessionLimits = { pageTimeoutMs: number; documentTimeoutMs: number };

/** A document that broke this many processes is given up. */
const MAX_BREAKS = 3;
const CLOSE_TIMEOUT_MS = 2_000;
/** A4 at 300 dpi: what a service that reads pictures can use. */
const LARGEST_PICTURE = 3_508;

/**
 * Opens a document in a process of the pool and pins it there. When a page breaks the process or takes too long, the document is
 * opened again in a fresh one and reading goes on behind that page; the bytes are kept for it until `close`.
 */
export async function openSession(pool: ProcessPool, bytes: Uint8Array, options: OpenOptions, limits: SessionLimits): Promise<DocumentSession> {
  const { signal } = options;
  let source: Uint8Array | null = bytes;
  let process: ToolProcess | null = null;
  let breaks = 0;
  let busyMs = 0;
  let readAny = false;
  /** Whether the document needs pages recognised, which only some processes may do; and whether this one has done so since it was taken. */
  let recognises = options.mimeType.startsWith('image/') && !options.onlyDrawn;
  let recognised = false;
  /** The page that broke a process by its memory, and whether the next process has to be a fresh one. */
  let retried = 0;
  let fresh = false;

  const abort = (): void => { process?.kill(cancelled()); };
  signal?.addEventListener('abort', abort, { once: true });
  const end = (healthy: boolean): void => {
    if (process) pool.release(process, healthy);
    process = null;
  };
  const attach = async (): Promise<{ at: ToolProcess; opened: OpenedDocument }> => {
    if (signal?.aborted) throw cancelled();
    if (!source) throw new ToolFailure('cancelled', 'The document was closed.', true);
    const at = await pool.acquire({ fresh, recognises }, signal);
    fresh = false;
    recognised = false;
    process = at;
    try {
      const done = await sendDocument(at, source, options, pool.mayRecognise(at), limits.pageTimeoutMs);
      return { at, opened: done.opened! };
    } catch (error) {
      end(!(error instanceof ProcessEnded));
      throw failureOf(error);
    }
  };
  /** Opens the document again where pictures may be recognised. */
  const moveOn = (): Promise<{ at: ToolProcess; opened: OpenedDocument }> => {
    end(true);
    recognises = true;
    return attach();
  };
  const call = async (at: ToolProcess, ask: Ask, onPage?: Call['onPage']): Promise<Done> => {
    if (signal?.aborted) throw cancelled();
    const left = limits.documentTimeoutMs - busyMs;
    if (left <= 0) throw new ToolFailure('timeout', 'Reading this document took too long and was stopped.');
    const started = performance.now();
    const overdue = setTimeout(() => { breaks = MAX_BREAKS; at.kill(new ToolFailure('timeout', 'Reading this document took too long and was stopped.')); }, left);
    try {
      // The child gives up recognition by itself at 0.8 of the limit and keeps the document; killing it is for all else.
      return await at.call(ask, onPage ? { timeoutMs: limits.pageTimeoutMs, onPage } : { timeoutMs: limits.pageTimeoutMs });
    } finally {
      clearTimeout(overdue);
      busyMs += performance.now() - started;
    }
  };
  const lost = (error: unknown): void => {
    if (!(error instanceof ProcessEnded)) throw failureOf(error);
    end(false);
    breaks++;
    const { failure } = error;
    if (failure.code === 'cancelled' || breaks >= MAX_BREAKS || opened.pageCount === 1) throw failure;
  };

  let opened: OpenedDocument;
  try {
    opened = (await attach()).opened;
  } catch (error) {
    signal?.removeEventListener('abort', abort);
    throw error;
  }
  return {
    opened,
    async readPages(from, to) {
      const pages: PageText[] = [];
      const lastPage = Math.min(to, opened.pageCount);
      let next = Math.max(1, from);
      // Turn and turn about: a long document does not keep others from being recognised.
      if (recognised && pool.recognitionAwaited) end(true);
      while (next <= lastPage) {
        const at = process ?? (await attach()).at;
        try {
          const done = await call(at, { ask: 'read', from: next, to: lastPage }, (page) => { pages.push(page); next = page.page + 1; readAny = true; });
          if (done.needsRecognition) {
            await moveOn();
            continue;
          }
          recognised = pool.mayRecognise(at);
          next = lastPage + 1;
        } catch (error) {
          // A process keeps memory of what it read before: a page gets one try in a fresh one before it is blamed.
          if (error instanceof ProcessEnded && error.failure.code === 'out_of_memory' && !error.failure.retryable && retried !== next) {
            retried = next;
            fresh = true;
            end(false);
            continue;
          }
          lost(error);
          const page = next++;
          // A first page that breaks the reader, with nothing read before, may mean that all do; the count of breaks decides.
          pages.push({ page, text: '', source: 'ocr', confidence: 0 });
          if (!readAny && next > opened.pageCount) throw failureOf(error);
        }
      }
      return pages;
    },
    async hasTextLayer(from, to) {
      const at = process ?? (await attach()).at;
      try {
        return (await call(at, { ask: 'hasTextLayer', from: Math.max(1, from), to: Math.min(to, opened.pageCount) })).truth === true;
      } catch (error) {
        lost(error);
        return false;
      }
    },
    async thumbnail(maxEdge) {
      const at = process ?? (await attach()).at;
      try {
        return (await call(at, { ask: 'thumbnail', maxEdge: Math.max(16, Math.min(2_000, Math.round(maxEdge))) })).picture ?? null;
      } catch (error) {
        lost(error);
        return null;
      }
    },
    async picture(page, { maxEdge, mark }) {
      const at = process ?? (await attach()).at;
      try {
        const edge = Math.max(16, Math.min(LARGEST_PICTURE, Math.round(maxEdge)));
        return (await call(at, { ask: 'picture', page, maxEdge: edge, mark: mark.slice(0, 2).map((line) => line.slice(0, 80)) })).picture ?? null;
      } catch (error) {
        lost(error);
        return null;
      }
    },
    async close() {
      source = null;
      signal?.removeEventListener('abort', abort);
      const at = process;
      if (!at) return;
      process = null;
      const healthy = await at.call({ ask: 'close' }, { timeoutMs: CLOSE_TIMEOUT_MS }).then(() => true, () => false);
      pool.release(at, healthy);
    },
  };
}

async function sendDocument(at: ToolProcess, bytes: Uint8Array, options: OpenOptions, recognise: boolean, timeoutMs: number): Promise<Done> {
  const whole = bytes.length <= PIECE_BYTES;
  const opening = at.call({
    ask: 'open', recognise, mimeType: options.mimeType, size: bytes.length, password: options.password ?? null,
    bytes: whole ? bytes : bytes.subarray(0, PIECE_BYTES),
  }, { timeoutMs });
  // Pieces go as fast as the pipe takes them; should the child end, `opening` is rejected and nobody waits for the pieces.
  const pieces = (async () => {
    for (let from = PIECE_BYTES; from < bytes.length && at.alive; from += PIECE_BYTES) await at.send({ ask: 'piece', bytes: bytes.subarray(from, from + PIECE_BYTES) });
  })();
  const [done] = await Promise.all([opening, pieces]);
  return done;
}

function failureOf(error: unknown): unknown {
  return error instanceof ProcessEnded ? error.failure : error;
}
