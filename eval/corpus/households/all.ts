import type { Household } from './household.ts';
import { dayton } from './dayton-questions.ts';
import { halifax } from './halifax-questions.ts';
import { kehl } from './kehl-questions.ts';
import { leeds } from './leeds-questions.ts';
import { kochi } from './kochi-questions.ts';
import { london } from './london-questions.ts';
import { lucknow } from './lucknow-questions.ts';
import { nagpur } from './nagpur-questions.ts';

/** The households beside the corpus, in the order in which they were written and first tried. */
export const households: readonly Household[] = [
  leeds, lucknow, kehl, dayton,
  kochi, halifax,
  nagpur, london,
];
