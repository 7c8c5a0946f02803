import { skipToken, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ChatAnswer, ChatMessage, Citation } from '@docuvault/contract/chat.ts';
import { serverEvents } from '../api/server-events.ts';
import { VaultError, type VaultApi } from '../api/vault-api.ts';
import { useApi } from '../app/session.tsx';
import { useLanguage } from '../i18n/language.tsx';
import { messagesQuery } from './conversations.ts';
import { keys } from './keys.ts';

/** A question on its way, and as much of the answer as has come. It lives beside the cached messages, so that it goes on while another screen is shown. */
export type Asking = {
  question: string;
  documentIds: readonly string[];
  stage: 'searching' | 'answering' | 'stopped' | 'failed';
  text: string;
  citations: Citation[];
  error: unknown;
  /** How many messages were stored when it was asked. */
  known: number;
  stop(): void;
};

const askingKey = (id: string) => ['asking', id] as const;

/** The question of this conversation that has no stored answer yet. */
export const useAsking = (id: string): Asking | null => useQuery<Asking | null>({ queryKey: askingKey(id), queryFn: skipToken, gcTime: Infinity }).data ?? null;

/** Whether a question that broke off was answered and stored all the same. */
export const isStored = (asking: Asking, messages: readonly ChatMessage[]): boolean => messages.length > asking.known && messages.at(-2)?.content === asking.question;

type Heard = { stage?: string; text?: string; code?: string; message?: string; details?: Record<string, unknown> };
type Ask = { id: string; question: string; documentIds: readonly string[]; language: string };

const messagesOf = (question: string, { messageId, answer, citations, grounded, provider, model }: ChatAnswer): ChatMessage[] => {
  const createdAt = new Date().toISOString();
  return [
    { id: `question-${messageId}`, role: 'user', content: question, citations: [], grounded: null, provider: null, model: null, withheld: false, createdAt },
    { id: messageId, role: 'assistant', content: answer, citations, grounded, provider, model, withheld: false, createdAt },
  ];
};

const ask = async (api: VaultApi, queries: QueryClient, { id, question, documentIds, language }: Ask): Promise<void> => {
  const leave = new AbortController();
  const key = askingKey(id);
  const change = (part: Partial<Asking>) => { queries.setQueryData<Asking | null>(key, (before) => (before ? { ...before, ...part } : before)); };
  const begun: Asking = { question, documentIds, stage: 'searching', text: '', citations: [], error: null, known: queries.getQueryData<ChatMessage[]>(keys.conversation(id))?.length ?? 0, stop: () => { leave.abort(); } };
  queries.setQueryData<Asking | null>(key, begun);
  let text = '';
  let citations: Citation[] = [];
  try {
    const answer = await api.call('ai-chat', {
      method: 'POST',
      signal: leave.signal,
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ conversationId: id, message: question, language, ...(documentIds.length > 0 ? { documentIds } : {}) }),
    });
    for await (const { event, data } of serverEvents(answer.body!)) {
      const heard = JSON.parse(data) as Heard;
      if (event === 'status' && heard.stage === 'answering') change({ stage: 'answering' });
      if (event === 'delta') change({ stage: 'answering', text: (text += heard.text ?? '') });
      if (event === 'citation') change({ citations: (citations = [...citations, heard as unknown as Citation]) });
      if (event === 'error') throw new VaultError(422, heard.code ?? 'unknown', heard.message ?? '', heard.details);
      if (event === 'done') {
        await queries.cancelQueries({ queryKey: keys.conversation(id) });
        const given = heard as unknown as ChatAnswer;
        queries.setQueryData<ChatMessage[]>(keys.conversation(id), (before = []) => (before.some((one) => one.id === given.messageId) ? before : [...before, ...messagesOf(question, given)]));
        queries.setQueryData<Asking | null>(key, null);
        void queries.invalidateQueries({ queryKey: keys.conversations, exact: true });
        return;
      }
    }
    throw new VaultError(0, 'network.broken', 'The answer broke off.');
  } catch (error) {
    change(leave.signal.aborted ? { stage: 'stopped' } : { stage: 'failed', error });
  }
};

/** Asks, and asks again what failed: an answer that was stored while the connection broke is shown and not asked for twice. */
export const useAsk = (id: string) => {
  const api = useApi();
  const queries = useQueryClient();
  const { language } = useLanguage();
  /** Gives up what is shown as unfinished for what the vault has stored by now; true where that holds the answer. */
  const settle = useCallback(async (before: Asking): Promise<boolean> => {
    const stored = await queries.fetchQuery(messagesQuery(api, id));
    queries.setQueryData<Asking | null>(askingKey(id), null);
    return isStored(before, stored);
  }, [api, queries, id]);
  const begin = useCallback(async (question: string, documentIds: readonly string[]) => {
    const before = queries.getQueryData<Asking | null>(askingKey(id));
    if (before) await settle(before);
    await ask(api, queries, { id, question, documentIds, language });
  }, [api, queries, id, language, settle]);
  const again = useCallback(async () => {
    const before = queries.getQueryData<Asking | null>(askingKey(id));
    if (before && !(await settle(before))) await ask(api, queries, { id, question: before.question, documentIds: before.documentIds, language });
  }, [api, queries, id, language, settle]);
  return { begin, again };
};
