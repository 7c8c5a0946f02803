import { describe, expect, it } from 'vitest';
import { boxesOfWords } from './boxes.ts';

const word = (text: string, x: number, y: number, w = 0.1, h = 0.02) => ({ text, x, y, w, h });
const near = (value: number) => expect.closeTo(value, 6) as number;

describe('boxes on a recognised page', () => {
  it('hold neighbours of a line in one, and each line by itself', () => {
    const words = [word('Total', 0.1, 0.1), word('due', 0.22, 0.102), word('now', 0.1, 0.14)];
    const spans = words.map((_, item) => ({ item, from: 0, to: words[item]!.text.length }));
    expect(boxesOfWords({ turn: 0, words }, spans)).toEqual([
      { left: near(0.1), top: near(0.1), width: near(0.22), height: near(0.022) }, { left: near(0.1), top: near(0.14), width: near(0.1), height: near(0.02) },
    ]);
  });

  it('cut a word where only a part of it is meant, along the way it is written', () => {
    const tall = { text: 'Rs.450', x: 0.5, y: 0.2, w: 0.02, h: 0.12 };
    expect(boxesOfWords({ turn: 3, words: [tall] }, [{ item: 0, from: 3, to: 6 }])).toEqual([{ left: near(0.5), top: near(0.26), width: near(0.02), height: near(0.06) }]);
    expect(boxesOfWords({ turn: 1, words: [tall] }, [{ item: 0, from: 3, to: 6 }])).toEqual([{ left: near(0.5), top: near(0.2), width: near(0.02), height: near(0.06) }]);
  });
});
