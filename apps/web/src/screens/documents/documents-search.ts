import type { SortKey } from '@docuvault/contract/documents.ts';
import { categories, documentTypes, type Category, type DocumentType } from '@docuvault/core/vocabulary.ts';

export const shapes = ['table', 'small', 'large'] as const;
export type Shape = (typeof shapes)[number];
const statuses = ['queued', 'processing', 'completed', 'failed'] as const;
export const sharings = ['own', 'shared'] as const;
/** Named here and not taken from the contract: a value import would load its schemas into the browser. */
const sortKeys: readonly SortKey[] = ['createdAt', 'updatedAt', 'accessedAt', 'title', 'fileName', 'expiresOn', 'sizeBytes', 'deletedAt'];
export type Sort = SortKey | `-${SortKey}`;

/** What the list of documents shows, as its address says it. */
export type DocumentsSearch = {
  category?: Category;
  documentType?: DocumentType;
  tag?: string;
  folderId?: string;
  person?: string;
  /** Whose documents: one's own, or those that others share. */
  sharing?: (typeof sharings)[number];
  status?: (typeof statuses)[number];
  expiresBefore?: string;
  sort?: Sort;
  shape?: Shape;
};

const oneOf = <T extends string>(list: readonly T[], value: unknown): T | undefined => list.find((one) => one === value);
const text = (value: unknown, longest: number): string | undefined =>
  (typeof value === 'string' || typeof value === 'number') && String(value) !== '' ? String(value).slice(0, longest) : undefined;

const uuidOrNone = /^(none|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;
const date = /^\d{4}-\d\d-\d\d$/;

/** Reads an address (or a saved view); what the list does not know is dropped. */
export const readDocumentsSearch = (search: Record<string, unknown>): DocumentsSearch => {
  const folder = text(search.folderId, 40);
  const expires = text(search.expiresBefore, 10);
  const sort = text(search.sort, 20);
  const read: DocumentsSearch = {
    category: oneOf(categories, search.category),
    documentType: oneOf(documentTypes, search.documentType),
    tag: text(search.tag, 100),
    folderId: folder && uuidOrNone.test(folder) ? folder : undefined,
    person: text(search.person, 200),
    sharing: oneOf(sharings, search.sharing),
    status: oneOf(statuses, search.status),
    expiresBefore: expires && date.test(expires) ? expires : undefined,
    sort: sort && oneOf(sortKeys, sort.replace(/^-/, '')) ? (sort as Sort) : undefined,
    shape: oneOf(shapes, search.shape),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
};

export type Filter = Omit<DocumentsSearch, 'sort' | 'shape'>;

/** The conditions alone: what bulk actions and saved views name. */
export const filterOf = (search: DocumentsSearch): Filter => {
  const filter = { ...search };
  delete filter.sort;
  delete filter.shape;
  return filter;
};
