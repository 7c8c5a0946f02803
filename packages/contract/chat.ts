import * as z from 'zod/mini';
import { id, listOf, listQuery, timestamp } from './common.ts';

/** The client's own name of a conversation. */
export const conversationKey = z.string().check(z.minLength(1), z.maxLength(200));

/** A question. `documentIds` restricts the answer to these documents; an empty list or null restricts nothing. `language` (BCP 47) chooses the language of the fixed sentences: English or Hindi. */
export const chatQuestion = z.object({
  conversationId: conversationKey,
  message: z.string().check(z.maxLength(4000), z.trim(), z.minLength(1)),
  documentIds: z.nullish(z.array(id).check(z.maxLength(500))),
  language: z.nullish(z.string().check(z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Expected a language code such as en or hi-IN'))),
});
export type ChatQuestion = z.infer<typeof chatQuestion>;

/** Where an answer stands: `quote` is verbatim text of that page, plain, never markup; `page` is null where the document has no text. */
export const citation = z.object({ documentId: id, title: z.string(), page: z.nullable(z.int()), quote: z.string() });
export type Citation = z.infer<typeof citation>;

/** An answer. `grounded` is false, and `citations` empty, where the vault does not hold it. `model` is null where no model took part. */
export const chatAnswer = z.object({
  conversationId: z.string(),
  messageId: id,
  answer: z.string(),
  citations: z.array(citation),
  grounded: z.boolean(),
  provider: z.string(),
  model: z.nullable(z.string()),
});
export type ChatAnswer = z.infer<typeof chatAnswer>;

export const conversation = z.object({
  conversationId: z.string(),
  title: z.nullable(z.string()),
  createdAt: timestamp,
  updatedAt: timestamp,
});
export type Conversation = z.infer<typeof conversation>;
export const conversationList = listOf(conversation);
export const chatListQuery = z.object(listQuery);

/**
 * A stored message; `grounded`, `provider` and `model` are null on the person's own. `withheld`: the answer rests on a
 * document that the person may no longer see; `content` says so, and nothing else of it is given.
 */
export const chatMessage = z.object({
  id,
  role: z.enum(['user', 'assistant']),
  content: z.string(),
  citations: z.array(citation),
  grounded: z.nullable(z.boolean()),
  provider: z.nullable(z.string()),
  model: z.nullable(z.string()),
  withheld: z.boolean(),
  createdAt: timestamp,
});
export type ChatMessage = z.infer<typeof chatMessage>;

/** One conversation and its messages, oldest first. */
export const conversationWithMessages = z.extend(conversation, { items: z.array(chatMessage), nextCursor: z.nullable(z.string()) });
