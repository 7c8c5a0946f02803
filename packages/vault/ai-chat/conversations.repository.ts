import sql from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import type { Citation } from '@docuvault/contract/chat.ts';
import type { Tx } from '@docuvault/db/types.ts';

export type ConversationRow = { id: string; clientKey: string; title: string | null; createdAt: Date; updatedAt: Date; sort: string };
export type MessageRow = {
  id: string; position: number; role: 'user' | 'assistant'; content: string; citations: Citation[];
  grounded: boolean | null; provider: string | null; model: string | null; withheld: boolean; createdAt: Date;
};
export type Exchange = {
  userId: string; clientKey: string; question: string; state: unknown;
  answer: { messageId: string; text: string; citations: readonly Citation[]; sources: readonly string[]; grounded: boolean; provider: string; model: string | null };
};

const columns = sql`c.id, c.client_key as "clientKey", c.title, c.created_at as "createdAt", c.updated_at as "updatedAt", c.updated_at::text as sort`;

/** What the conversation remembers, or null before its first message. */
export const findState = async (tx: Tx, userId: string, clientKey: string): Promise<unknown> => {
  const [row] = await tx.query<{ state: unknown }>(
    sql`select c.state from public.conversations c where c.user_id = ${userId} and c.client_key = ${clientKey}`,
  );
  return row?.state ?? null;
};

/** Stores a question and its answer side by side, making the conversation on first use. The row lock orders two that arrive at once. */
export const appendExchange = async (tx: Tx, { userId, clientKey, question, state, answer }: Exchange): Promise<void> => {
  const [row] = await tx.query<{ id: string }>(sql`
    insert into public.conversations as c (id, user_id, client_key, title, state)
    values (${uuidv7()}, ${userId}, ${clientKey}, ${question.slice(0, 120)}, ${JSON.stringify(state)}::jsonb)
    on conflict (user_id, client_key) do update set state = excluded.state, updated_at = now()
    returning c.id`);
  await tx.query(sql`
    insert into public.chat_messages (id, conversation_id, user_id, position, role, content, citations, grounded, provider, ai_model, document_ids)
    select m.id::uuid, ${row!.id}::uuid, ${userId}::uuid, last.position + m.step, m.role, m.content, m.citations::jsonb, m.grounded, m.provider, m.model, case m.role when 'assistant' then ${[...answer.sources]}::uuid[] else '{}' end
    from (select private.last_message_position(${row!.id}) as position) last,
      (values
        (1, ${uuidv7()}::text, 'user', ${question}::text, '[]', null::boolean, null::text, null::text),
        (2, ${answer.messageId}::text, 'assistant', ${answer.text}::text, ${JSON.stringify(answer.citations)}::text, ${answer.grounded}::boolean, ${answer.provider}::text, ${answer.model}::text)
      ) as m (step, id, role, content, citations, grounded, provider, model)`);
};

/** The caller's conversations, the latest first, after the given place. */
export const listConversations = (tx: Tx, userId: string, limit: number, after: { sort: string; id: string } | null): Promise<ConversationRow[]> =>
  tx.query<ConversationRow>(sql`
    select ${columns} from public.conversations c
    where c.user_id = ${userId} ${after ? sql`and (c.updated_at, c.id) < (${after.sort}::timestamptz, ${after.id}::uuid)` : sql``}
    order by c.updated_at desc, c.id desc limit ${limit}`);

export const findConversation = async (tx: Tx, userId: string, clientKey: string): Promise<ConversationRow | null> => {
  const [row] = await tx.query<ConversationRow>(
    sql`select ${columns} from public.conversations c where c.user_id = ${userId} and c.client_key = ${clientKey}`,
  );
  return row ?? null;
};

/** Messages oldest first, after the given position; withheld where they rest on what the person may no longer see. */
export const listMessages = (tx: Tx, conversationId: string, limit: number, after: number): Promise<MessageRow[]> =>
  tx.query<MessageRow>(sql`
    select m.id, m.position, m.role, m.content, m.citations, m.grounded, m.provider, m.ai_model as model, m.withheld, m.created_at as "createdAt"
    from private.conversation_messages(${conversationId}, ${after}, ${limit}) m order by m.position`);

/** The last messages of a conversation that its person still sees, oldest first, with the documents that each rests on. */
export const listRecent = async (tx: Tx, userId: string, clientKey: string, count: number): Promise<{ role: 'user' | 'assistant'; content: string; documentIds: string[] }[]> => {
  const rows = await tx.query<{ role: 'user' | 'assistant'; content: string; documentIds: string[] }>(sql`
    select m.role, m.content, m.document_ids as "documentIds" from public.chat_messages m
    join public.conversations c on c.id = m.conversation_id
    where c.user_id = ${userId} and c.client_key = ${clientKey} order by m.position desc limit ${count}`);
  return rows.reverse();
};

/** The language that the person is spoken to in. */
export const localeOf = async (tx: Tx, userId: string): Promise<string> => {
  const [row] = await tx.query<{ locale: string }>(sql`select u.locale from public.users u where u.id = ${userId}`);
  return row?.locale ?? 'en';
};

/** True when there was one to remove. */
export const deleteConversation = async (tx: Tx, userId: string, clientKey: string): Promise<boolean> => {
  const rows = await tx.query(sql`delete from public.conversations c where c.user_id = ${userId} and c.client_key = ${clientKey} returning c.id`);
  return rows.length > 0;
};
