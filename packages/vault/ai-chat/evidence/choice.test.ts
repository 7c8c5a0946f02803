import { describe, expect, it } from 'vitest';
import { believe, choiceModel, meaningNames, packModel, sift, unpackModel, withMeaning } from './choice.ts';
import { choiceNames } from './choice-rows.ts';
import { shapeNames } from './value-shape.ts';
import { wordTable } from './word-table.ts';

const width = choiceNames.length + meaningNames.length;
const row = (changes: Record<string, number>, paper = 'a') => ({ x: Float32Array.from(choiceNames, (name) => changes[name] ?? 0), shape: new Float32Array(shapeNames.length), paper });

describe('the learned choice', () => {
  it('is of the features that there are', () => {
    expect(choiceModel.sieve).toHaveLength(choiceNames.length);
    for (const part of [choiceModel.mean, choiceModel.deviation, choiceModel.linear]) expect(part).toHaveLength(width);
    expect(choiceModel.hidden).toHaveLength(choiceModel.outer.length * width);
    expect(choiceModel.shapes).toHaveLength(choiceModel.clues.size * shapeNames.length);
    expect(choiceModel.ofQuestion).toHaveLength(choiceModel.ofAnswer.length);
  });

  it('believes more in the line that has the words of the question, with and without an encoder', () => {
    const rows = [row({ own: 0.1, about: 0.1, withPaper: 0.2 }), row({ own: 0.9, about: 0.9, withPaper: 0.9, cover: 0.8, held: 1 })];
    const [weak, strong] = believe(choiceModel, withMeaning(rows, null, null, choiceModel.mean).map((x, i) => ({ x, shape: rows[i]!.shape })), ['*'], null, null);
    expect(strong).toBeGreaterThan(weak!);
  });

  it('tells how near the line is, and the nearest of its paper', () => {
    const vectors = [Float32Array.of(1, 0), Float32Array.of(0.6, 0.8), Float32Array.of(0, 1)];
    const found = withMeaning([row({}), row({}), row({}, 'b')], Float32Array.of(1, 0), vectors, null).map((x) => [...x.slice(choiceNames.length)].map((value) => Math.round(value * 10) / 10));
    expect(found).toEqual([[1, 0, 1, 0], [0.6, 0.4, 1, 0], [0, 1, 0, 1]]);
  });

  it('looks closely at no more than forty', () => {
    const many = Array.from({ length: 90 }, (_, i) => row({ byRules: i }));
    expect(sift(many, Float32Array.from(choiceNames, (name) => (name === 'byRules' ? 1 : 0)))[0]).toBe(many[89]);
    expect(sift(many, choiceModel.sieve)).toHaveLength(40);
  });

  it('is packed into text and read back', () => {
    const again = unpackModel(packModel(choiceModel));
    expect([...again.clues]).toEqual([...choiceModel.clues]);
    expect(again.hidden[5]).toBeCloseTo(choiceModel.hidden[5]!, 4);
  });
});

describe('the table of words', () => {
  const like = (one: string, other: string) => wordTable.like(wordTable.find(one), wordTable.find(other));

  it('puts near each other what is of one kind', () => {
    expect(like('puppy', 'dog')).toBeGreaterThan(0.5);
    expect(like('doctor', 'physician')).toBeGreaterThan(like('doctor', 'boiler') + 0.3);
    expect(like('rent', 'rent')).toBeCloseTo(1);
    expect(wordTable.find('zzzzqqq')).toBe(-1);
  });
});
