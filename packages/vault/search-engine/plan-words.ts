import type { Scan } from './search.repository.ts';

/** A word of the query as it is looked up: any of `forms`, of which the first is the word itself. `share` is how much of its worth counts; `person` the attribute of those who bear the name. */
export type Term = { forms: readonly { stem: string; weight: number }[]; documents: number; share?: number; person?: string };

/** A word in more documents than this is only looked up together with a rarer one. */
export const common = 200;
/** How many documents a look takes that only adds to what others find. */
export const besides = 80;
const titleWorth = 0.7;
const detailWorth = 0.35;
/** A name tells whose paper is meant, however many papers that person has. */
const nameWorth = 1.5;

/** A lexeme as tsquery text. */
export const lexeme = (stem: string): string => `'${stem.replaceAll('\\', '').replaceAll("'", "''")}'`;

export const anyOf = (stems: readonly string[]) => (stems.length === 1 ? lexeme(stems[0]!) : `(${stems.map(lexeme).join('|')})`);

/** How much a word tells: 0 in every document, more the rarer it is (BM25's weight). */
export const rarity = (documents: number, inDocuments: number): number => {
  const n = Math.max(documents, inDocuments);
  return Math.log(1 + (n - inDocuments + 0.5) / (inDocuments + 0.5));
};

export type WordPlan = { scans: Scan[]; norm: number; printed: number; weights: Map<string, number> };

/**
 * The scans for the words of a query. Rare words are looked up by themselves. A word in more than 200 documents is only
 * looked up together with a rarer one, or with all of them, so that no scan is wide; found in titles and fields it is
 * worth more. `counts` says which lexemes there are, so that none is looked up in vain. `norm` is what a text with every
 * word is worth; each of `missing` adds a word that no document has, as a share of the rarest word's worth. `printed` is the share of it that some document may have.
 */
export const planWords = (terms: readonly Term[], documents: number, counts: ReadonlyMap<string, number>, missing: readonly number[] = []): WordPlan => {
  const scans: Scan[] = [];
  const weights = new Map<string, number>();
  let norm = 0;
  const groups = terms.map((term) => ({
    term,
    stems: term.forms.map((form) => form.stem),
    worth: Math.max(term.person ? nameWorth : 0.15, rarity(documents, term.documents)) * (term.share ?? 1),
  }));
  const rare = groups.filter(({ term }) => term.documents <= common).flatMap(({ stems }) => stems);
  for (const { term, stems, worth } of groups) {
    norm += worth;
    for (const form of term.forms) weights.set(form.stem, Math.max(weights.get(form.stem) ?? 0, worth * form.weight));
    const wide = term.documents > common;
    const cap = wide && rare.length === 0 ? besides : common;
    const together = wide && rare.length > 0 ? `&${anyOf(rare)}` : '';
    const mended = term.forms.length > 1 ? Math.max(...term.forms.slice(1).map((form) => form.weight)) : 1;
    if (!wide || rare.length > 0 || groups.length === 1) scans.push({ query: anyOf(stems) + together, weight: worth * mended, kind: 'b', cap: common });
    if (term.person) scans.push({ query: lexeme(term.person) + together, weight: worth * titleWorth, kind: 'x', cap });
    for (const [mark, share] of [['^', titleWorth], ['=', detailWorth]] as const) {
      const marked = stems.map((stem) => mark + stem).filter((one) => counts.has(one));
      if (marked.length > 0) scans.push({ query: anyOf(marked) + together, weight: worth * mended * share, kind: 'x', cap });
    }
  }
  if (groups.length > 1) scans.push({ query: groups.map(({ stems }) => anyOf(stems)).join('&'), weight: norm, kind: 'a', cap: common });
  const most = rarity(documents, 0);
  const printed = norm;
  for (const share of missing) norm += share * most;
  return { scans, norm: norm || 1, printed: printed / (norm || 1), weights };
};
