import type { Chunk } from '@docuvault/core/understanding.ts';
import type { Tx } from '@docuvault/db/types.ts';
import { documentVector } from './document-vector.ts';
import { putPassages, putWords, readDocument, readPassages, removeRows } from './index.repository.ts';
import { typeWords } from './type-words.ts';

/** A document as the index takes it. `chunks` are numbered from 0; pages count from 1. */
export type IndexedDocument = {
  documentId: string;
  userId: string;
  title: string;
  documentType: string;
  category: string;
  person: string | null;
  tags: readonly string[];
  fields: readonly { name: string; value: string | number }[];
  expiresOn?: string | null;
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

const peopleOf = (document: Omit<IndexedDocument, 'chunks'>): string[] =>
  [document.person, ...document.fields.filter((field) => /holderName|Name$/.test(field.name)).map((field) => String(field.value))].filter((name): name is string => !!name);

const vectorOf = (document: Omit<IndexedDocument, 'chunks'>, passages: readonly string[]) =>
  documentVector({
    ownerId: document.userId,
    title: document.title,
    details: [typeWords(document.documentType), document.category, ...document.tags, document.person ?? '', ...document.fields.map((field) => String(field.value).slice(0, 300))],
    attributes: [
      ['type', document.documentType],
      ...document.tags.map((tag) => ['tag', tag] as const),
      ...peopleOf(document).flatMap((name) => [['person', name] as const, ...name.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean).map((part) => ['person', part] as const)]),
      ...document.fields.map((field) => ['has', field.name] as const),
      ...(document.tags.length > 0 ? [['has', 'tag'] as const] : []),
      ...(document.person ? [['has', 'person'] as const] : []),
      ...(document.expiresOn ? [['has', 'expiry'] as const] : []),
    ],
    passages,
  });

/**
 * Puts a document's text in the index, in place of what it had: once `tx` commits it is found by its words. Passages
 * whose text is unchanged keep their vectors; the others wait for `pendingEmbeddings`. The same call twice changes nothing.
 * With no chunks the document is found by title and details. As the owner or as the service; anybody else is refused (42501).
 */
export const indexText = async (tx: Tx, document: IndexedDocument): Promise<void> => {
  const chunks = [...document.chunks].sort((a, b) => a.ordinal - b.ordinal);
  const vector = await vectorOf(document, chunks.map((chunk) => chunk.text));
  await putWords(tx, document.documentId, document.userId, document.tags, dateOf(document.fields), vector);
  await putPassages(tx, document.documentId, document.userId, chunks.map((chunk) => chunk.page), chunks.map((chunk) => chunk.text));
};

/** Puts title, type, tags, person and fields in the index anew, after they changed. Does nothing where the document is not there or not indexed by the caller. */
export const reindexMetadata = async (tx: Tx, documentId: string): Promise<void> => {
  const row = await readDocument(tx, documentId);
  if (!row) return;
  const document = {
    documentId, userId: row.user_id, title: row.title, documentType: row.document_type, category: row.category, person: row.person,
    tags: row.tags, fields: row.fields, expiresOn: row.expires_on,
  };
  const vector = await vectorOf(document, await readPassages(tx, documentId));
  await putWords(tx, documentId, row.user_id, row.tags, dateOf(row.fields), vector);
};

/** Takes a document out of the index, as the service. Deleting the document does it by itself; the trash only hides it. */
export const removeFromIndex = (tx: Tx, documentId: string): Promise<void> => removeRows(tx, documentId);
