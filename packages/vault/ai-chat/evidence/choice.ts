import { choiceNames, type ChoiceRow } from './choice-rows.ts';
import { choiceWeights } from './choice-weights.ts';
import { cosine } from './relatedness.ts';
import { shapeNames } from './value-shape.ts';

/** What the learned choice is made of; all matrices by rows. `eval/training/fit.ts` makes it. */
export type ChoiceModel = {
  /** Of the sieve that finds whom to look at closely. */
  sieve: Float32Array;
  mean: Float32Array; deviation: Float32Array; linear: Float32Array; hidden: Float32Array; hiddenBias: Float32Array; outer: Float32Array; bias: Float32Array;
  /** What shapes of answer each clue in the question speaks for. */
  clues: ReadonlyMap<string, number>; shapes: Float32Array;
  /** Two projections of the encoder's vectors under which question and answer lie near each other. */
  ofQuestion: Float32Array; ofAnswer: Float32Array;
};

/** Likeness by the encoder: the line's own, how far below the best, the best of its paper, and how far that is below. */
export const meaningNames = ['meaning', 'belowMeaning', 'paperMeaning', 'paperMeaningGap'] as const;

/** The encoder whose vectors the choice was learned with; those of another tell it nothing. */
export const learnedWith = 'use-lite-en/1';

/** How many possible answers are looked at closely. */
export const closely = 40;
const widest = 4;
/** How much less is believed where the encoder is away, which is not what was learned. */
const unsureAlone = 1;
const vectorLength = 512;

const parts = ['sieve', 'mean', 'deviation', 'linear', 'hidden', 'hiddenBias', 'outer', 'bias', 'shapes', 'ofQuestion', 'ofAnswer'] as const;

/** Packs a model as text: each part in 16-bit numbers with a factor of its own. */
export const packModel = (model: ChoiceModel): { clues: string; parts: Record<(typeof parts)[number], { factor: number; numbers: string }> } => ({
  clues: [...model.clues.keys()].join(' '),
  parts: Object.fromEntries(parts.map((name) => {
    const values = model[name];
    const factor = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9) / 32_767;
    const bytes = new Uint8Array(Int16Array.from(values, (value) => Math.round(value / factor)).buffer);
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return [name, { factor, numbers: btoa(text) }];
  })) as Record<(typeof parts)[number], { factor: number; numbers: string }>,
});

/** Reads a model as `packModel` wrote it. */
export const unpackModel = (packed: ReturnType<typeof packModel>): ChoiceModel => {
  const numbers = (name: (typeof parts)[number]): Float32Array => {
    const bytes = Uint8Array.from(atob(packed.parts[name].numbers), (letter) => letter.charCodeAt(0));
    return Float32Array.from(new Int16Array(bytes.buffer), (value) => value * packed.parts[name].factor);
  };
  return { clues: new Map(packed.clues.split(' ').map((clue, i) => [clue, i])), ...(Object.fromEntries(parts.map((name) => [name, numbers(name)])) as Record<(typeof parts)[number], Float32Array>) };
};

/** Features in standard deviations from their mean; what lies far out is taken nearer. */
export const standardize = (x: Float32Array, { mean, deviation }: Pick<ChoiceModel, 'mean' | 'deviation'>): Float32Array =>
  x.map((value, k) => Math.max(-widest, Math.min(widest, (value - mean[k]!) / deviation[k]!)));

/** The rows that the sieve puts first. */
export const sift = <Row extends Pick<ChoiceRow, 'x'>>(rows: readonly Row[], sieve: Float32Array): Row[] =>
  rows.map((row) => ({ row, worth: row.x.reduce((sum, value, k) => sum + value * sieve[k]!, 0) })).sort((a, b) => b.worth - a.worth).slice(0, closely).map(({ row }) => row);

/** The features with the encoder's likenesses behind them; without vectors, what is usual. */
export const withMeaning = (rows: readonly { x: Float32Array; paper: unknown }[], question: Float32Array | null, vectors: readonly Float32Array[] | null, mean: Float32Array | null): Float32Array[] => {
  const usual = mean?.slice(choiceNames.length) ?? new Float32Array(meaningNames.length);
  const near = question && vectors ? vectors.map((vector) => cosine(question, vector)) : null;
  const first = near ? Math.max(0, ...near) : 0;
  const papers = new Map<unknown, number>();
  near?.forEach((value, i) => { papers.set(rows[i]!.paper, Math.max(papers.get(rows[i]!.paper) ?? 0, value)); });
  return rows.map(({ x, paper }, i) => {
    const whole = new Float32Array(choiceNames.length + meaningNames.length);
    whole.set(x);
    const best = papers.get(paper) ?? 0;
    whole.set(near ? [near[i]!, first - near[i]!, best, first - best] : usual, choiceNames.length);
    return whole;
  });
};

const project = (matrix: Float32Array, vector: Float32Array): Float32Array =>
  Float32Array.from({ length: matrix.length / vectorLength }, (_, row) => vector.reduce((sum, value, i) => sum + value * matrix[row * vectorLength + i]!, 0));

/** How much each row is believed: the logarithm of its odds against there being no answer. */
export const believe = (model: ChoiceModel, rows: readonly { x: Float32Array; shape: Float32Array }[], clues: readonly string[], question: Float32Array | null, vectors: readonly Float32Array[] | null): number[] => {
  const width = choiceNames.length + meaningNames.length;
  const speaks = new Float32Array(shapeNames.length);
  for (const clue of clues) {
    const at = model.clues.get(clue);
    if (at !== undefined) for (let k = 0; k < shapeNames.length; k += 1) speaks[k]! += model.shapes[at * shapeNames.length + k]!;
  }
  const projected = question?.length === vectorLength && vectors ? project(model.ofQuestion, question) : null;
  return rows.map(({ x, shape }, i) => {
    const standard = standardize(x, model);
    let sum = model.bias[0]! - (projected ? 0 : unsureAlone);
    for (let k = 0; k < width; k += 1) sum += model.linear[k]! * standard[k]!;
    for (let unit = 0; unit < model.outer.length; unit += 1) {
      let inner = model.hiddenBias[unit]!;
      for (let k = 0; k < width; k += 1) inner += model.hidden[unit * width + k]! * standard[k]!;
      if (inner > 0) sum += model.outer[unit]! * inner;
    }
    for (let k = 0; k < shapeNames.length; k += 1) sum += speaks[k]! * shape[k]!;
    if (projected) { const own = project(model.ofAnswer, vectors![i]!); for (let k = 0; k < own.length; k += 1) sum += projected[k]! * own[k]!; }
    return sum;
  });
};

/** The model that is shipped. */
export const choiceModel: ChoiceModel = unpackModel(choiceWeights);
