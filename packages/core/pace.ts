import type { Mailer } from './mailer.ts';
import { SendFailure, type Sent, type TextSender } from './sending.ts';

/** How often a provider may be asked: `count` times in `perMs`, at most `burst` of them at once. */
export type Rate = { count: number; perMs: number; burst: number };

/**
 * The turns of the providers, one order for all processes. `turn` takes the next one and answers how long to wait for it,
 * in ms; when that would be longer than `longestMs` none is taken. `pause` gives no turn before `ms` are over.
 */
export type Pace = {
  turn(provider: string, rate: Rate, longestMs: number): Promise<{ waitMs: number; taken: boolean }>;
  pause(provider: string, rate: Rate, ms: number): Promise<void>;
};

/** So long a sender stands and waits; what is further off is put back. */
const longestWaitMs = 5_000;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

/** Sends in its turn, and when the provider says later, makes everybody wait so long. Rejects with `SendFailure`, untried, when the turn is far off. */
const inTurn = async (provider: string, pace: Pace, rate: Rate, send: () => Promise<Sent>, wait: (ms: number) => Promise<void>): Promise<Sent> => {
  const { waitMs, taken } = await pace.turn(provider, rate, longestWaitMs);
  if (!taken) throw new SendFailure(`${provider}: not its turn yet`, { retryAfterMs: waitMs, tried: false });
  if (waitMs > 0) await wait(waitMs);
  try {
    return await send();
  } catch (error) {
    if (error instanceof SendFailure && !error.permanent && error.retryAfterMs !== null) await pace.pause(provider, rate, error.retryAfterMs);
    throw error;
  }
};

/** The same mailer, asked no more often than its rate. */
export const pacedMailer = (mailer: Mailer, pace: Pace, rate: Rate, wait = sleep): Mailer => ({
  provider: mailer.provider,
  send: (message) => inTurn(mailer.provider, pace, rate, () => mailer.send(message), wait),
});

/** The same sender of texts, asked no more often than its rate. */
export const pacedTexts = (sender: TextSender, pace: Pace, rate: Rate, wait = sleep): TextSender => ({
  provider: sender.provider,
  send: (message) => inTurn(sender.provider, pace, rate, () => sender.send(message), wait),
});
