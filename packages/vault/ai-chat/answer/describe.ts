import type { ReadDocument } from '../evidence/document-terms.ts';
import type { Question } from '../question/parse-question.ts';
import { formatValue } from './format.ts';
import { labelOf } from './phrases.ts';
import { citeDocument, quoteOfField } from './quotes.ts';
import type { Reply } from './reply.ts';

const telling = ['holderName', 'issuer', 'documentNumber', 'issueDate', 'startDate', 'endDate', 'expiryDate', 'dueDate', 'totalAmount', 'sumInsured', 'depositAmount'];

/** What a document is, by its fields: for "show me the lease" and "tell me about my passport". */
export const describe = (document: ReadDocument, question: Question): Reply => {
  const currency = document.fields.find((field) => field.name === 'currency')?.value ?? null;
  const fields = telling.flatMap((name) => document.fields.filter((field) => field.name === name)).slice(0, 8);
  const parts = fields.map((field) => `${labelOf(field.name, question.language)} ${formatValue(field.name, field.value, currency, question.language)}`);
  const cited = fields.map((field) => quoteOfField(document.pages, field, [])).find((found) => found !== null);
  return {
    text: parts.length > 0 ? `“${document.title}”: ${parts.join(', ')}${question.language === 'hi' ? '।' : '.'}` : `“${document.title}”`,
    citations: [cited ? { documentId: document.id, title: document.title, ...cited } : citeDocument(document, document.pages)], grounded: true, documents: [document.id],
  };
};
