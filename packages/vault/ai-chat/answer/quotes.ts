import type { Citation } from '@docuvault/contract/chat.ts';
import { findAmounts } from '../../understanding/amounts/find-amounts.ts';
import { findDates } from '../../understanding/dates/find-dates.ts';
import type { Field, PageRow } from '../evidence/candidates.repository.ts';
import { nameParts } from '../question/people.ts';
import { wordsOf } from '../question/words.ts';

const longest = 600;
const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]/gu, '');

/** True when the line prints the value: as it is, as a date in any form, or as an amount in any grouping. */
export const prints = (line: string, value: string): boolean => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return findDates(line, 'dmy').some((hit) => hit.iso === value) || findDates(line, 'mdy').some((hit) => hit.iso === value);
  if (/^-?\d+(?:\.\d{1,2})?$/.test(value) && value.length < 14) {
    const wanted = Number(value);
    if (findAmounts(line).some((hit) => hit.value === wanted) || findAmounts(line, { decimal: ',' }).some((hit) => hit.value === wanted)) return true;
  }
  const short = bare(value);
  if (short.length === 0) return false;
  if (bare(line).includes(short)) return true;
  const parts = nameParts(value);
  return parts.length >= 2 && parts.every((part) => line.toLowerCase().includes(part));
};

/** The line of the document's text that holds the value, best with the given words beside it; else the line that its label is on, else its page's first line. */
export const quoteOfField = (pages: readonly PageRow[], field: Field, labels: readonly string[]): { page: number; quote: string } | null => {
  let best: { page: number; quote: string; score: number } | null = null;
  for (const page of pages) {
    let index = 0;
    for (const line of page.text.split('\n')) {
      const quote = line.trim();
      index += 1;
      if (!quote || quote.length > 2000) continue;
      const part = !prints(quote, field.value);
      if (part && !(/name$/i.test(field.name) && !quote.includes('<<') && nameParts(field.value).some((word) => wordsOf(quote).some((other) => other.key === word)))) continue;
      const stems = wordsOf(quote).map((word) => word.stem);
      const score = (part ? 0.4 : 1) + (page.page === field.page ? 1 : 0) + labels.filter((label) => stems.includes(label)).length * 0.6 - (/\bsub-?\s?total\b/i.test(quote) ? 0.8 : 0) - (quote.includes('<<') ? 1.5 : 0) - index * 0.001;
      if (!best || score > best.score) best = { page: page.page, quote, score };
    }
  }
  if (best) return { page: best.page, quote: best.quote.slice(0, longest) };
  const likely = pages.flatMap((page) => page.text.split('\n').map((line) => ({ page: page.page, quote: line.trim(), stems: new Set(wordsOf(line).map((word) => word.stem)) })))
    .map((line) => ({ ...line, score: labels.filter((label) => line.stems.has(label)).length + (line.page === field.page ? 0.5 : 0) + (/\d/.test(line.quote) ? 0.6 : 0) }))
    .filter((line) => line.quote.length > 3 && line.score >= 1.5).sort((a, b) => b.score - a.score)[0];
  if (likely) return { page: likely.page, quote: clip(likely.quote) };
  const page = pages.find((one) => one.page === field.page) ?? pages[0];
  return page ? { page: page.page, quote: firstLine(page.text) } : null;
};

/** The first telling line of a page. */
export const firstLine = (text: string): string => {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => /\p{L}{2}/u.test(line));
  return (lines.find((line) => line.length >= 6) ?? lines[0] ?? text.trim()).slice(0, longest);
};

/** A citation of a document as a whole. */
export const citeDocument = (document: { id: string; title: string }, pages: readonly PageRow[]): Citation => {
  const page = pages.filter((one) => one.documentId === document.id && /\S/.test(one.text)).sort((a, b) => a.page - b.page)[0];
  return { documentId: document.id, title: document.title, page: page?.page ?? null, quote: page ? firstLine(page.text) : '' };
};

/** Cuts a quote to a bearable length at a word, still verbatim. */
export const clip = (text: string): string => (text.length <= longest ? text : text.slice(0, text.lastIndexOf(' ', longest)));
