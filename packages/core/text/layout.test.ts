import { describe, expect, it } from 'vitest';
import { layOutWords, type PlacedWord } from './layout.ts';

/** Words of a line from x on, 6 units a letter, 10 high. */
function line(x: number, y: number, text: string): PlacedWord[] {
  let at = x;
  return text.split(' ').map((word) => {
    const placed = { text: word, x0: at, y0: y, x1: at + word.length * 6, y1: y + 10 };
    at = placed.x1 + 4;
    return placed;
  });
}

describe('words become lines in the order in which a person reads them', () => {
  it('keeps the cells of a row on one line, whatever order they were drawn in', () => {
    const words = [...line(400, 24, '279.84'), ...line(10, 24, 'Total'), ...line(400, 10, '262.90'), ...line(10, 10, 'Subtotal')];
    expect(layOutWords(words)).toBe('Subtotal   262.90\nTotal   279.84');
  });
  it('reads columns of running text one after the other', () => {
    const left = ['The tenant shall pay the', 'rent on the first day', 'of each month and shall', 'keep the premises in good', 'repair at all times and', 'return them so.'];
    const right = ['In the event of damage', 'by fire the landlord will', 'rebuild without delay or', 'release the tenant from', 'all duties under this', 'agreement at once.'];
    const words = left.flatMap((text, i) => [...line(10, i * 14, text), ...line(300, i * 14, right[i]!)]);
    expect(layOutWords(words)).toBe(`${left.join('\n')}\n\n${right.join('\n')}`);
  });
  it('does not read two address blocks as columns, so that a label above its value stays near it', () => {
    const words = [...line(10, 0, 'Invoice Date'), ...line(300, 0, 'Due Date'), ...line(10, 14, '03/20/2023'), ...line(300, 14, '04/04/2023')];
    expect(layOutWords(words)).toBe('Invoice Date   Due Date\n03/20/2023   04/04/2023');
  });
  it('does not mix two small lines that stand beside one tall word', () => {
    const words = [{ text: 'FACTUUR', x0: 10, y0: 0, x1: 200, y1: 30 }, ...line(300, 2, 'Weena 664'), ...line(300, 15, '3012 CN Rotterdam')];
    const text = layOutWords(words);
    expect(text).toContain('Weena 664');
    expect(text).toContain('3012 CN Rotterdam');
  });
  it('sets an empty line between paragraphs', () => {
    expect(layOutWords([...line(0, 0, 'First paragraph'), ...line(0, 40, 'Second paragraph')])).toBe('First paragraph\n\nSecond paragraph');
  });
  it('parts no words of a typewriter, whose spaces are as wide as its letters, but its columns', () => {
    const typed = (y: number, text: string): PlacedWord[] => [...text.matchAll(/\S+/g)].map((match) => ({
      text: match[0], x0: match.index * 12 + 1, y0: y, x1: (match.index + match[0].length) * 12 - 2, y1: y + (/[bdfhklt]|\p{Lu}/u.test(match[0]) ? 14 : 9),
    }));
    const prose = ['I give the house at Indore which', 'came to me from my mother and my', 'books and a veena to my daughter', 'Nalini who shall keep them well.', 'Rent   twelve thousand rupees'];
    expect(layOutWords(prose.flatMap((text, i) => typed(i * 16, text)))).toBe(prose.join('\n'));
  });
  it('parts no words of a line that is set to fill its column, however wide its spaces, but cells that are as far apart', () => {
    const spread = (y: number, text: string, gap: number): PlacedWord[] => {
      let at = 0;
      return text.split(' ').map((word) => {
        const placed = { text: word, x0: at, y0: y, x1: at + word.length * 6, y1: y + 10 };
        at = placed.x1 + gap + (/,$/.test(word) ? 2 : 0);
        return placed;
      });
    };
    const prose = ['I, SURESH RAO, son of the late Narayan Rao,', 'hereby revoke all my former wills and codicils', 'and declare this to be my last will, made of'];
    expect(layOutWords(prose.flatMap((text, i) => spread(i * 14, text, 9 + i)))).toBe(prose.join('\n'));
    expect(layOutWords(spread(0, 'Qty Price Tax Total', 11))).toBe('Qty   Price   Tax   Total');
    expect(layOutWords(spread(0, '2 1,450.00 18 261.00 9 1,711.00', 11))).toBe('2   1,450.00   18   261.00   9   1,711.00');
  });
  it('parts cells from a label whose own spaces are wide', () => {
    const wide = ['Rent for the month of May'.split(' '), ['12,000.00']];
    let at = 0;
    const words = wide.flatMap((cell, k) => cell.map((text) => {
      const placed = { text, x0: at, y0: 0, x1: at + text.length * 6, y1: 10 };
      at = placed.x1 + (k === 0 && text === 'May' ? 14 : 7);
      return placed;
    }));
    expect(layOutWords(words)).toBe('Rent for the month of May   12,000.00');
  });
  it('does not part the lines of a paragraph that is set wide, but paragraphs of it', () => {
    const lines = ['The tenant shall pay the rent', 'on the first day of each month', 'and shall keep the place clean', 'as long as the lease is to last'];
    const words = lines.flatMap((text, i) => line(0, i * 24, text));
    expect(layOutWords(words)).toBe(lines.join('\n'));
    expect(layOutWords([...words, ...line(0, 3 * 24 + 44, 'Nothing in here binds the heirs of either')])).toBe(`${lines.join('\n')}\n\nNothing in here binds the heirs of either`);
  });
});
