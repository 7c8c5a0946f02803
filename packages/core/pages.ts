/** Where the text of a page came from. */
export type TextSource = 'text-layer' | 'ocr' | 'document';

/**
 * The text of one page, 1-based. `confidence` is 0..1 for OCR and null where the text is exact, or nobody tells. `words` tells where recognised words
 * stand, as `packWords` of page-words.ts writes it; absent where the file itself tells, or nobody. `reader` is the service outside the vault that read it; absent where the vault did.
 */
export type PageText = {
  page: number;
  text: string;
  source: TextSource;
  confidence: number | null;
  words?: string | null;
  reader?: string | null;
};
