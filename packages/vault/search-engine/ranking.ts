import type { Factors } from './search.repository.ts';

/** Chosen on the searches of testing/household-papers.ts that are not held out; docs/adr/0007-ranking.md has the numbers. */
const hybrid: Factors = { words: 1, titles: 0.4, related: 0.65, length: 0.08, semantic: 0.75, trust: 0.7, type: 0.5, low: 0.12, high: 0.66, least: 0.28, share: 0.4 };

/** Without vectors and without guessing at what is meant. */
const keyword: Factors = { ...hybrid, semantic: 0, least: 0.15, share: 0.25 };

/** By meaning alone. */
const semantic: Factors = { ...hybrid, words: 0, titles: 0, trust: 0, semantic: 2.1, low: 0.16, least: 0.4, share: 0.4 };

export type Mode = 'hybrid' | 'keyword' | 'semantic';

/**
 * What a vault has of a query: some of its words `printed`; none, so that only what is `meant` can be found; or not even that,
 * since a type of paper was asked for by name of which there is none, and which no paper mentions: `absent`.
 */
export type Evidence = 'printed' | 'meant' | 'absent';

/**
 * The score below which nothing is found, where words of the query are not what it is found by. Of 23 open searches
 * whose words nobody printed the papers looked for had 0.65 and more (semantic 1.05); most of 70 that should find nothing had less than these.
 */
const floors: Readonly<Record<Mode, Record<Exclude<Evidence, 'printed'>, number>>> = {
  hybrid: { meant: 0.55, absent: 0.8 }, semantic: { meant: 0.9, absent: 1.2 }, keyword: { meant: 0, absent: 0 },
};

export const factorsOf = (mode: Mode, evidence: Evidence = 'printed'): Factors => {
  const factors = { hybrid, keyword, semantic }[mode];
  return evidence === 'printed' ? factors : { ...factors, least: Math.max(factors.least, floors[mode][evidence]) };
};
