/** Where the text of a page came from. */
export type TextSource = 'text-layer' | 'ocr' | 'document';

/**
 * The text of one page, 1-based. `confidence` is 0..1 for OCR and null where the text is exact. `words` tells where recognised words
 * stand, as `packWords` of page-words.ts writes it; absent where the file itself tells, or nobody.
 */
export type PageText = {
  page: number;
  text: string;
  source: TextSource;
  confidence: number | null;
  words?: string | null;
};
