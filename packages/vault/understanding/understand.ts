import type { PageText } from '@docuvault/core/pages.ts';
import type { ExtractedField, Understanding } from '@docuvault/core/understanding.ts';
import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import { categoryOf } from './categories.ts';
import { classify } from './classify.ts';
import { extractFields } from './fields/extract.ts';
import { personOf, type Member } from './names/household.ts';
import { readPages } from './reading.ts';
import { summarise } from './summarise.ts';
import { titleFor } from './title.ts';

/** What is known about a document besides its pages. `today` is YYYY-MM-DD; `homeCountry` is ISO 3166-1 alpha-2; `household` are the people whom the vault knows. */
export type UnderstandHints = { fileName: string; title?: string; today: string; homeCountry?: string; household?: readonly Member[] };

const remindedAtEnd: ReadonlySet<DocumentType> = new Set(['insurance_policy', 'lease', 'warranty', 'loan_agreement', 'contract', 'power_of_attorney']);

/** The date that a reminder should be about: the expiry, else the end of what runs out; null for what does not expire. */
export function expiryOf(type: DocumentType, fields: readonly ExtractedField[]): string | null {
  const get = (name: string) => fields.find((field) => field.name === name)?.value ?? null;
  return get('expiryDate') ?? (remindedAtEnd.has(type) ? get('endDate') : null);
}

/** What the rules make of a document: type, category, fields, person, title, summary and the date to be reminded of. Pure, synchronous, linear in the text; reads the first 30 and the last 3 pages. */
export function understand(pages: PageText[], hints: UnderstandHints): Understanding {
  const reading = readPages(pages, hints.today, hints.homeCountry);
  const { documentType, confidence } = classify(reading, hints);
  const fields = extractFields(reading, documentType);
  return {
    language: reading.language, title: titleFor(documentType, fields, reading, hints), category: categoryOf(documentType, reading), documentType, typeConfidence: confidence,
    summary: summarise(documentType, fields, reading), fields,
    person: personOf(documentType, fields, hints.household ?? [], reading.country ?? reading.homeCountry), expiresOn: expiryOf(documentType, fields),
  };
}
