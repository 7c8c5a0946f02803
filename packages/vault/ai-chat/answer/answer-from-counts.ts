import type { Citation } from '@docuvault/contract/chat.ts';
import type { DocumentType } from '@docuvault/core/vocabulary.ts';
import type { Tx } from '@docuvault/db/types.ts';
import { readPages } from '../evidence/candidates.repository.ts';
import { countMatching, listMatching, sumMatching, type Filter, type Matched } from '../evidence/matching.repository.ts';
import { amountFields } from '../question/filters.ts';
import type { Question } from '../question/parse-question.ts';
import { addDays } from '../../understanding/dates/calendar.ts';
import { formatDay, formatMoney } from './format.ts';
import { countOf } from './phrases.ts';
import { citeDocument, quoteOfField } from './quotes.ts';
import type { Reply } from './reply.ts';

const most = 10;
type Scope = { tx: Tx; question: Question; today: string; filter: (wide: boolean) => Filter };
type Shown = { field: 'totalAmount' | 'dueDate' | 'expiryDate' | null };

const cite = async (tx: Tx, rows: readonly Matched[], { field }: Shown): Promise<Citation[]> => {
  const shown = rows.slice(0, most);
  const pages = await readPages(tx, shown.map((row) => row.id), '', [], 3);
  return shown.map((row) => {
    const own = pages.filter((page) => page.documentId === row.id);
    const value = field === 'totalAmount' ? row.amount : field === 'dueDate' ? row.due : field === 'expiryDate' ? row.expires : null;
    const labels = field === 'totalAmount' ? ['total', 'payabl', 'net', 'amount'] : field === 'dueDate' ? ['due'] : ['expir', 'valid', 'period', 'upto'];
    const found = field !== null && value !== null ? quoteOfField(own, { name: field, value, page: null }, labels) : null;
    return found ? { documentId: row.id, title: row.title, ...found } : citeDocument(row, own);
  });
};

const reply = (text: string, citations: Citation[], rows: readonly Matched[]): Reply => ({ text, citations, grounded: true, documents: rows.slice(0, most).map((row) => row.id) });
const named = (row: Matched): string => `“${row.title}”`;
const joined = (parts: readonly string[], hindi: boolean): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${hindi ? 'और' : 'and'} ${parts.at(-1)!}`;
const more = (total: number, shown: number, hindi: boolean): string => (total > shown ? (hindi ? ` और ${String(total - shown)} अन्य` : ` and ${String(total - shown)} more`) : '');

/** The narrow filter, or the wide one where the narrow finds nothing. */
const pick = async <T>(scope: Scope, ask: (filter: Filter) => Promise<T>, empty: (found: T) => boolean): Promise<{ found: T; filter: Filter }> => {
  const filter = scope.filter(false);
  const found = await ask(filter);
  if (!empty(found)) return { found, filter };
  const wide = scope.filter(true);
  return { found: await ask(wide), filter: wide };
};

const count = async (scope: Scope): Promise<Reply | null> => {
  const { tx, question } = scope;
  const hindi = question.language === 'hi';
  const { found } = await pick(scope, (f) => countMatching(tx, f, most), (made) => made.types.length === 0);
  const total = found.types.reduce((all, row) => all + row.count, 0);
  if (total === 0) return null;
  const { rows } = found;
  const type = found.types.length === 1 && question.nouns.length > 0 ? (found.types[0]!.type as DocumentType) : null;
  const what = countOf(total, type, '', question.language);
  const list = joined(rows.map((row) => named(row) + (type && row.holder && !row.title.includes(row.holder) ? ` (${row.holder})` : '')), hindi) + more(total, rows.length, hindi);
  const exists = question.intent.kind === 'exists';
  const text = hindi ? `${exists ? 'हाँ, ' : ''}${what}: ${list}।` : `${exists ? 'Yes, there ' : 'There '}${total === 1 ? 'is' : 'are'} ${what}: ${list}.`;
  return reply(text, await cite(tx, rows, { field: null }), rows);
};

const sum = async (scope: Scope): Promise<Reply | null> => {
  const { tx, question } = scope;
  const { names } = amountFields(question);
  const hindi = question.language === 'hi';
  const { found } = await pick(scope, (f) => sumMatching(tx, f, names, most), (made) => made.sums.length === 0);
  if (found.sums.length === 0) return null;
  const average = question.intent.kind === 'average';
  const parts = found.sums.map((one) => `${formatMoney(Number(average ? one.average : one.total), one.currency)}${found.sums.length > 1 ? (hindi ? ` (${String(one.documents)})` : ` (${String(one.documents)} ${one.documents === 1 ? 'document' : 'documents'})`) : ''}`);
  const documents = found.sums.reduce((all, one) => all + one.documents, 0);
  const { rows } = found;
  const left = found.without === 0 ? '' : hindi ? ` ${String(found.without)} दस्तावेज़ों में राशि नहीं मिली।` : ` ${String(found.without)} more ${found.without === 1 ? 'states' : 'state'} no amount and ${found.without === 1 ? 'is' : 'are'} not counted.`;
  const of = joined(rows.map((row) => `${named(row)} ${formatMoney(Number(row.amount), row.currency)}`), hindi) + more(documents, rows.length, hindi);
  const text = hindi
    ? `${average ? 'औसत' : 'कुल'} ${joined(parts, true)}, ${String(documents)} दस्तावेज़ों से: ${of}।${left}`
    : `The ${average ? 'average' : 'total'} is ${joined(parts, false)}, from ${String(documents)} ${documents === 1 ? 'document' : 'documents'}: ${of}.${left}`;
  return reply(text, await cite(tx, rows, { field: 'totalAmount' }), rows);
};

const extreme = async (scope: Scope): Promise<Reply | null> => {
  const { tx, question } = scope;
  const { names } = amountFields(question);
  const by = question.intent.kind === 'most' ? 'most' : 'least';
  const { found } = await pick(scope, (f) => listMatching(tx, f, { amounts: names, by, limit: 200 }), (rows) => rows.every((row) => row.amount === null));
  const seen = new Set<string | null>();
  const best = found.filter((row) => row.amount !== null && !seen.has(row.currency) && seen.add(row.currency)).slice(0, 3);
  if (best.length === 0) return null;
  const parts = best.map((row) => `${named(row)}: ${formatMoney(Number(row.amount), row.currency)}${row.dated ? ` (${formatDay(row.dated, question.language)})` : ''}`);
  const lead = question.language === 'hi' ? (by === 'most' ? 'सबसे अधिक' : 'सबसे कम') : `The ${by === 'most' ? 'highest' : 'lowest'} is`;
  return reply(`${lead} ${joined(parts, question.language === 'hi')}.`, await cite(tx, best, { field: 'totalAmount' }), best);
};

const upcoming = async (scope: Scope): Promise<Reply | null> => {
  const { tx, question, today } = scope;
  const { kind, next } = question.intent;
  const hindi = question.language === 'hi';
  const by = kind === 'due' || kind === 'overdue' ? 'due' : 'expires';
  const past = kind === 'overdue' || kind === 'expired';
  const soon = !past && !question.period && /\bsoon\b|\bupcoming\b/.test(question.folded);
  const period = past ? { from: question.period?.from ?? null, to: addDays(today, -1) } : { from: question.period?.from && question.period.from > today ? question.period.from : today, to: question.period?.to ?? (soon ? addDays(today, 90) : null) };
  const ask = (limit: number) => pick(scope, (filter) => listMatching(tx, { ...filter, period }, { by, descending: past, limit }), (rows) => rows.length === 0);
  let { found } = await ask(next ? 1 : 50);
  if (found.length === 0 && soon) ({ found } = await pick(scope, (filter) => listMatching(tx, { ...filter, period: { from: today, to: null } }, { by, limit: 1 }), (rows) => rows.length === 0));
  if (found.length === 0) return null;
  const rows = found.slice(0, most);
  const verb = { expiring: ['expires on', 'को समाप्त होगा'], expired: ['expired on', 'को समाप्त हुआ'], due: ['is due on', 'को देय है'], overdue: ['was due on', 'को देय था'] }[kind as 'due']!;
  const parts = rows.map((row) => {
    const day = formatDay((by === 'due' ? row.due : row.expires)!, question.language);
    const money = by === 'due' && row.amount !== null ? ` (${formatMoney(Number(row.amount), row.currency)})` : '';
    return hindi ? `${named(row)} ${day} ${verb[1]!}${money}` : `${named(row)} ${verb[0]!} ${day}${money}`;
  });
  const note = kind === 'overdue' ? (hindi ? ' भुगतान हुआ या नहीं, यह दस्तावेज़ों से पता नहीं चलता।' : ' By their due dates; whether they were paid the papers do not say.') : '';
  return reply(`${joined(parts, hindi)}${more(found.length, rows.length, hindi)}${hindi ? '।' : '.'}${note}`, await cite(tx, rows, { field: by === 'due' ? 'dueDate' : 'expiryDate' }), rows);
};

const list = async (scope: Scope): Promise<Reply | null> => {
  const { tx, question } = scope;
  const hindi = question.language === 'hi';
  const { found } = await pick(scope, (filter) => listMatching(tx, filter, { by: 'dated', descending: question.order !== 'earliest', limit: question.intent.next ? 1 : 100 }), (rows) => rows.length === 0);
  if (found.length === 0) return null;
  const rows = found.slice(0, most);
  const parts = rows.map((row) => {
    const money = row.amount !== null && ['invoice', 'receipt', 'utility_bill', 'payslip'].includes(row.type) ? `, ${formatMoney(Number(row.amount), row.currency)}` : '';
    return `${named(row)}${row.dated && /^\d{4}-/.test(row.dated) ? ` (${formatDay(row.dated, question.language)}${money})` : money}`;
  });
  return reply(`${parts.join('; ')}${more(found.length, rows.length, hindi)}${hindi ? '।' : '.'}`, await cite(tx, rows, { field: null }), rows);
};

/** Counts, sums, lists and what comes next, computed by the database; null where nothing passes the filter. */
export const answerFromCounts = (scope: Scope): Promise<Reply | null> => {
  switch (scope.question.intent.kind) {
    case 'count': case 'exists': return count(scope);
    case 'sum': case 'average': return sum(scope);
    case 'most': case 'least': return extreme(scope);
    case 'expiring': case 'expired': case 'due': case 'overdue': return upcoming(scope);
    default: return list(scope);
  }
};
