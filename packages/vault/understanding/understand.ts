import type { PageText } from '@docuvault/core/pages.ts';
import type { Understanding } from '@docuvault/core/understanding.ts';
import { detectLanguage } from './language.ts';

/** What is known about a document besides its pages. `today` is YYYY-MM-DD; `homeCountry` is ISO 3166-1 alpha-2. */
export type UnderstandHints = { fileName: string; title?: string; today: string; homeCountry?: string };

/** What the rules make of a document: type, category, fields, title, summary and the date to be reminded of. Pure, synchronous, linear in the text. */
export function understand(pages: PageText[], hints: UnderstandHints): Understanding {
  const text = pages.slice(0, 5).map((page) => page.text).join('\n');
  return {
    language: detectLanguage(text), title: hints.title ?? hints.fileName, category: 'other', documentType: 'other', typeConfidence: 0,
    summary: '', fields: [], expiresOn: null,
  };
}
