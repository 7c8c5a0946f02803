import type { Category, DocumentType } from './vocabulary.ts';

/** A value read out of a document. `value` is ISO for dates and a plain decimal string for amounts ("1939.00"); `page` is 1-based, null when unknown. */
export type ExtractedField = {
  name: string;
  value: string;
  confidence: number;
  page: number | null;
  source: 'rule' | 'model' | 'user';
};

/** What the rules made of a document's pages. Nothing in it is a guess without a confidence. */
export type Understanding = {
  language: string | null;
  title: string | null;
  category: Category;
  documentType: DocumentType;
  typeConfidence: number;
  summary: string;
  fields: ExtractedField[];
  /** The member of the household whose document it is; null when it is nobody's or not sure. */
  person: string | null;
  expiresOn: string | null;
};

/** A passage to index: at most about 220 words of one page. `ordinal` counts from 0 in the document. */
export type Chunk = { ordinal: number; page: number; text: string };
