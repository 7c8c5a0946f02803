import type { Verdict } from './ledger.ts';

/** What one run of a fault found. */
export type Outcome = Verdict & {
  /** What was done, with its counts. */
  done: string;
  /** What else was seen. */
  seen: string;
  /** What did not come back by itself, or was done twice; empty when all is well. */
  wrong: string[];
};

export type Fault = {
  name: string;
  /** Why it cannot be run on this machine, or null. */
  missing(): string | null;
  /** `scale` 1 is the full run, less is a shorter one. */
  run(scale: number): Promise<Outcome>;
};

/** The answers that uploads were given, most frequent first. */
export const tally = (answers: ReadonlyMap<string, number>): string =>
  [...answers].sort((a, b) => b[1] - a[1]).map(([how, count]) => `${count} × ${how}`).join(', ');

export const isClean = (outcome: Outcome): boolean => outcome.lost.length === 0 && outcome.twice === 0 && outcome.wrong.length === 0;
