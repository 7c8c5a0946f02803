/*
 * Fits the choice of lines anew: `npm run build`, then `npx tsx eval/training/fit.ts [--ship]`. Reads eval/training/*.txt
 * (or those of `--from <folder>`) and the fixtures of the chat's room, asks every question in an embedded vault, judges a model on households that it did not
 * see, and with `--ship` writes packages/vault/ai-chat/evidence/choice-weights.ts. Takes about a quarter of an hour alone on
 * two cores, and 4 GB. The same papers and rules give the same weights.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createLocalEmbedder } from '@docuvault/embed-local/create-local-embedder.ts';
import { packModel } from '@docuvault/vault/ai-chat/evidence/choice.ts';
import type { Unit } from '@docuvault/vault/ai-chat/evidence/scope.ts';
import type { FamilyDocument } from '@docuvault/vault/ai-chat/fixtures/family-document.ts';
import { asRead } from '@docuvault/vault/ai-chat/fixtures/households.ts';
import type { Question } from '@docuvault/vault/ai-chat/question/parse-question.ts';
import { createTexts, instanceOf, type Instance } from './dataset.ts';
import { gather, openScratch } from './gather.ts';
import { judge, type Scored } from './judge.ts';
import { rightnessOf } from './label.ts';
import { readHouseholds } from './read-household.ts';
import { roomVaults } from './room-vaults.ts';
import { scoreWith, trainChoice } from './train-choice.ts';

export type Asked = { ask: string; paper: string | null; rightness: (unit: Unit, key: string, question: Question) => number };
export type Vault = { name: string; asker: string; documents: readonly FamilyDocument[]; questions: readonly Asked[] };

const folds = 3;
const { values: options } = parseArgs({ options: { from: { type: 'string', default: 'eval/training' }, ship: { type: 'boolean', default: false } } });
const print = (line: string): void => { process.stdout.write(`${line}\n`); };

const trainingVaults = (): Vault[] => [...readHouseholds(options.from)].map(([name, household]) => ({
  name, asker: household.asker,
  documents: household.papers.map((paper) => ({ ...asRead({ name: paper.slug, fileName: paper.fileName, text: paper.pages.join('\n===\n') }), fileName: paper.fileName })),
  questions: household.questions.map((question) => ({ ask: question.ask, paper: question.paper, rightness: rightnessOf(question) })),
}));

/** The questions of this room's tests count a little more, and so does what has no answer. */
const weightOf = ({ household, paper, look, missing }: Instance): number => (household.startsWith('room') ? 1.3 : 1) * (paper === null ? 1.5 : look > 0 && missing ? 0.5 : 1);

const built = (name: string): string => join(import.meta.dirname, '../../dist', name);
const embedder = createLocalEmbedder({ entry: built('embed-worker.js') });
const { db, close } = await openScratch(built('pglite-worker.js'));
const instances: Instance[] = [];
const { texts, placeOf } = createTexts();
for (const { name, asker, documents, questions } of [...trainingVaults(), ...await roomVaults()]) {
  const looks = new Map<number, number>();
  const found = new Set<number>();
  await gather(db, embedder, asker, documents, questions.map(({ ask }) => ask), (q, seen) => {
    const look = looks.get(q) ?? 0;
    looks.set(q, look + 1);
    // Where the first look has the answer there is no second.
    if (found.has(q)) return;
    const instance = instanceOf(seen, { household: name, q, look, paper: questions[q]!.paper }, placeOf, questions[q]!.rightness);
    if (instance.rows.some(({ right }) => right === 1)) found.add(q);
    instances.push(instance);
  });
  questions.forEach((question, q) => { if (!looks.has(q)) instances.push({ household: name, q, look: 0, paper: question.paper, qvec: placeOf(question.ask), words: [], rows: [], missing: question.paper !== null }); });
  print(`${name}: ${String(questions.length)} questions`);
}
const vectors: Float32Array[] = [];
for (let at = 0; at < texts.length; at += 64) vectors.push(...await embedder.embed(texts.slice(at, at + 64), 'passage'));
await embedder.close();
await close();

const vectorOf = (place: number): Float32Array => vectors[place]!;
const households = [...new Set(instances.map(({ household }) => household))].sort((a, b) => [...a].reverse().join('').localeCompare([...b].reverse().join('')));
const scored = new Map<Instance, Scored>();
for (let fold = 0; fold < folds; fold += 1) {
  const held = new Set(households.filter((_, i) => i % folds === fold));
  const model = trainChoice(instances.filter(({ household }) => !held.has(household)), vectorOf, weightOf);
  for (const instance of instances) if (held.has(instance.household)) scored.set(instance, scoreWith(model, instance, vectorOf));
}
for (const above of [-0.5, 0, 0.5, 1]) {
  print(`believed above ${String(above)}, households of training: ${judge(instances.filter(({ household }) => !household.startsWith('room')), (one) => scored.get(one)!, above)}`);
  print(`believed above ${String(above)}, fixtures of the room: ${judge(instances.filter(({ household }) => household.startsWith('room')), (one) => scored.get(one)!, above)}`);
}
if (options.ship) {
  const packed = packModel(trainChoice(instances, vectorOf, weightOf));
  writeFileSync('packages/vault/ai-chat/evidence/choice-weights.ts', `/** Made by eval/training/fit.ts; what it learned from and how it is judged is in docs/adr/0042-learned-choice-of-lines.md. */\nexport const choiceWeights = ${JSON.stringify(packed, null, 1)};\n`);
}
