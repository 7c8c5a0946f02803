import { chatAnswer, chatListQuery, chatQuestion, conversationList, conversationWithMessages } from '@docuvault/contract/chat.ts';
import type { Deps } from '../context.ts';
import { onceByKey } from '../http/idempotency.ts';
import { createRoom, type Room } from '../http/room.ts';
import { answerQuestion } from './answer-question.ts';
import { checkDocuments } from './check-documents.ts';
import { deleteConversation, listConversations, readConversation } from './conversations.ts';
import { streamAnswer, wantsStream } from './stream-answer.ts';

/** Questions to one's own documents, answered with document, page and quote, and the conversations they belong to. */
export const aiChatRoom = (deps: Deps): Room => {
  const { room, route } = createRoom('ai-chat');
  route(
    { method: 'post', path: '/', access: 'user', summary: 'Ask the vault; server-sent events with Accept: text/event-stream', body: chatQuestion, response: chatAnswer, bodyLimitBytes: 64 * 1024 },
    async ({ c, actor, body }) => {
      const ctx = { actor, deps };
      if (!wantsStream(c)) return onceByKey(deps, { c, actor, functionName: room.name, body }, async () => ({ status: 200, body: await answerQuestion(ctx, body) }));
      await checkDocuments(ctx, body.documentIds);
      return streamAnswer(c, deps.log, (listener) => answerQuestion(ctx, body, undefined, listener));
    },
  );
  route({ method: 'get', path: '/conversations', access: 'user', summary: 'Your conversations, the latest first', query: chatListQuery, response: conversationList },
    ({ actor, query }) => listConversations({ actor, deps }, query));
  route({ method: 'get', path: '/conversations/{id}', access: 'user', summary: 'One conversation and its messages', query: chatListQuery, textParams: ['id'], response: conversationWithMessages },
    ({ actor, params, query }) => readConversation({ actor, deps }, params.id!, query));
  route({ method: 'delete', path: '/conversations/{id}', access: 'user', summary: 'Remove a conversation', textParams: ['id'] },
    ({ c, actor, params }) => onceByKey(deps, { c, actor, functionName: room.name }, async () => ({ status: 204, body: await deleteConversation({ actor, deps }, params.id!) })));
  return room;
};
