import type { ReadDocument } from '../evidence/document-terms.ts';
import type { Question } from '../question/parse-question.ts';
import { wordsOf } from '../question/words.ts';

/** A line of a document as it stands there, under the number that a model cites it by. */
export type Line = { number: number; document: ReadDocument; page: number; text: string };

type Row = { document: ReadDocument; page: number; text: string; worth: number };

/** About eight thousand tokens of English. */
const mostChars = 24_000;
const longestLine = 600;

/** The lines of a document's pages, each worth what it says of the question. */
const rowsOf = (document: ReadDocument, place: number, terms: Question['terms']): Row[] => document.pages.flatMap(({ page, text }) => {
  const lines = text.split('\n').map((line) => line.trim().slice(0, longestLine).trimEnd()).filter((line) => line !== '');
  const met = lines.map((line) => {
    const stems = new Set(wordsOf(line).map(({ stem }) => stem));
    return terms.filter((term) => stems.has(term.stem) || term.alike.some((stem) => stems.has(stem))).length;
  });
  // What a line means is told by those around it, and what a paper is by its first ones.
  return lines.map((line, k) => ({
    document, page, text: line,
    worth: met[k]! + 0.6 * Math.max(met[k - 1] ?? 0, met[k + 1] ?? 0) + 0.3 * Math.max(met[k - 2] ?? 0, met[k + 2] ?? 0) + (page === 1 && k < 6 ? 0.4 : 0) - 0.08 * place,
  }));
});

/**
 * The lines that a model is given: all of the documents where they fit, else those that say most of the question with what stands around
 * them. Documents in `first` go before the others.
 */
export const chooseLines = (question: Question, documents: readonly ReadDocument[], first: readonly string[]): Line[] => {
  const ordered = [...documents].sort((a, b) => Number(first.includes(b.id)) - Number(first.includes(a.id)));
  const telling = question.terms.filter((term) => !term.light || term.proper);
  const rows = ordered.flatMap((document, place) => rowsOf(document, place, telling));
  const chosen = new Set<Row>();
  let chars = 0;
  for (const row of [...rows].sort((a, b) => b.worth - a.worth)) {
    if (chars + row.text.length > mostChars) break;
    chars += row.text.length + 8;
    chosen.add(row);
  }
  return rows.filter((row) => chosen.has(row)).map(({ document, page, text }, k) => ({ number: k + 1, document, page, text }));
};
