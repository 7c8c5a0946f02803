import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import type { Reading } from './reading.ts';

/** Germanic headings are made into one word, and its end says what the paper is. */
const compounds: readonly [RegExp, DocumentType][] = [
  [/\p{L}{3,}(?:vertrag|vereinbarung|overeenkomst|contract|avtal)$/iu, 'contract'],
  [/\p{L}{3,}(?<!ab|\bver|jahres|berech)(?:rechnung|factuur|faktura)$/iu, 'invoice'],
  [/\p{L}{3,}(?:quittung|kassenbon|kwitantie)$/iu, 'receipt'],
  [/\p{L}{3,}(?:versicherungsschein|police|polis|polisblad)$/iu, 'insurance_policy'],
  [/\p{L}{3,}(?:befund|arztbrief)$/iu, 'medical_report'],
  [/\p{L}{3,}(?:vollmacht|volmacht)$/iu, 'power_of_attorney'],
];
const headLines = 8;

/** Points for headings of one compound word ("Betreuungsvertrag") near the top of the first page. */
export function compoundHeadings(reading: Reading): Map<DocumentType, number> {
  const points = new Map<DocumentType, number>();
  for (const line of reading.lines.slice(0, headLines)) {
    for (const cell of line.cells) {
      const words = cell.text.split(/\s+/);
      const [first = ''] = words;
      if (words.length > 4 || !/^\p{Lu}/u.test(first)) continue;
      for (const [pattern, type] of compounds) if (pattern.test(first.replace(/[^\p{L}]+$/u, ''))) points.set(type, 6.5);
    }
  }
  return points;
}
