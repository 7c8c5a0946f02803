import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { ChatAnswer } from '@docuvault/contract/chat.ts';
import { AppError } from '@docuvault/core/errors.ts';
import type { Logger } from '@docuvault/core/logger.ts';
import type { Env } from '../http/env.ts';
import type { Listener } from './model/answer-by-model.ts';

/** Pieces of a text that, put together, are the text: a few words each. */
export const piecesOf = (text: string): string[] => text.match(/\s*\S+(?:\s+\S+){0,3}\s*$|\s*\S+(?:\s+\S+){0,3}/g) ?? [];

/** True when the caller asked for server-sent events. */
export const wantsStream = (c: Context<Env>): boolean => (c.req.header('accept') ?? '').toLowerCase().includes('text/event-stream');

/**
 * Sends an answer as server-sent events: `status` while it is looked for (and whom a model's question goes to), `delta` with the text piece by
 * piece, `citation` each, `done` with the whole answer as the plain call gives it, or `error` with code and message. A model's answer is
 * sent as it comes and held against its lines, any other when it is stored; both are stored also where the caller hangs up.
 */
export const streamAnswer = (c: Context<Env>, log: Logger, answering: (listener: Listener) => Promise<ChatAnswer>): Response => {
  const requestId = c.get('requestId');
  c.header('X-Accel-Buffering', 'no');
  return streamSSE(c, async (stream) => {
    const send = (event: string, data: unknown) => (stream.aborted ? Promise.resolve() : stream.writeSSE({ event, data: JSON.stringify(data) }));
    await send('status', { stage: 'searching' });
    try {
      let heard = false;
      const answer = await answering({
        asking: (recipient) => send('status', { stage: 'asking', ...recipient }),
        text: async (text) => {
          if (!heard) await send('status', { stage: 'answering' });
          heard = true;
          await send('delta', { text });
        },
        citation: (citation) => send('citation', citation),
      });
      if (!heard) {
        await send('status', { stage: 'answering' });
        for (const text of piecesOf(answer.answer)) await send('delta', { text });
        for (const citation of answer.citations) await send('citation', citation);
      }
      await send('done', answer);
    } catch (error) {
      const known = error instanceof AppError ? error : new AppError(500, 'internal', 'Something went wrong on our side. Nothing was lost; try again.');
      if (known.status >= 500) log.error('answer failed in its stream', { requestId, code: known.code, cause: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
      await send('error', { code: known.code, message: known.message, details: known.details, requestId });
    }
  });
};
