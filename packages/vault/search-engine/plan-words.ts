import type { Scan } from './search.repository.ts';

/** A word of the query as it is looked up: any of `forms`, of which the first is the word itself. */
export type Term = { forms: readonly { stem: string; weight: number }[]; documents: number };

const common = 400;

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
 * worth more. `norm` is what a text with every word is worth.
 */
export const planWords = (terms: readonly Term[], documents: number): WordPlan => {
  const scans: Scan[] = [];
  const weights = new Map<string, number>();
  let norm = 0;
  const groups = terms.map((term) => ({ term, any: anyOf(term.forms.map((form) => form.stem)), worth: Math.max(0.15, rarity(documents, term.documents)) }));
  const rare = groups.filter(({ term }) => term.documents <= common);
  for (const { term, worth } of groups) {
    norm += worth;
    for (const form of term.forms) weights.set(form.stem, Math.max(weights.get(form.stem) ?? 0, worth * form.weight));
    const sure = term.forms.filter((form) => form.weight >= 1).map((form) => form.stem);
    const others = term.forms.filter((form) => form.weight < 1);
    const together = term.documents <= common || rare.length === 0 ? '' : `&(${rare.map((group) => group.any).join('|')})`;
    if (sure.length > 0) scans.push({ query: anyOf(sure) + together, weight: worth, kind: 'b' });
    const least = Math.max(...others.map((form) => form.weight), 0);
    if (others.length > 0) {
      const instead = anyOf(others.map((form) => form.stem)) + (sure.length > 0 ? `&!${anyOf(sure)}` : '') + together;
      scans.push({ query: instead, weight: worth * least, kind: 'b' });
    }
    scans.push({ query: anyOf(term.forms.map((form) => `^${form.stem}`)), weight: worth * 0.7, kind: 'x' });
    scans.push({ query: anyOf(term.forms.map((form) => `=${form.stem}`)), weight: worth * 0.35, kind: 'x' });
  }
  if (groups.length > 1) scans.push({ query: groups.map((group) => group.any).join('&'), weight: norm, kind: 'b' });
  return { scans, norm: norm || 1, weights };
};
