import type { PageText } from '@docuvault/core/pages.ts';
import type { Understanding } from '@docuvault/core/understanding.ts';
import { categoryOf } from './categories.ts';
import { classify } from './classify.ts';
import { readPages } from './reading.ts';

/** What is known about a document besides its pages. `today` is YYYY-MM-DD; `homeCountry` is ISO 3166-1 alpha-2. */
export type UnderstandHints = { fileName: string; title?: string; today: string; homeCountry?: string };

/** What the rules make of a document: type, category, fields, title, summary and the date to be reminded of. Pure, synchronous, linear in the text. */
export function understand(pages: PageText[], hints: UnderstandHints): Understanding {
  const reading = readPages(pages, hints.today, hints.homeCountry);
  const { documentType, confidence } = classify(reading, hints);
  return {
    language: reading.language, title: hints.title ?? hints.fileName, category: categoryOf(documentType, reading), documentType, typeConfidence: confidence,
    summary: '', fields: [], expiresOn: null,
  };
}
