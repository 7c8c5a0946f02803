/**
 * Why a service outside gave no answer: nobody answered, or not sensibly (`unreachable`); too many asked (`busy`); the key, the account
 * or the model is refused (`refused`); this request is refused (`request`); the answer ended before its end (`cut_off`).
 */
export type UnansweredReason = 'unreachable' | 'busy' | 'refused' | 'request' | 'cut_off';

/** A call that came to no answer. `again`: another try may fare better, after `retryAfterMs` where the service says so. */
export class Unanswered extends Error {
  readonly reason: UnansweredReason;
  readonly again: boolean;
  readonly retryAfterMs: number | null;
  constructor(reason: UnansweredReason, { again = false, retryAfterMs = null }: { again?: boolean; retryAfterMs?: number | null } = {}) {
    super(`a service outside gave no answer: ${reason}`);
    this.name = 'Unanswered';
    this.reason = reason;
    this.again = again;
    this.retryAfterMs = retryAfterMs;
  }
}

/** How long a Retry-After asks to wait, in ms: seconds or an HTTP date (RFC 9110, 10.2.3); null where it says nothing. */
export const retryAfterOf = (header: string | null | undefined, now: number): number | null => {
  if (!header?.trim()) return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
};

/** What an HTTP status means of a call: 429 and 5xx pass (529 is Anthropic's "overloaded"), 401, 403 and 404 are the operator's to mend. */
export const unansweredBy = (status: number, retryAfterMs: number | null): Unanswered => {
  if (status === 429) return new Unanswered('busy', { again: true, retryAfterMs });
  if (status === 401 || status === 402 || status === 403 || status === 404) return new Unanswered('refused');
  if (status >= 500 || status === 408 || status === 409) return new Unanswered('unreachable', { again: true, retryAfterMs });
  return new Unanswered('request');
};

export type Patience = {
  /** Why the service is left alone just now; null where it may be asked. */
  paused(): UnansweredReason | null;
  /** Runs a call, again where that may help, and rejects with the last `Unanswered`. Rejects at once while the service is left alone, or when `signal` is aborted. */
  attempt<T>(call: () => Promise<T>, signal?: AbortSignal): Promise<T>;
};

export type PatienceOptions = { now?: (() => number) | undefined; wait?: ((ms: number) => Promise<void>) | undefined; tries?: number | undefined };

const firstWaitMs = 500;
/** A service that asks for a longer wait is left alone so long, and the next one is asked. */
const longestWaitMs = 5_000;
/** After it failed for good a service is left alone so long: a dead one is not to cost every call its time-out. */
const pauseMs: Partial<Record<UnansweredReason, number>> = { unreachable: 60_000, busy: 60_000, refused: 300_000 };
const longestPauseMs = 900_000;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

/** Tries what passes three times in all, by doubling waits or the Retry-After given; after that the service is left alone for a while. */
export const createPatience = ({ now = Date.now, wait = sleep, tries = 3 }: PatienceOptions = {}): Patience => {
  let pause: { reason: UnansweredReason; until: number } | null = null;
  const paused = () => {
    if (pause && now() >= pause.until) pause = null;
    return pause?.reason ?? null;
  };
  const giveUp = (failure: Unanswered): never => {
    const ms = pauseMs[failure.reason];
    if (ms !== undefined) pause = { reason: failure.reason, until: now() + Math.min(longestPauseMs, Math.max(ms, failure.retryAfterMs ?? 0)) };
    throw failure;
  };
  return {
    paused,
    attempt: async (call, signal) => {
      for (let attempt = 1; ; attempt++) {
        signal?.throwIfAborted();
        const reason = paused();
        if (reason) throw new Unanswered(reason);
        try {
          return await call();
        } catch (error) {
          signal?.throwIfAborted();
          if (!(error instanceof Unanswered)) throw error;
          const waitMs = error.retryAfterMs ?? firstWaitMs * 2 ** (attempt - 1) * (0.75 + 0.5 * Math.random());
          if (!error.again || attempt >= tries || waitMs > longestWaitMs) giveUp(error);
          await wait(waitMs);
        }
      }
    },
  };
};
