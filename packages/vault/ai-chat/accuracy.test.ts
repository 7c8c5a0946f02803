import { beforeAll, describe, expect, it } from 'vitest';
import type { UserActor } from '@docuvault/core/actor.ts';
import { createPerson, openTestDatabase } from '@docuvault/testing/database.ts';
import type { Deps } from '../context.ts';
import { chatDeps, storeFamily } from './fixtures/family-vault.ts';
import { heldOutQuestions } from './fixtures/held-out-questions.ts';
import { judge, report, type Verdict } from './fixtures/judge.ts';
import type { FamilyQuestion } from './fixtures/question.ts';
import { tunedQuestions } from './fixtures/tuned-questions.ts';

let deps: Deps;
let asha: UserActor;
let ids: Map<string, string>;

beforeAll(async () => {
  const { db } = await openTestDatabase();
  deps = chatDeps(db);
  asha = await createPerson(db);
  ids = await storeFamily(db, asha);
});

const ask = async (questions: readonly FamilyQuestion[]) => {
  const verdicts: Verdict[] = [];
  const started = performance.now();
  for (const question of questions) verdicts.push(await judge(deps, asha, ids, question));
  const took = performance.now() - started;
  const right = (refused: boolean) => {
    const these = verdicts.filter((verdict) => (verdict.question.refused ?? false) === refused);
    return { right: these.filter((verdict) => verdict.faults.length === 0).length, of: these.length };
  };
  const [answered, refused] = [right(false), right(true)];
  console.log(`answered ${String(answered.right)}/${String(answered.of)}, refused ${String(refused.right)}/${String(refused.of)}, ${(took / questions.length).toFixed(0)} ms a question\n${report(verdicts)}`);
  return { answered: answered.right / answered.of, refused: refused.right / Math.max(1, refused.of) };
};

describe('the family vault', () => {
  it('answers the questions that the rules were made with, and refuses what it does not hold', async () => {
    const { answered, refused } = await ask(tunedQuestions);
    expect(refused).toBe(1);
    expect(answered).toBeGreaterThanOrEqual(0.95);
  });

  it('answers questions written before the rules', async () => {
    const { answered, refused } = await ask(heldOutQuestions);
    expect(refused).toBe(1);
    expect(answered).toBeGreaterThanOrEqual(0.85);
  });
});
