import { Unanswered } from '@docuvault/core/outside-service.ts';
import type { UserContext } from '../context.ts';
import { putBackCalls, recordSending, settleSending, takeCalls, type AiPurpose, type NotSent, type Told } from './ai-requests.repository.ts';
import { recipientOf } from './recipients.ts';

/** One that may be asked, in the order of asking. `ask` rejects with `Unanswered` where the next one is to be asked. */
export type Candidate<T> = { provider: string; host: string; model: string | null; bytes: number; paused: () => unknown; ask: () => Promise<T> };
export type Use<T> = { purpose: AiPurpose; documentIds: readonly string[]; told: Told; candidates: readonly Candidate<T>[] };
/** Why there is no answer: the person did not agree, the month's budget is used up, nobody is there to be asked, or nobody answered. */
export type NoAnswer = NotSent | 'nobody' | 'unanswered';
export type Answered<T> = { value: T; provider: string; model: string | null };

/** The first day of the month (UTC) that a budget is counted in. */
export const monthOf = (now: Date): string => `${now.toISOString().slice(0, 7)}-01`;
/** How long the present budget lasts, in seconds. */
export const secondsToNextMonth = (now: Date): number => Math.ceil((Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1) - now.getTime()) / 1000);

/**
 * The one way by which texts leave for a model. Asks one candidate after the other until one answers: only where the person agreed to
 * this server's recipients, within the month's budget, and each call written down before it goes. A call that nobody answered is put back.
 */
export const sendOut = async <T>(ctx: UserContext, { purpose, documentIds, told, candidates }: Use<T>): Promise<Answered<T> | NoAnswer> => {
  const { actor: { userId }, deps } = ctx;
  const recipient = recipientOf(deps);
  if (recipient === null || candidates.length === 0) return 'nobody';
  const month = monthOf(deps.clock.now());
  let begun = false;
  for (const { provider, host, model, bytes, paused, ask } of candidates) {
    if (paused() !== null) continue;
    const first = !begun;
    const sent = await deps.db.asService('what is sent to a model', async (tx) => {
      // Asked again before the next one, for it may have been taken back meanwhile.
      const taken = await takeCalls(tx, userId, recipient, month, first ? 1 : 0);
      return taken === 'taken' ? { id: await recordSending(tx, { told, userId, purpose, provider, host, model, documentIds, bytes }, deps.clock.now()) } : taken;
    });
    if (typeof sent === 'string') {
      if (begun) break;
      return sent;
    }
    begun = true;
    const settle = (outcome: 'answered' | 'unanswered') => deps.db.asService('what became of it', (tx) => settleSending(tx, sent.id, outcome));
    try {
      const value = await ask();
      await settle('answered');
      return { value, provider, model };
    } catch (error) {
      await settle('unanswered');
      if (!(error instanceof Unanswered)) {
        await putBack();
        throw error;
      }
      deps.log.warn('a model did not answer', { provider, reason: error.reason, purpose });
    }
  }
  if (begun) await putBack();
  return 'unanswered';

  async function putBack(): Promise<void> {
    await deps.db.asService('a call that nobody answered', (tx) => putBackCalls(tx, userId, month, 1));
  }
};
