import { choiceNames } from '@docuvault/vault/ai-chat/evidence/choice-rows.ts';
import { believe, meaningNames, sift, standardize, withMeaning, type ChoiceModel } from '@docuvault/vault/ai-chat/evidence/choice.ts';
import { shapeNames } from '@docuvault/vault/ai-chat/evidence/value-shape.ts';
import type { Instance, Row } from './dataset.ts';

/** How the model is made: sizes, turns over the questions, and how strongly its numbers are held small. */
export const settings = { hidden: 12, rank: 12, epochs: 9, rate: 0.004, batch: 16, dropout: 0.15, decay: 1e-3, shapeDecay: 3e-2, projectionDecay: 2e-2, fewestHouseholds: 4, seed: 7 };
const width = choiceNames.length + meaningNames.length;
const shapes = shapeNames.length;
const length = 512;

/** Numbers that look like chance and are the same in every run. */
const dice = (seed: number): { uniform: () => number; normal: () => number } => {
  let state = seed;
  const uniform = (): number => { state = (state * 1_664_525 + 1_013_904_223) >>> 0; return state / 2 ** 32; };
  return { uniform, normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()) };
};

/** Steps down a slope (Kingma and Ba, "Adam", 2015) with decoupled decay. */
const descend = (values: Float32Array, decay: number): ((slope: Float32Array, rate: number) => void) => {
  const [first, second] = [new Float32Array(values.length), new Float32Array(values.length)];
  let step = 0;
  return (slope, rate) => {
    step += 1;
    const [one, two] = [1 - 0.9 ** step, 1 - 0.999 ** step];
    for (let i = 0; i < values.length; i += 1) {
      first[i] = 0.9 * first[i]! + 0.1 * slope[i]!;
      second[i] = 0.999 * second[i]! + 0.001 * slope[i]! * slope[i]!;
      values[i]! -= rate * (first[i]! / one / (Math.sqrt(second[i]! / two) + 1e-8) + decay * values[i]!);
    }
    slope.fill(0);
  };
};

const usable = (row: Pick<Row, 'right'>): boolean => row.right !== 0.5;

/** For each row, how much less it should be believed: what it is believed, less what it should be; nothing for rows of which it is not known. */
const errors = (scores: readonly number[], rows: readonly Pick<Row, 'right'>[]): number[] => {
  const most = Math.max(0, ...scores);
  const odds = scores.map((score, i) => (usable(rows[i]!) ? Math.exp(score - most) : 0));
  const any = rows.some(({ right }) => right === 1);
  const all = odds.reduce((sum, one) => sum + one, Math.exp(-most));
  const right = odds.reduce((sum, one, i) => sum + (rows[i]!.right === 1 ? one : 0), 0);
  return odds.map((one, i) => (usable(rows[i]!) ? one / all - (any && rows[i]!.right === 1 ? one / right : 0) : 0));
};

/** A weighted sum of the features that puts right rows first. */
export const trainSieve = (set: readonly Instance[]): Float32Array => {
  const n = choiceNames.length;
  const deviation = spread(set.flatMap(({ rows }) => rows.map(({ x }) => x)), n).deviation;
  const weights = new Float32Array(n);
  const step = descend(weights, 1e-3);
  const slope = new Float32Array(n);
  for (let epoch = 0; epoch < 4; epoch += 1) set.forEach(({ rows }, at) => {
    if (rows.some(({ right }) => right === 1)) {
      const scores = rows.map(({ x }) => x.reduce((sum, value, k) => sum + weights[k]! * value / deviation[k]!, 0));
      errors(scores, rows).forEach((error, i) => { if (Math.abs(error) > 1e-3) for (let k = 0; k < n; k += 1) slope[k]! += error * rows[i]!.x[k]! / deviation[k]!; });
    }
    if (at % 16 === 15) step(slope, 0.02 / (1 + epoch));
  });
  return weights.map((weight, k) => weight / deviation[k]!);
};

const spread = (rows: readonly Float32Array[], n: number): { mean: Float32Array; deviation: Float32Array } => {
  const [mean, square] = [new Float64Array(n), new Float64Array(n)];
  for (const x of rows) for (let k = 0; k < n; k += 1) { mean[k]! += x[k]! / rows.length; square[k]! += x[k]! * x[k]! / rows.length; }
  return { mean: Float32Array.from(mean), deviation: Float32Array.from(square, (value, k) => { const deviation = Math.sqrt(Math.max(0, value - mean[k]! ** 2)); return deviation < 1e-3 ? 1 : deviation; }) };
};

/** What is looked at closely of an instance, ready to be weighed. In training what is right is looked at in any case. */
export type Close = { instance: Instance; rows: Row[]; x: Float32Array[]; question: Float32Array; vectors: Float32Array[] };
export const lookClosely = (instance: Instance, sieve: Float32Array, vectorOf: (place: number) => Float32Array, training: boolean): Close => {
  const chosen = sift(instance.rows, sieve);
  const rows = training ? [...new Set([...chosen, ...instance.rows.filter(({ right }) => right === 1)])] : chosen;
  const [question, vectors] = [vectorOf(instance.qvec), rows.map(({ vec }) => vectorOf(vec))];
  return { instance, rows, x: withMeaning(rows, question, vectors, null), question, vectors };
};

/** Learns to choose: a small network over the features, clues of the question against shapes of the answer, and two projections of the encoder's vectors, all at once, with not to answer as one more choice. */
export const trainChoice = (set: readonly Instance[], vectorOf: (place: number) => Float32Array, weightOf: (instance: Instance) => number): ChoiceModel => {
  const { hidden, rank, epochs, batch, dropout } = settings;
  const { uniform, normal } = dice(settings.seed);
  const sieve = trainSieve(set);
  const all = set.filter(({ rows }) => rows.length > 0).map((instance) => lookClosely(instance, sieve, vectorOf, true));
  const { mean, deviation } = spread(all.flatMap(({ x }) => x), width);
  const met = new Map<string, Set<string>>();
  for (const { instance } of all) for (const clue of instance.words) met.set(clue, (met.get(clue) ?? new Set()).add(instance.household));
  const clues = new Map([...met].filter(([, households]) => households.size >= settings.fewestHouseholds).map(([clue], i) => [clue, i]));
  const model = {
    linear: new Float32Array(width), hidden: Float32Array.from({ length: hidden * width }, () => normal() / Math.sqrt(width)), hiddenBias: new Float32Array(hidden), outer: Float32Array.from({ length: hidden }, () => normal() * 0.1), bias: Float32Array.of(-1),
    shapes: new Float32Array(clues.size * shapes), ofQuestion: Float32Array.from({ length: rank * length }, () => normal() * 2 / Math.sqrt(length)), ofAnswer: Float32Array.from({ length: rank * length }, () => normal() * 0.05 / Math.sqrt(length)),
  };
  const names = Object.keys(model) as (keyof typeof model)[];
  const slope = Object.fromEntries(names.map((name) => [name, new Float32Array(model[name].length)])) as typeof model;
  const decays: Partial<Record<keyof typeof model, number>> = { shapes: settings.shapeDecay, ofQuestion: settings.projectionDecay, ofAnswer: settings.projectionDecay, bias: 0, hiddenBias: 0 };
  const steps = names.map((name) => [name, descend(model[name], decays[name] ?? settings.decay)] as const);
  for (const close of all) close.x = close.x.map((x) => standardize(x, { mean, deviation }));
  const order = all.map((_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (let i = order.length - 1; i > 0; i -= 1) { const j = Math.floor(uniform() * (i + 1)); [order[i], order[j]] = [order[j]!, order[i]!]; }
    const rate = settings.rate * (1 - epoch / epochs) + 1e-5;
    order.forEach((at, turn) => {
      const { instance, rows, x, question, vectors } = all[at]!;
      const told = instance.words.flatMap((clue) => clues.get(clue) ?? []);
      const speaks = new Float32Array(shapes);
      for (const clue of told) for (let k = 0; k < shapes; k += 1) speaks[k]! += model.shapes[clue * shapes + k]!;
      const asked = new Float32Array(rank);
      for (let r = 0; r < rank; r += 1) for (let i = 0; i < length; i += 1) asked[r]! += model.ofQuestion[r * length + i]! * question[i]!;
      const mask = Float32Array.from({ length: hidden }, () => (uniform() < dropout ? 0 : 1 / (1 - dropout)));
      const inner: Float32Array[] = [];
      const said: Float32Array[] = [];
      const scores = rows.map((row, i) => {
        let sum = model.bias[0]!;
        const own = new Float32Array(hidden);
        for (let k = 0; k < width; k += 1) sum += model.linear[k]! * x[i]![k]!;
        for (let unit = 0; unit < hidden; unit += 1) {
          if (mask[unit] === 0) continue;
          let value = model.hiddenBias[unit]!;
          for (let k = 0, from = unit * width; k < width; k += 1) value += model.hidden[from + k]! * x[i]![k]!;
          if (value > 0) { own[unit] = value * mask[unit]!; sum += model.outer[unit]! * own[unit]!; }
        }
        inner.push(own);
        for (let k = 0; k < shapes; k += 1) sum += speaks[k]! * row.shape[k]!;
        const projected = new Float32Array(rank);
        const vector = vectors[i]!;
        for (let r = 0; r < rank; r += 1) { let value = 0; for (let d = 0, from = r * length; d < length; d += 1) value += model.ofAnswer[from + d]! * vector[d]!; projected[r] = value; sum += asked[r]! * value; }
        said.push(projected);
        return sum;
      });
      const weight = weightOf(instance);
      const pull = new Float32Array(rank);
      const shaped = new Float32Array(shapes);
      errors(scores, rows).forEach((error, i) => {
        const slopeHere = error * weight;
        if (Math.abs(slopeHere) < 1e-3) return;
        slope.bias[0]! += slopeHere;
        for (let k = 0; k < width; k += 1) slope.linear[k]! += slopeHere * x[i]![k]!;
        for (let unit = 0; unit < hidden; unit += 1) {
          if (inner[i]![unit] === 0) continue;
          slope.outer[unit]! += slopeHere * inner[i]![unit]!;
          const below = slopeHere * model.outer[unit]! * mask[unit]!;
          slope.hiddenBias[unit]! += below;
          for (let k = 0, from = unit * width; k < width; k += 1) slope.hidden[from + k]! += below * x[i]![k]!;
        }
        for (let k = 0; k < shapes; k += 1) shaped[k]! += slopeHere * rows[i]!.shape[k]!;
        for (let r = 0; r < rank; r += 1) {
          pull[r]! += slopeHere * said[i]![r]!;
          const along = slopeHere * asked[r]!;
          for (let d = 0, from = r * length; d < length; d += 1) slope.ofAnswer[from + d]! += along * vectors[i]![d]!;
        }
      });
      for (const clue of told) for (let k = 0; k < shapes; k += 1) slope.shapes[clue * shapes + k]! += shaped[k]!;
      for (let r = 0; r < rank; r += 1) if (pull[r] !== 0) for (let d = 0, from = r * length; d < length; d += 1) slope.ofQuestion[from + d]! += pull[r]! * question[d]!;
      if (turn % batch === batch - 1) for (const [name, step] of steps) step(slope[name], name === 'bias' ? rate * 3 : rate);
    });
  }
  return { ...model, sieve, mean, deviation, clues };
};

/** What a model believes of an instance's rows, best first. */
export const scoreWith = (model: ChoiceModel, instance: Instance, vectorOf: (place: number) => Float32Array): { row: Row; score: number }[] => {
  const { rows, x, question, vectors } = lookClosely(instance, model.sieve, vectorOf, false);
  const scores = believe(model, rows.map((row, i) => ({ x: x[i]!, shape: row.shape })), instance.words, question, vectors);
  return rows.map((row, i) => ({ row, score: scores[i]! })).sort((a, b) => b.score - a.score);
};
