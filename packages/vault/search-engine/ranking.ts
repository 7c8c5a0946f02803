import type { Factors } from './search.repository.ts';

/** Chosen on the searches of testing/household-papers.ts that are not held out; docs/adr/0007-ranking.md has the numbers. */
const hybrid: Factors = { words: 1, titles: 0.6, related: 0.4, semantic: 0.8, type: 0.8, low: 0.2, high: 0.65, least: 0.12, share: 0.25 };

/** Without vectors and without guessing at what is meant. */
const keyword: Factors = { ...hybrid, semantic: 0, type: 0.3, least: 0.1 };

/** By meaning alone. */
const semantic: Factors = { ...hybrid, words: 0, titles: 0, related: 0.2, type: 0.4, least: 0.15, share: 0.35 };

export type Mode = 'hybrid' | 'keyword' | 'semantic';

export const factorsOf = (mode: Mode): Factors => ({ hybrid, keyword, semantic })[mode];
