import type { Chunk } from '@docuvault/core/understanding.ts';
import type { Tx } from '@docuvault/db/types.ts';
import { documentVector, readPassages, type PassageWords } from './document-vector.ts';
import { countSomeWords, cutPassages, isIndexed, planWordCounts, putSomePassages, putStagedWords, putWords, putWordsAndPassages, readDocument, readTexts, removeRows, stageWords, staleSince } from './index.repository.ts';
import { typeWords } from './type-words.ts';
import { unprintedWords } from './unprinted-words.ts';

/** A document as the index takes it. `chunks` are numbered from 0; pages count from 1. */
export type IndexedDocument = {
  documentId: string;
  userId: string;
  title: string;
  /** What the file was called when it came. */
  fileName?: string | null;
  documentType: string;
  category: string;
  person: string | null;
  tags: readonly string[];
  fields: readonly { name: string; value: string | number }[];
  expiresOn?: string | null;
  /** Code of its language, as `de`. */
  language?: string | null;
  chunks: readonly Chunk[];
};

const isoDate = /^\d{4}-\d{2}-\d{2}$/;

/** The date a document is filed under: of issue, else of its start; null where it states neither. */
const dateOf = (fields: IndexedDocument['fields']): string | null => {
  for (const name of ['issueDate', 'startDate']) {
    const value = fields.find((field) => field.name === name)?.value;
    if (typeof value === 'string' && isoDate.test(value) && value >= '1000' && !Number.isNaN(Date.parse(value))) return value;
  }
  return null;
};

const peopleOf = (document: Details): string[] =>
  [document.person, ...document.fields.filter((field) => /holderName|Name$/.test(field.name)).map((field) => String(field.value))].filter((name): name is string => !!name);

type Details = Omit<IndexedDocument, 'chunks'>;

const vectorOf = (document: Details, words: PassageWords) =>
  documentVector({
    ownerId: document.userId,
    title: document.title,
    fileName: document.fileName ?? null,
    details: [typeWords(document.documentType), document.category, ...document.tags, document.person ?? '', ...document.fields.map((field) => String(field.value).slice(0, 300)), ...unprintedWords(document)],
    attributes: [
      ['type', document.documentType],
      ...document.tags.map((tag) => ['tag', tag] as const),
      ...peopleOf(document).flatMap((name) => [['person', name] as const, ...name.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean).map((part) => ['person', part] as const)]),
      ...document.fields.map((field) => ['has', field.name] as const),
      ...(document.tags.length > 0 ? [['has', 'tag'] as const] : []),
      ...(document.person ? [['has', 'person'] as const] : []),
      ...(document.expiresOn ? [['has', 'expiry'] as const] : []),
    ],
  }, words);

/** The words of a document's passages, read before a transaction is opened, for `indexText` to take. */
export const readChunks = (chunks: readonly Chunk[]): Promise<PassageWords> => readPassages(inOrder(chunks).map((chunk) => chunk.text));

/** Makes the words of a text as `indexText` does, and puts them nowhere. */
export const rehearseIndexing = async (chunks: readonly Chunk[], title: string, details: readonly string[]): Promise<void> => {
  documentVector({ ownerId: '', title, details, attributes: [] }, await readChunks(chunks));
};

const inOrder = (chunks: readonly Chunk[]) => [...chunks].sort((a, b) => a.ordinal - b.ordinal);

/**
 * Puts a document's text in the index, in place of what it had: once `tx` commits it is found by its words. Passages
 * whose text is unchanged keep their vectors; the others wait for `pendingEmbeddings`. The same call twice changes nothing.
 * With no chunks the document is found by title and details. As the owner or as the service; anybody else is refused (42501).
 */
export const indexText = async (tx: Tx, document: IndexedDocument, read?: PassageWords): Promise<void> => {
  const chunks = inOrder(document.chunks);
  const vector = vectorOf(document, read ?? (await readChunks(chunks)));
  await putWordsAndPassages(tx, document.documentId, document.userId, document.tags, dateOf(document.fields), vector, chunks.map((chunk) => chunk.page), chunks.map((chunk) => chunk.text));
};

/** Opens a transaction for a piece of work. */
type Step = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** A document of more passages than this is better indexed in steps. */
export const fewPassages = 60;
const wordsAStep = 400;
const passagesAStep = 60;

const detailsNow = async (tx: Tx, documentId: string): Promise<Details | null> => {
  const row = await readDocument(tx, documentId);
  if (!row) return null;
  return {
    documentId, userId: row.user_id, title: row.title, fileName: row.file_name, documentType: row.document_type, category: row.category, person: row.person,
    tags: row.tags, fields: row.fields, expiresOn: row.expires_on, language: row.language,
  };
};

/**
 * As `indexText`, for long documents: in many short transactions, each opened by `step`, so that on an engine with one
 * connection nobody waits for all of it. The passages come first, then the words are kept and counted, then the document is found by all
 * of them at once. Interrupted anywhere it is simply called again. Title and details are read when the words are put.
 */
export const indexInSteps = async (step: Step, documentId: string, given: readonly Chunk[]): Promise<void> => {
  const chunks = inOrder(given);
  const words = await readChunks(chunks);
  const details = await step((tx) => detailsNow(tx, documentId));
  if (!details) return;
  const { userId } = details;
  for (let at = 0; at < chunks.length; at += passagesAStep) {
    const some = chunks.slice(at, at + passagesAStep);
    await step((tx) => putSomePassages(tx, documentId, userId, at, some.map((chunk) => chunk.page), some.map((chunk) => chunk.text)));
  }
  await step((tx) => cutPassages(tx, documentId, userId, chunks.length));
  await putWordsInSteps(step, details, words);
};

/**
 * The words of passages that are stored, counted in steps and then put in the index at once. Where `holds` finds in that last
 * step that others have indexed the document meanwhile, the passages are read again.
 */
const putWordsInSteps = async (step: Step, details: Details, words: PassageWords, holds: (tx: Tx) => Promise<boolean> = () => Promise.resolve(true)): Promise<void> => {
  const { documentId, userId } = details;
  await step((tx) => stageWords(tx, documentId, userId, vectorOf(details, words)));
  for (let left = await step((tx) => planWordCounts(tx, documentId, userId)); left > 0; ) {
    left = await step((tx) => countSomeWords(tx, documentId, userId, wordsAStep));
  }
  await step(async (tx) => {
    if (!(await holds(tx))) {
      await reindexMetadata(tx, documentId);
      return;
    }
    const now = await detailsNow(tx, documentId);
    if (!now) return;
    const unchanged = JSON.stringify(now) === JSON.stringify(details);
    if (unchanged && (await putStagedWords(tx, documentId, userId, now.tags, dateOf(now.fields)))) return;
    await putWords(tx, documentId, userId, now.tags, dateOf(now.fields), vectorOf(now, words));
  });
};

/**
 * Makes the words of a document that an older analysis indexed anew, from the passages that are stored; passages and vectors stay. In short transactions
 * opened by `step`, and put in place only if nobody has indexed it meanwhile. False where there was nothing to do. Interrupted anywhere it is simply called again.
 */
export const indexAnew = async (step: Step, documentId: string): Promise<boolean> => {
  const [since, texts, details] = await step(async (tx) => [await staleSince(tx, documentId, false), await readTexts(tx, documentId), await detailsNow(tx, documentId)] as const);
  if (since === null || !details) return false;
  const words = await readPassages(texts);
  const holds = async (tx: Tx) => (await staleSince(tx, documentId, true)) === since;
  if (texts.length > fewPassages) {
    await putWordsInSteps(step, details, words, holds);
    return true;
  }
  return step(async (tx) => {
    if (!(await holds(tx))) return false;
    const now = await detailsNow(tx, documentId);
    if (now) await putWords(tx, documentId, now.userId, now.tags, dateOf(now.fields), vectorOf(now, words));
    return now !== null;
  });
};

/** Puts title, type, tags, person and fields in the index anew, after they changed. Does nothing where the document is not there or not indexed by the caller. */
export const reindexMetadata = async (tx: Tx, documentId: string): Promise<void> => {
  const details = await detailsNow(tx, documentId);
  if (!details) return;
  const vector = vectorOf(details, await readPassages(await readTexts(tx, documentId)));
  await putWords(tx, documentId, details.userId, details.tags, dateOf(details.fields), vector);
};

/** Makes a document of which nothing could be read found by its title and details; one that is in the index stays as it is. */
export const indexUnread = async (tx: Tx, documentId: string): Promise<void> => {
  if (!(await isIndexed(tx, documentId))) await reindexMetadata(tx, documentId);
};

/** Takes a document out of the index, as the service. Deleting the document does it by itself; the trash only hides it. */
export const removeFromIndex = (tx: Tx, documentId: string): Promise<void> => removeRows(tx, documentId);
