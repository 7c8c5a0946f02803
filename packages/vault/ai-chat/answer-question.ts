import { uuidv7 } from 'uuidv7';
import type { ChatAnswer, ChatQuestion } from '@docuvault/contract/chat.ts';
import type { Tx } from '@docuvault/db/types.ts';
import type { UserContext } from '../context.ts';
import type { Passage } from '../search-engine/search-passages.ts';
import { answerFromCounts } from './answer/answer-from-counts.ts';
import { said } from './answer/phrases.ts';
import { joinReplies, sourcesOf, ungrounded, type Reply } from './answer/reply.ts';
import { checkDocuments } from './check-documents.ts';
import { composeAnswer, refuse } from './compose-answer.ts';
import { appendExchange, findState } from './conversations.repository.ts';
import type { ReadDocument } from './evidence/document-terms.ts';
import { learnedWith } from './evidence/choice.ts';
import type { Encode } from './evidence/relatedness.ts';
import { readPeople } from './evidence/candidates.repository.ts';
import type { Wanted } from './evidence/rank-documents.ts';
import { findWhom } from './find-whom.ts';
import { findPassages, gatherEvidence } from './gather-evidence.ts';
import { answerByModel, type Listener } from './model/answer-by-model.ts';
import { impliedAmount } from './question/asked-field.ts';
import { filterOf } from './question/filters.ts';
import { readMemory, resolveFollowUp, slotsOf, writeMemory, type Memory, type Resolved } from './question/memory.ts';
import { parseQuestion, type Question } from './question/parse-question.ts';
import { isHindi } from './question/hindi.ts';
import { toldRelation } from './question/people.ts';
import { splitAsks } from './question/split-asks.ts';
import { stillReading } from './still-reading.ts';

/** What is said where no document passes. */
const none = (question: Question): Reply => {
  const sentence = said[question.intent.kind as 'expiring'] as (typeof said)['expiring'] | undefined;
  return sentence ? ungrounded(sentence[question.language]) : refuse(question, []);
};

/** A sum or a list that no document passed, as a question that one document may answer; null where there is none in it. */
const asSingle = (question: Question): Question | null => {
  const { kind } = question.intent;
  if (kind === 'sum' && question.terms.some((term) => !term.light)) return { ...question, intent: { ...question.intent, kind: 'ask' }, asked: question.asked.length > 0 ? question.asked : [impliedAmount()] };
  if ((kind === 'due' || kind === 'expiring') && (question.nouns.length > 0 || question.terms.some((term) => !term.light))) return { ...question, intent: { ...question.intent, kind: 'ask' } };
  if (kind === 'list' && (question.asked.length > 0 || question.terms.some((term) => !term.light))) return { ...question, intent: { ...question.intent, kind: 'ask' } };
  return null;
};

const wordsOnly = (texts: readonly string[]): string => [...new Set(texts)].join(' ').replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim().slice(0, 1000);

/** What search is asked first: the words that tell what is meant; all of them where none does. Never its operators. */
const searchText = (question: Question): string => {
  const told = question.terms.filter((term) => !term.light || term.proper).map((term) => term.text);
  const named = question.nouns.flatMap((noun) => noun.words);
  return wordsOnly(told.length + named.length > 0 ? [...told, ...named, ...(isHindi(question.message) ? [question.message] : [])] : [question.folded]);
};

/** What it is asked next, where that led to nothing: other words for the same, and the question as it stands. */
const widerText = (question: Question): string =>
  wordsOnly([...question.terms.filter((term) => !term.light).flatMap((term) => term.alike.slice(0, 6)).slice(0, 24), ...question.message.split(/\s+/).slice(0, 60)]);

/** Asks for the name of a relative of whom the papers do not tell who it is. */
const whoIs = (question: Question): Reply =>
  ungrounded(question.language === 'hi' ? 'मुझे नहीं पता कि आपका आशय किससे है; कृपया नाम बताएं।' : `I do not know who your ${question.relation ?? 'relative'} is: please tell me the name, and I will look.`);

type People = Awaited<ReturnType<typeof readPeople>>;
type Found = { reply: Reply; memory: Memory };

const talk = (question: Question): Reply | null => {
  const { kind } = question.intent;
  if (kind === 'order') return refuse(question, []);
  return kind === 'greeting' || kind === 'thanks' || kind === 'help' ? ungrounded(said[kind][question.language]) : null;
};

type Asked = { userId: string; resolved: Resolved; memory: Memory; people: People; within: readonly string[] | null; today: string; /** Every document that was read for the answer, by its id. */ evidence: Map<string, ReadDocument> };
/** What the database alone answers, or the question as it is to be answered from the documents' text. */
type Prepared = { found: Found } | { question: Question; names: readonly string[]; self: string | null; note: string; relative: Wanted['relative']; remember: (reply: Reply) => Found };

const prepare = async (tx: Tx, { userId, resolved, memory, people, within, today }: Asked): Promise<Prepared> => {
  const { focus, without } = resolved;
  let { question } = resolved;
  const whom = await findWhom(tx, userId, question, people, memory);
  const relations = question.relation && whom.learned ? { ...memory.relations, [question.relation]: whom.learned } : memory.relations;
  const remember = (reply: Reply): Found => ({ reply, memory: { documents: reply.documents.length > 0 ? reply.documents : memory.documents, relations, last: slotsOf({ ...question, nouns: question.nouns.length === 0 && focus.length > 0 ? memory.last?.nouns ?? [] : question.nouns, names: whom.names.length > 0 ? whom.names : question.names }) } });
  if (whom.unknown && question.relation) {
    if (question.intent.kind !== 'ask') return { found: remember(whoIs(question)) };
    return { question, names: [], self: whom.self, note: '', relative: { relation: question.relation, others: whom.others }, remember };
  }
  if (question.intent.kind !== 'ask') {
    const names = whom.names.length > 0 ? whom.names : question.self && whom.self !== null && people.known.length > 1 && question.intent.kind === 'exists' ? [whom.self] : [];
    const reply = await answerFromCounts({ tx, question, today, filter: (wide) => filterOf(question, names, within, without, wide) });
    const another = reply === null ? asSingle(question) : null;
    if (!another) return { found: remember(reply ?? none(question)) };
    question = another;
  }
  if (whom.names.length > 0 && [question.nouns, question.hints, question.asked, question.terms].every((part) => part.length === 0)) {
    const listed = await answerFromCounts({ tx, question: { ...question, intent: { ...question.intent, kind: 'list' } }, today, filter: (wide) => filterOf(question, whom.names, within, without, wide) });
    if (listed) return { found: remember(listed) };
  }
  return { question, names: whom.names, self: whom.self, note: whom.note, relative: null, remember };
};

/** The encoder for texts, asked outside of any transaction; null where it is away, or another than the choice of lines was learned with. */
const encodeBy = (ctx: UserContext): Encode => async (texts) => {
  if (ctx.deps.embedder.model !== learnedWith) return null;
  try {
    return await ctx.deps.embedder.embed([...texts], 'passage');
  } catch (error) {
    ctx.deps.log.warn('chat goes on without meaning', { cause: error instanceof Error ? error.name : String(error) });
    return null;
  }
};

/** Makes an answer out of what was gathered. */
export type Compose = typeof composeAnswer;

const answer = async (ctx: UserContext, asked: Asked, passages: readonly Passage[], widely: boolean, composeFrom: Compose): Promise<Found> => {
  const { userId, memory, within, today, resolved: { focus, without } } = asked;
  const { db } = ctx.deps;
  const prepared = await db.asUser(ctx.actor, (tx) => prepare(tx, asked));
  if ('found' in prepared) return prepared.found;
  const { question, names, self, note, relative, remember } = prepared;
  const encode = encodeBy(ctx);
  const read = async (among: readonly string[] | null) => {
    const documents = await db.asUser(ctx.actor, (tx) => gatherEvidence(tx, userId, question, passages, { names, without, recent: memory.documents, within: among, widely }));
    for (const document of documents) asked.evidence.set(document.id, document);
    return documents;
  };
  const compose = async (among: readonly string[] | null) => composeFrom(question, await read(among), { names, self, recent: focus, relative }, today, note, encode);
  const narrowed = focus.filter((id) => within === null || within.includes(id));
  if (narrowed.length > 0) {
    const reply = await compose(narrowed);
    if (reply.grounded || question.terms.every((term) => term.light) || (question.pronoun && question.nouns.length === 0 && question.terms.every((term) => !term.proper))) return remember(reply);
  }
  const reply = await compose(within);
  return remember(relative && !reply.grounded ? whoIs(question) : reply);
};

type Speaker = Omit<Asked, 'resolved' | 'memory'> & { language: string | undefined; composeFrom: Compose };

const understood = (message: string, { people, today, language }: Speaker): Question =>
  parseQuestion(message, [...new Set([...people.known, ...people.labels, ...(people.self ? [people.self] : [])])], today, language);

/** Answers one question of a conversation that stands where `memory` says. `small`: nothing was looked for. */
const answerOne = async (ctx: UserContext, message: string, memory: Memory, speaker: Speaker): Promise<Found & { small: boolean }> => {
  const { within, composeFrom } = speaker;
  const question = understood(message, speaker);
  const told = toldRelation(message);
  const small = told ? ungrounded(said.noted[question.language]) : talk(question);
  if (small) return { reply: small, memory: told ? { ...memory, relations: { ...memory.relations, [told.relation]: told.name } } : memory, small: true };
  const resolved = resolveFollowUp(question, memory);
  const { kind } = resolved.question.intent;
  const passages = ['ask', 'sum', 'list', 'due', 'expiring'].includes(kind) ? await findPassages(ctx, searchText(resolved.question), within) : [];
  const compose = (some: readonly Passage[], widely: boolean) => answer(ctx, { ...speaker, resolved, memory }, some, widely, composeFrom);
  const found = await compose(passages, false);
  const open = !found.reply.grounded || found.reply.unsure;
  if (!open || kind !== 'ask' || resolved.question.terms.length === 0) return { ...found, small: false };
  const more = await findPassages(ctx, widerText(resolved.question), within);
  return { ...(await compose([...passages, ...more], true)), small: false };
};

/** Answers both questions where a message asks two, the second on what the first was about; the message as one where not both are answered. */
const answerAll = async (ctx: UserContext, message: string, memory: Memory, speaker: Speaker): Promise<Found & { small: boolean }> => {
  const [one, other] = splitAsks(message);
  if (one !== undefined && other !== undefined) {
    const first = await answerOne(ctx, one, memory, speaker);
    const second = first.reply.grounded ? await answerOne(ctx, other, first.memory, speaker) : first;
    if (second.reply.grounded) return { ...second, reply: joinReplies(first.reply, second.reply) };
  }
  return answerOne(ctx, message, memory, speaker);
};

/**
 * Answers a question from the asker's own documents and stores both in the conversation, which is made on first use.
 * Never without citations when `grounded`; what the documents do not hold is said so. 404 `document.not_found` for
 * `documentIds` that are not the asker's. `composeFrom` is another way of answering from the same evidence. Where a model may be asked, its
 * answer takes the place of the local one if it holds against the same documents; `listener` hears it as it comes.
 */
export const answerQuestion = async (ctx: UserContext, input: ChatQuestion, composeFrom: Compose = composeAnswer, listener?: Listener): Promise<ChatAnswer> => {
  const { actor, deps } = ctx;
  const { userId } = actor;
  await checkDocuments(ctx, input.documentIds);
  const within = input.documentIds && input.documentIds.length > 0 ? input.documentIds : null;
  const today = deps.clock.now().toISOString().slice(0, 10);
  const [state, people] = await deps.db.asUser(actor, async (tx) => [await findState(tx, userId, input.conversationId), await readPeople(tx, userId)] as const);
  const before = readMemory(state);
  const evidence = new Map<string, ReadDocument>();
  const speaker: Speaker = { userId, people, within, today, evidence, language: input.language ?? undefined, composeFrom };
  const found = await answerAll(ctx, input.message, before, speaker);
  const question = understood(input.message, speaker);
  const modelled = await answerByModel(ctx, { question: resolveFollowUp(question, before).question, conversationId: input.conversationId, evidence: [...evidence.values()], local: found.reply, today }, listener);
  const { reply, provider, model } = modelled ?? { reply: found.reply, provider: 'local', model: null };
  const memory = modelled ? { ...found.memory, documents: reply.documents } : found.memory;
  const messageId = uuidv7();
  const text = await deps.db.asUser(actor, async (tx) => {
    const whole = reply.grounded || found.small ? reply.text : reply.text + (await stillReading(tx, within, question.language));
    await appendExchange(tx, {
      userId, clientKey: input.conversationId, question: input.message, state: writeMemory(memory),
      answer: { messageId, text: whole, citations: reply.citations, sources: sourcesOf(reply), grounded: reply.grounded, provider, model },
    });
    return whole;
  });
  return { conversationId: input.conversationId, messageId, answer: text, citations: reply.citations, grounded: reply.grounded, provider, model };
};
