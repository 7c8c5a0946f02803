import type { ChatMessage, Conversation } from '@docuvault/contract/chat.ts';
import { malformed, notFound } from '@docuvault/core/errors.ts';
import type { UserContext } from '../context.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import * as repository from './conversations.repository.ts';
import type { ConversationRow, MessageRow } from './conversations.repository.ts';

type Page = { limit?: number | undefined; cursor?: string | undefined };
type Listed<T> = { items: T[]; nextCursor: string | null };

const defaultLimit = 50;
const moment = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?[+-]\d{2}(:\d{2})?$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const badCursor = () => malformed('request.invalid_cursor', 'The cursor is not one that this list gave.');

const conversationOf = (row: ConversationRow): Conversation => ({
  conversationId: row.clientKey, title: row.title, createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString(),
});
const withheldSentence = { en: 'This answer rested on a document that you can no longer see.', hi: 'यह उत्तर एक ऐसे दस्तावेज़ पर आधारित था जिसे आप अब नहीं देख सकते।' };

const messageOf = (locale: string) => ({ id, role, content, citations, grounded, provider, model, withheld, createdAt }: MessageRow): ChatMessage => ({
  id, role, content: withheld ? withheldSentence[locale.toLowerCase().startsWith('hi') ? 'hi' : 'en'] : content, citations, grounded, provider, model, withheld, createdAt: createdAt.toISOString(),
});

/** A key as it came in a path; what no conversation can be called is not found. */
const pathKey = (key: string): string => {
  if (key.length === 0 || key.length > 200 || key.includes('\0') || !key.isWellFormed()) throw notFound('conversation');
  return key;
};

/** The caller's conversations, the latest first. */
export const listConversations = async (ctx: UserContext, page: Page): Promise<Listed<Conversation>> => {
  const limit = page.limit ?? defaultLimit;
  let after: { sort: string; id: string } | null = null;
  if (page.cursor !== undefined) {
    const [sort, id] = decodeCursor(page.cursor, 2);
    if (typeof sort !== 'string' || typeof id !== 'string' || !moment.test(sort) || !uuid.test(id)) throw badCursor();
    after = { sort, id };
  }
  const rows = await ctx.deps.db.asUser(ctx.actor, (tx) => repository.listConversations(tx, ctx.actor.userId, limit + 1, after));
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items: rows.slice(0, limit).map(conversationOf), nextCursor: last ? encodeCursor([last.sort, last.id]) : null };
};

/** One conversation with its messages, oldest first; 404 `conversation.not_found` when the caller has none of that name. */
export const readConversation = (ctx: UserContext, key: string, page: Page): Promise<Conversation & Listed<ChatMessage>> => {
  const limit = page.limit ?? defaultLimit;
  const after = page.cursor === undefined ? 0 : decodeCursor(page.cursor, 1)[0];
  if (typeof after !== 'number' || !Number.isInteger(after) || after < 0 || after > 2_000_000_000) throw badCursor();
  return ctx.deps.db.asUser(ctx.actor, async (tx) => {
    const found = await repository.findConversation(tx, ctx.actor.userId, pathKey(key));
    if (!found) throw notFound('conversation');
    const rows = await repository.listMessages(tx, found.id, limit + 1, after);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    const message = messageOf(await repository.localeOf(tx, ctx.actor.userId));
    return { ...conversationOf(found), items: rows.slice(0, limit).map(message), nextCursor: last ? encodeCursor([last.position]) : null };
  });
};

/** Removes a conversation and its messages for good. */
export const deleteConversation = async (ctx: UserContext, key: string): Promise<void> => {
  const removed = await ctx.deps.db.asUser(ctx.actor, (tx) => repository.deleteConversation(tx, ctx.actor.userId, pathKey(key)));
  if (!removed) throw notFound('conversation');
};
