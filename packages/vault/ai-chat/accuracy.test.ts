import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLocalEmbedder } from '@docuvault/embed-local/create-local-embedder.ts';
import type { UserActor } from '@docuvault/core/actor.ts';
import { builtWorker, createPerson, openTestDatabase } from '@docuvault/testing/database.ts';
import type { Database } from '@docuvault/db/types.ts';
import type { Deps } from '../context.ts';
import { embedAll } from '../search-engine/testing/shelf.ts';
import type { FamilyDocument } from './fixtures/family-document.ts';
import { chatDeps, familyDocuments, nameAccount, storeFamily } from './fixtures/family-vault.ts';
import { heldOutQuestions } from './fixtures/held-out-questions.ts';
import { secondHeldOut } from './fixtures/second-held-out.ts';
import { thirdHeldOut } from './fixtures/third-held-out.ts';
import { sixthHeldOut } from './fixtures/sixth-held-out.ts';
import { seventhHeldOut } from './fixtures/seventh-held-out.ts';
import { fifthHeldOut } from './fixtures/fifth-held-out.ts';
import { lastHeldOut } from './fixtures/last-held-out.ts';
import { fourthHeldOut } from './fixtures/fourth-held-out.ts';
import { readHouseholds, storePapers } from './fixtures/households.ts';
import { judge, report, type Verdict } from './fixtures/judge.ts';
import type { FamilyQuestion } from './fixtures/question.ts';
import { tunedQuestions } from './fixtures/tuned-questions.ts';

type Vault = { owner: UserActor; documents: readonly FamilyDocument[]; ids: Map<string, string> };

const embedder = createLocalEmbedder({ entry: builtWorker('embed-worker') });
let deps: Deps;
let asha: UserActor;
let vaults: Vault[];

afterAll(() => embedder.close());

const move = async (db: Database, documents: readonly FamilyDocument[], name: string | null): Promise<void> => {
  const owner = await createPerson(db, 'household');
  if (name) await nameAccount(db, owner, name);
  vaults.push({ owner, documents, ids: await storePapers(db, owner, documents) });
};

beforeAll(async () => {
  const { db } = await openTestDatabase();
  deps = chatDeps(db, embedder);
  asha = await createPerson(db);
  vaults = [{ owner: asha, documents: familyDocuments, ids: await storeFamily(db, asha) }];
  const { second, third, fourth, fifth, last, sixth, seventh } = await readHouseholds();
  for (const documents of [second, third, fourth, fifth, last]) await move(db, documents, null);
  await move(db, sixth, 'Nadia Brandt');
  await move(db, seventh, 'Kavita Deshpande');
  for (const { owner, ids } of vaults) for (const id of ids.values()) await embedAll(db, owner, id, embedder);
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
  return { answered: answered.right / answered.of, refusals: refused.of, kept: refused.right };
};

type Batch = { name: string; questions: readonly FamilyQuestion[]; vault: number; answered: number };
const batches: Batch[] = [
  { name: 'the questions that the first rules were made with', questions: tunedQuestions, vault: 0, answered: 0.92 },
  { name: 'questions on the same vault, written before those rules', questions: heldOutQuestions, vault: 0, answered: 0.85 },
  { name: 'papers that nobody wrote for the chat, with fields as they were read', questions: secondHeldOut, vault: 1, answered: 0.95 },
  { name: 'forty-five papers of strangers', questions: thirdHeldOut, vault: 2, answered: 0.9 },
  { name: 'papers of work, health and law', questions: fourthHeldOut, vault: 3, answered: 0.88 },
  { name: 'cards, certificates and bills of strangers', questions: fifthHeldOut, vault: 4, answered: 0.92 },
  { name: 'a last batch', questions: lastHeldOut, vault: 5, answered: 0.9 },
  { name: 'a household that moved from Hamburg to Bristol', questions: sixthHeldOut, vault: 6, answered: 0.9 },
  { name: 'a household of Pune', questions: seventhHeldOut, vault: 7, answered: 0.8 },
];

describe('questions with answers that were fixed before they were tried', () => {
  let [refusals, kept] = [0, 0];

  it.each(batches)('$name', async ({ questions, vault, answered }) => {
    const verdict = await ask(questions, vault);
    refusals += verdict.refusals;
    kept += verdict.kept;
    expect(verdict.answered).toBeGreaterThanOrEqual(answered);
  });

  it('are refused where no paper holds the answer, in 97 of 100', () => {
    expect(kept / refusals).toBeGreaterThanOrEqual(0.97);
  });
});
