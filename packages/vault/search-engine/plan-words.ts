import type { Scan } from './search.repository.ts';

/** A word of the query as it is looked up: any of `forms`, of which the first is the word itself. `faint` words tell little. */
export type Term = { forms: readonly { stem: string; weight: number }[]; documents: number; faint?: boolean };

const common = 400;
const faintness = 0.4;

/** A lexeme as tsquery text. */
export const lexeme = (stem: string): string => `'${stem.replaceAll('\\', '').replaceAll("'", "''")}'`;

const anyOf = (stems: readonly string[]) => (stems.length === 1 ? lexeme(stems[0]!) : `(${stems.map(lexeme).join('|')})`);

/** How much a word tells: 0 in every document, more the rarer it is (BM25's weight). */
export const rarity = (documents: number, inDocuments: number): number => {
  const n = Math.max(documents, inDocuments);
  return Math.log(1 + (n - inDocuments + 0.5) / (inDocuments + 0.5));
};

export type WordPlan = { scans: Scan[]; norm: number; weights: Map<string, number> };

/**
 * The scans for the words of a query. Rare words are looked up by themselves. A word in more than 400 documents is only
 * looked up together with a rarer one, or with all of them, so that no scan is wide; found in titles and fields it is
 * worth more. `norm` is what a text with every word is worth; each of `missing` adds a word that no document has, as a
 * share of the rarest word's worth.
 */
export const planWords = (terms: readonly Term[], documents: number, missing: readonly number[] = []): WordPlan => {
  const scans: Scan[] = [];
  const weights = new Map<string, number>();
  let norm = 0;
  const groups = terms.map((term) => ({
    term, any: anyOf(term.forms.map((form) => form.stem)), worth: Math.max(0.15, rarity(documents, term.documents)) * (term.faint ? faintness : 1),
  }));
  const rare = groups.filter(({ term }) => term.documents <= common);
  for (const { term, worth } of groups) {
    norm += worth;
    for (const form of term.forms) weights.set(form.stem, Math.max(weights.get(form.stem) ?? 0, worth * form.weight));
    const together = term.documents <= common || rare.length === 0 ? '' : `&(${rare.map((group) => group.any).join('|')})`;
    const weight = worth * Math.min(1, Math.max(...term.forms.filter((form) => term.forms.length === 1 || form.weight < 1).map((form) => form.weight)));
    const stems = term.forms.map((form) => form.stem);
    scans.push({ query: anyOf(stems) + together, weight, kind: 'b' });
    scans.push({ query: anyOf(stems.map((one) => `^${one}`)) + together, weight: weight * 0.7, kind: 'x' });
    scans.push({ query: anyOf(stems.map((one) => `=${one}`)) + together, weight: weight * 0.35, kind: 'x' });
  }
  if (groups.length > 1) scans.push({ query: groups.map((group) => group.any).join('&'), weight: norm, kind: 'b' });
  const most = rarity(documents, 0);
  for (const share of missing) norm += share * most;
  return { scans, norm: norm || 1, weights };
};
