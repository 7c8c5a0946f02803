import type { DocumentType } from '@docuvault/core/vocabulary.ts';

/**
 * The words that speak for a type, separated by semicolons. `titles` are what issuers print above the document; `strong`,
 * `medium` and `weak` are words of the body; `against` speaks for something else.
 */
export type Evidence = { type: Exclude<DocumentType, 'other'>; titles: string; strong: string; medium: string; weak?: string; against?: string };
