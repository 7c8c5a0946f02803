import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ToolFailureCode } from '@docuvault/core/document-tools.ts';
import { ToolFailure } from '@docuvault/core/document-tools.ts';
import type { PageText } from '@docuvault/core/pages.ts';
import { WALL_LIMITS, type Answer, type ProcessSettings, type Request } from './protocol.ts';

export type ProcessOptions = {
  /** The built script of the child, `document-process.js`. */
  entry: URL | string;
  settings: ProcessSettings;
  /** Above this much resident memory the process is killed. */
  memoryLimitMb: number;
};

export type Done = Extract<Answer, { say: 'done' }>;
export type Call = { timeoutMs: number; onPage?: (page: PageText) => void };
/** A request without its number, one variant at a time. */
export type Ask = Request extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never;

/** The process ended during a call: killed by us for a reason, or crashed. Unlike a ToolFailure that the child sends, it leaves no process behind. */
export class ProcessEnded extends Error {
  readonly failure: ToolFailure;
  constructor(failure: ToolFailure) {
    super(failure.message);
    this.name = 'ProcessEnded';
    this.failure = failure;
  }
}

/** One child process. `call` never hangs: it ends by an answer, by the child's end, or by its time limit, which kills the child. */
export type ToolProcess = {
  call(ask: Ask, how: Call): Promise<Done>;
  /** Sends without waiting for an answer of its own (`piece`); the number is that of the call under way. */
  send(ask: Ask): Promise<void>;
  kill(failure: ToolFailure): void;
  readonly alive: boolean;
  readonly pid: number | undefined;
  /** Resident memory in MB that the child last told. */
  readonly rssMb: number;
};

type Pending = { id: number; resolve(done: Done): void; reject(error: Error): void; how: Call; timer: NodeJS.Timeout | undefined };

const WATCH_MS = 40;
const TIMEOUT = 'Reading took too long and was stopped.';

/** Starts a child. It does not keep the parent alive while nothing is asked of it, and dies with it. */
export function startProcess(options: ProcessOptions): ToolProcess {
  const entry = options.entry instanceof URL || options.entry.startsWith('file:') ? fileURLToPath(options.entry) : options.entry;
  const child = fork(entry, [JSON.stringify(options.settings)], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // Old space holds only our own objects; pixels, files and WASM memory lie outside and are watched from here.
    // One thread compiles WASM beside it: each would keep what it used. What networks give out is collected when it is used up.
    execArgv: ['--max-old-space-size=320', '--max-semi-space-size=2', '--v8-pool-size=1', '--expose-gc'],
    // No secret of the server's environment is of use to a process that opens strangers' files. glibc raises by itself what it takes
    // from the system for one block alone, up to 32 MiB, and pictures then leave holes in its heap: from 1 MiB on blocks go back at once,
    // and come in large pages where the system has them, which halves the work of zeroing them (glibc 2.35).
    env: {
      PATH: process.env['PATH'] ?? '', TMPDIR: process.env['TMPDIR'] ?? '', LANG: 'C.UTF-8', VIPS_CONCURRENCY: '1', OMP_THREAD_LIMIT: '1',
      GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1', MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: String(2 ** 20), MALLOC_TRIM_THRESHOLD_: String(4 * 2 ** 20),
    },
  });
  let pending: Pending | null = null;
  let alive = true;
  let rssMb = 0;
  let nextId = 1;
  let killedFor: ToolFailure | null = null;
  let lastWords = '';
  let watch: NodeJS.Timeout | undefined;

  const settle = (): Pending | null => {
    const done = pending;
    pending = null;
    clearTimeout(done?.timer);
    clearInterval(watch);
    child.unref();
    child.channel?.unref();
    return done;
  };
  const kill = (failure: ToolFailure): void => {
    if (!alive) return;
    killedFor ??= failure;
    child.kill('SIGKILL');
  };
  const ended = (signal: NodeJS.Signals | null): void => {
    alive = false;
    settle()?.reject(new ProcessEnded(killedFor ?? crashFailure(signal, lastWords)));
  };
  /** The limit is of processor time where that can be told: an honest page on a busy machine is not given up. */
  const startTimer = (call: Pending): void => {
    const used = processorMs(child.pid);
    const begun = performance.now();
    const look = (afterMs: number): void => {
      clearTimeout(call.timer);
      call.timer = setTimeout(() => {
        const now = processorMs(child.pid);
        const left = used === null || now === null ? 0 : call.how.timeoutMs - (now - used);
        if (left <= 0 || performance.now() - begun >= call.how.timeoutMs * WALL_LIMITS) kill(new ToolFailure('timeout', TIMEOUT));
        else look(Math.max(100, left));
      }, afterMs);
    };
    look(call.how.timeoutMs);
  };

  child.stderr?.setEncoding('utf8').on('data', (text: string) => { lastWords = (lastWords + text).slice(-2_000); });
  (child.stderr as unknown as { unref?(): void } | null)?.unref?.();
  child.on('error', () => { ended(null); });
  child.on('exit', (_code, signal) => { ended(signal); });
  child.on('message', (message) => {
    const answer = message as Answer;
    if (answer.id !== pending?.id) return;
    if (answer.say === 'page' || answer.say === 'tick') {
      startTimer(pending);
      if (answer.say === 'page') pending.how.onPage?.(answer.page);
      return;
    }
    if (answer.say === 'done') rssMb = answer.rssMb;
    const call = settle()!;
    if (answer.say === 'done') call.resolve(answer);
    else call.reject(new ToolFailure(answer.code, answer.message, answer.retryable));
  });
  child.unref();
  child.channel?.unref();

  const transmit = (request: Request): Promise<void> => new Promise((resolve) => {
    if (!child.connected) { resolve(); return; }
    // A failed send means that the child is going; its exit settles the call.
    child.send(request, () => { resolve(); });
  });
  return {
    call(ask, how) {
      if (!alive) return Promise.reject(new ProcessEnded(killedFor ?? crashFailure(null, lastWords)));
      if (pending) return Promise.reject(new Error('a session takes one call at a time'));
      return new Promise<Done>((resolve, reject) => {
        const call: Pending = { id: nextId++, resolve, reject, how, timer: undefined };
        pending = call;
        child.ref();
        child.channel?.ref();
        startTimer(call);
        watch = watchMemory(child, options.memoryLimitMb, kill);
        void transmit({ ...ask, id: call.id } as Request);
      });
    },
    send: (ask) => transmit({ ...ask, id: pending?.id ?? 0 } as Request),
    kill,
    get alive() { return alive && child.connected && !killedFor; },
    get pid() { return child.pid; },
    get rssMb() { return rssMb; },
  };
}

/** Processor time that a process has had, in milliseconds (Linux: /proc, proc(5) "stat", in ticks of 10 ms); null where it cannot be told. */
function processorMs(pid: number | undefined): number | null {
  if (process.platform !== 'linux' || pid === undefined) return null;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}

/** Looks at the child's resident memory while it works (Linux: /proc, proc(5) "statm", in pages of 4 KiB; elsewhere only V8's own limit holds). */
function watchMemory(child: ChildProcess, limitMb: number, kill: (failure: ToolFailure) => void): NodeJS.Timeout | undefined {
  if (process.platform !== 'linux' || child.pid === undefined) return undefined;
  const path = `/proc/${child.pid}/statm`;
  return setInterval(() => {
    try {
      if (Number(readFileSync(path, 'latin1').split(' ')[1]) / 256 > limitMb) {
        kill(new ToolFailure('out_of_memory', 'This document needs more memory than a document may take.'));
      }
    } catch { /* It has just ended; `exit` tells. */ }
  }, WATCH_MS).unref();
}

/** What a child's unasked-for end means. SIGKILL comes from the system when memory is short; the same file may fit later. */
function crashFailure(signal: NodeJS.Signals | null, lastWords: string): ToolFailure {
  const memory = /out of memory|OOM|enlarge memory|allocation failed/i.test(lastWords);
  const code: ToolFailureCode = signal === 'SIGKILL' || memory ? 'out_of_memory' : 'unreadable';
  return code === 'unreadable'
    ? new ToolFailure(code, 'This file could not be read: it is damaged in a way that stopped the reader.')
    : new ToolFailure(code, 'There was not enough memory to read this document.', signal === 'SIGKILL');
}
