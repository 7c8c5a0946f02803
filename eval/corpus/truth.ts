import type { CanonicalField, Category, DocumentType } from '@docuvault/core/vocabulary.ts';

/** How the paper reaches the vault. `rotated` are scans fed in sideways or upside down. */
export type Condition = 'text-pdf' | 'docx' | 'scan200' | 'scan150' | 'scan300' | 'photo' | 'rotated';

/**
 * What a field of the paper may honestly be read as. A list holds every accepted form;
 * dates are ISO, amounts plain decimals, currencies ISO 4217.
 */
export type FieldTruth = string | readonly string[];

export type Fields = Partial<Record<CanonicalField, FieldTruth>>;

/** The truth of one document, as `eval/.corpus/<id>.json` holds it beside the file. */
export type DocumentTruth = {
  readonly id: string;
  readonly fileName: string;
  readonly type: DocumentType;
  /** Types that a careful person would accept as well; empty for nearly every paper. */
  readonly alsoTypes: readonly DocumentType[];
  /** Accepted categories; the first is the one the author would choose. */
  readonly categories: readonly Category[];
  /** Fields that are on the paper and must be found. */
  readonly fields: Fields;
  /** Fields that one may read off the paper but need not: right is neutral, wrong counts against precision. */
  readonly also: Fields;
  readonly person: string | null;
  readonly pages: number;
  readonly condition: Condition;
  /** Whether Devanagari is printed on it, alone or beside Latin script. */
  readonly hindi: boolean;
  /** ISO 639-1 code of the paper's main language. */
  readonly language: string;
  readonly heldOut: boolean;
  /** What is printed, per page; in two reading orders (painted order and row by row). */
  readonly text: readonly { readonly painted: string; readonly rows: string }[];
};

/** What an author of a document says about it; the generator adds what it measures. */
export type Authored = {
  readonly id: string;
  readonly type: DocumentType;
  /** Types that are as honest: a salary certificate may be filed with the payslips. */
  readonly alsoTypes?: readonly DocumentType[];
  readonly category: Category | readonly Category[];
  readonly fields: Fields;
  readonly also?: Fields;
  readonly person?: string;
  /** Its main language, where that is not English. */
  readonly language?: 'de' | 'fr' | 'es' | 'nl' | 'hi' | 'pt';
  readonly heldOut?: boolean;
  /** The name the user's file has; the extension is added. Real uploads have names like IMG_2041. */
  readonly file: string;
};
