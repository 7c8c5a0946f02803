import type { Factors } from './search.repository.ts';

/** Chosen on the searches of testing/household-papers.ts that are not held out; docs/adr/0007-ranking.md has the numbers. */
const hybrid: Factors = { words: 1, titles: 0.4, related: 0.65, length: 0.08, semantic: 0.75, trust: 0.7, type: 0.5, low: 0.12, high: 0.66, least: 0.28, share: 0.4 };

/** Without vectors and without guessing at what is meant. */
const keyword: Factors = { ...hybrid, semantic: 0, least: 0.15, share: 0.25 };

/** By meaning alone. */
const semantic: Factors = { ...hybrid, words: 0, titles: 0, trust: 0, semantic: 2.1, low: 0.16, least: 0.4, share: 0.4 };

export type Mode = 'hybrid' | 'keyword' | 'semantic';

export const factorsOf = (mode: Mode): Factors => ({ hybrid, keyword, semantic })[mode];
