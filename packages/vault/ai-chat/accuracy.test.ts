import { beforeAll, describe, expect, it } from 'vitest';
import type { UserActor } from '@docuvault/core/actor.ts';
import { createPerson, openTestDatabase } from '@docuvault/testing/database.ts';
import type { Deps } from '../context.ts';
import type { FamilyDocument } from './fixtures/family-document.ts';
import { chatDeps, familyDocuments, storeFamily } from './fixtures/family-vault.ts';
import { heldOutQuestions } from './fixtures/held-out-questions.ts';
import { secondHeldOut } from './fixtures/second-held-out.ts';
import { thirdHeldOut } from './fixtures/third-held-out.ts';
import { fifthHeldOut } from './fixtures/fifth-held-out.ts';
import { lastHeldOut } from './fixtures/last-held-out.ts';
import { fourthHeldOut } from './fixtures/fourth-held-out.ts';
import { readHouseholds, storePapers } from './fixtures/households.ts';
import { judge, report, type Verdict } from './fixtures/judge.ts';
import type { FamilyQuestion } from './fixtures/question.ts';
import { tunedQuestions } from './fixtures/tuned-questions.ts';

type Vault = { owner: UserActor; documents: readonly FamilyDocument[]; ids: Map<string, string> };

let deps: Deps;
let asha: UserActor;
let vaults: Vault[];

beforeAll(async () => {
  const { db } = await openTestDatabase();
  deps = chatDeps(db);
  asha = await createPerson(db);
  vaults = [{ owner: asha, documents: familyDocuments, ids: await storeFamily(db, asha) }];
  const { second, third, fourth, fifth, last } = await readHouseholds();
  for (const documents of [second, third, fourth, fifth, last]) {
    const owner = await createPerson(db, 'household');
    vaults.push({ owner, documents, ids: await storePapers(db, owner, documents) });
  }
});

const ask = async (questions: readonly FamilyQuestion[], vault = 0) => {
  const { owner, documents, ids } = vaults[vault]!;
  const verdicts: Verdict[] = [];
  const started = performance.now();
  for (const question of questions) verdicts.push(await judge(deps, owner, ids, question, documents));
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

describe('forty-five papers of strangers', () => {
  it('are answered from, and what is not in them is refused', async () => {
    const { answered, refused } = await ask(thirdHeldOut, 2);
    expect(refused).toBe(1);
    expect(answered).toBeGreaterThanOrEqual(0.85);
  });
});

describe('papers of work, health and law', () => {
  it('are answered from', async () => {
    const { answered, refused } = await ask(fourthHeldOut, 3);
    expect(refused).toBe(1);
    expect(answered).toBeGreaterThanOrEqual(0.85);
  });
});

describe('cards, certificates and bills of strangers', () => {
  it('are answered from', async () => {
    const { answered, refused } = await ask(fifthHeldOut, 4);
    expect(refused).toBe(1);
    expect(answered).toBeGreaterThanOrEqual(0.85);
  });
});

describe('a last batch', () => {
  it('are answered from', async () => {
    const { answered, refused } = await ask(lastHeldOut, 5);
    expect(refused).toBe(1);
    expect(answered).toBeGreaterThanOrEqual(0.85);
  });
});

describe('another household', () => {
  it('is answered from papers that nobody wrote for the chat, and from fields as they were read', async () => {
    const { answered, refused } = await ask(secondHeldOut, 1);
    expect(refused).toBe(1);
    expect(answered).toBeGreaterThanOrEqual(0.85);
  });
});
