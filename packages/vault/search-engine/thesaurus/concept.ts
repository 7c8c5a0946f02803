import type { DocumentType } from '@docuvault/core/vocabulary.ts';

/**
 * Something people ask for, and what it is called on paper. `say`: wordings, parted by bars, that mean it (a wording is
 * met when all its words are in the query); `hint`: words that only point there; `types`: the types of paper it is on, 0 to 1;
 * `words`: words that such a paper carries.
 */
export type Concept = { types: Partial<Record<DocumentType, number>>; say?: string; hint?: string; words?: string };
