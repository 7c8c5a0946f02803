import type { ReadDocument } from '../evidence/document-terms.ts';
import type { Question } from '../question/parse-question.ts';
import { formatValue } from './format.ts';
import { labelOf } from './phrases.ts';
import { citeDocument, quoteOfField } from './quotes.ts';
import type { Reply } from './reply.ts';

const listed: ReadonlySet<string> = new Set(['vaccination_record', 'prescription', 'medical_report', 'travel_itinerary']);
const telling = ['degree', 'grade', 'planName', 'productName', 'vehicleModel', 'diagnosis', 'from', 'to', 'holderName', 'issuer', 'documentNumber', 'issueDate', 'startDate', 'endDate', 'expiryDate', 'dueDate', 'totalAmount', 'sumInsured', 'depositAmount'];

/** What a document is, by its fields: for "show me the lease" and "tell me about my passport". */
export const describe = (document: ReadDocument, question: Question): Reply => {
  const currency = document.fields.find((field) => field.name === 'currency')?.value ?? null;
  const fields = telling.flatMap((name) => document.fields.filter((field) => field.name === name)).slice(0, 10);
  const parts = fields.map((field) => `${labelOf(field.name, question.language)} ${formatValue(field.name, field.value, currency, question.language)}`);
  const lines = listed.has(document.type) ? document.segments.filter((segment) => segment.page <= 2 && !segment.opening && /\d/.test(segment.text)).slice(0, 14).map((segment) => segment.text) : [];
  if (lines.length > 0) parts.push(lines.join('; '));
  const order = ['documentNumber', 'totalAmount', 'expiryDate', 'holderName'];
  const cited = [...fields].sort((a, b) => (order.indexOf(a.name) + 9) % 9 - (order.indexOf(b.name) + 9) % 9).map((field) => quoteOfField(document.pages, field, [])).find((found) => found !== null);
  return {
    text: parts.length > 0 ? `“${document.title}”: ${parts.join(', ')}${question.language === 'hi' ? '।' : '.'}` : `“${document.title}”`,
    citations: [cited ? { documentId: document.id, title: document.title, ...cited } : citeDocument(document, document.pages)], grounded: true, documents: [document.id],
  };
};
