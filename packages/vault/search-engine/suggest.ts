import sql from 'sql-template-tag';
import { documentTypes } from '@docuvault/core/vocabulary.ts';
import type { UserContext } from '../context.ts';
import { maskIdentityNumbersInText } from '../understanding/identifiers/mask.ts';
import { wordsOf } from './analyse-text.ts';
import { attributeLexeme } from './document-vector.ts';
import { foldText } from './fold-text.ts';
import { lexeme } from './plan-words.ts';
import { createStemmer } from './stem-word.ts';

export type Suggestion = { text: string; kind: 'title' | 'person' | 'tag' | 'type'; documentId: string | null };

const longest = 100;
const mostPeople = 3;

/**
 * At most `limit` completions of what is being typed, of the caller's own: people, tags, kinds of paper (as `type:…`), and
 * titles with words that begin so, newest first, with identity numbers masked. Trashed documents give none.
 */
export const suggest = async (ctx: UserContext, typed: string, limit: number): Promise<Suggestion[]> => {
  const folded = foldText(typed.slice(0, longest).replaceAll('\0', ' ').toWellFormed()).trim();
  const words = wordsOf(folded, createStemmer(), true).slice(0, 8);
  const last = words.at(-1);
  if (!last) return [];
  const begun = (mark: string, raw: string, stem: string) => (raw === stem ? `${lexeme(mark + raw)}:*` : `(${lexeme(mark + raw)}:*|${lexeme(mark + stem)}:*)`);
  const titles = [...words.slice(0, -1).filter((word) => word.raw.length > 3).map((word) => lexeme(`^${word.stem}`)), begun('^', last.raw, last.stem)].join('&');
  const people = `${lexeme(attributeLexeme('person', folded))}:*`;
  const rows = await ctx.deps.db.asUser(ctx.actor, (tx) =>
    tx.query<{ kind: 'title' | 'person' | 'tag'; text: string; document_id: string | null }>(sql`
      select s.kind, s.text, s.document_id from private.suggest(${titles}, ${people}, ${folded}, ${limit}::integer) s`), { from: 'replica', apart: true });
  const asType = folded.replace(/^type:\s*/, '').replace(/\s+/g, '_');
  const types = documentTypes
    .filter((type) => type !== 'other' && (type.startsWith(asType) || type.includes(`_${asType}`)))
    .map((type) => ({ text: `type:${type}`, kind: 'type' as const, documentId: null }));
  const named = rows.filter((row) => row.kind === 'person' && foldText(row.text).includes(folded)).slice(0, mostPeople);
  const found = [...named, ...rows.filter((row) => row.kind !== 'person')].map((row) => ({
    text: row.kind === 'title' ? maskIdentityNumbersInText(row.text) : row.text, kind: row.kind, documentId: row.document_id,
  }));
  return [...found.filter((one) => one.kind !== 'title'), ...types.slice(0, 2), ...found.filter((one) => one.kind === 'title')].slice(0, limit);
};
