import { bytesOf } from '@docuvault/core/language-model.ts';
import type { UserContext } from '../../context.ts';
import { mayLeave } from '../../models/may-leave.ts';
import { readCalls } from '../../models/read-calls.ts';
import { recipientOf } from '../../models/recipients.ts';
import { sendOut } from '../../models/send-out.ts';
import type { Reply } from '../answer/reply.ts';
import { listRecent } from '../conversations.repository.ts';
import type { ReadDocument } from '../evidence/document-terms.ts';
import type { Question } from '../question/parse-question.ts';
import { chooseLines } from './choose-lines.ts';
import { readAnswer, type Hearing } from './read-answer.ts';
import { writeRequest } from './write-request.ts';

/** What somebody who waits for the answer hears of it. */
export type Listener = Hearing & { asking(recipient: { provider: string; host: string }): Promise<void> };
export type ModelReply = { reply: Reply; provider: string; model: string };

const silent: Hearing = { text: () => Promise.resolve(), citation: () => Promise.resolve() };

/** The guide's rule of cost: short questions of the free tier go to the cheaper model. */
const sizeFor = (message: string, tier: string) => (message.length < 50 && tier === 'free' ? 'small' as const : 'large' as const);

/**
 * Has a model answer from the evidence that was gathered: from lines of documents whose owners agreed alone, and only what holds against
 * these lines. Null where it may not be asked, or its answer does not hold: then the local answer stands.
 */
export const answerByModel = async (
  ctx: UserContext,
  asked: { question: Question; conversationId: string; evidence: readonly ReadDocument[]; local: Reply; today: string },
  listener?: Listener,
): Promise<ModelReply | null> => {
  const { actor, deps } = ctx;
  const recipient = deps.models.length > 0 ? recipientOf(deps) : null;
  if (recipient === null || asked.evidence.length === 0) return null;
  const [leave, calls, recent] = await deps.db.asUser(actor, async (tx) => {
    const spoken = await listRecent(tx, actor.userId, asked.conversationId, 6);
    return [await mayLeave(tx, [...new Set([...asked.evidence.map(({ id }) => id), ...spoken.flatMap(({ documentIds }) => documentIds)])], recipient), await readCalls(tx, ctx), spoken] as const;
  });
  const lines = chooseLines(asked.question, asked.evidence.filter(({ id }) => leave.has(id)), asked.local.documents);
  if (lines.length === 0) return null;
  // An earlier answer says what its papers say, so it goes where they may go.
  const spoken = recent.filter(({ documentIds }) => documentIds.every((id) => leave.has(id))).map(({ role, content }) => ({ role, text: content }));
  const { message } = asked.question;
  const request = writeRequest(message, lines, spoken, { size: sizeFor(message, calls.tier), today: asked.today, code: crypto.randomUUID().slice(0, 13) });
  const bytes = bytesOf(request);
  const documentIds = [...new Set(lines.map(({ document }) => document.id))];
  const answered = await sendOut(ctx, {
    purpose: 'chat', documentIds, told: 'others',
    candidates: deps.models.map((model) => ({
      provider: model.provider, host: model.host, model: model.modelFor(request.size), bytes, paused: () => model.paused(),
      ask: async () => {
        await listener?.asking({ provider: model.provider, host: model.host });
        return readAnswer(model.stream(request), lines, message, listener ?? silent);
      },
    })),
  });
  if (typeof answered === 'string' || answered.value === null || answered.model === null) return null;
  const { text, citations } = answered.value;
  const shared = documentIds.filter((id) => !leave.get(id)!.own);
  return {
    reply: { text, citations, grounded: true, documents: [...new Set(citations.map(({ documentId }) => documentId))], named: shared },
    provider: answered.provider, model: answered.model,
  };
};
