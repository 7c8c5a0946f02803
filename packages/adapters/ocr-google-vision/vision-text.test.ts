import { describe, expect, it } from 'vitest';
import { annotationOf, linesSeen, type SeenWord } from '@docuvault/testing/google-vision.ts';
import { readingOf } from './vision-text.ts';
import type { ImageAnswer } from './vision-wire.ts';

const read = (words: readonly SeenWord[], how: Parameters<typeof annotationOf>[1] = {}) => readingOf(annotationOf(words, how) as ImageAnswer);
const row = (y: number, cells: readonly (readonly [number, string])[]): SeenWord[] => cells.flatMap(([x, text]) => text.split(' ').map((word, k, all) => ({
  text: word, x: x + 12 * all.slice(0, k).join(' ').length + (k > 0 ? 8 : 0), y, w: 12 * word.length - 1, h: 24, ends: k === all.length - 1 ? 'SURE_SPACE' as const : 'SPACE' as const,
})));

describe('what Google Cloud Vision tells of a page', () => {
  it('has its signs put back to their words', () => {
    const { text, words } = read(linesSeen(['Total: 1,234.50', 'Paid, with thanks.']));
    expect(text).toBe('Total: 1,234.50\nPaid, with thanks.');
    expect(words.words.map((word) => word.text)).toEqual(['Total:', '1,234.50', 'Paid,', 'with', 'thanks.']);
  });

  it('becomes rows whose cells stand apart, in whatever blocks it came', () => {
    const labels = [...row(100, [[60, 'Subtotal']]), ...row(140, [[60, 'Amount due']])];
    const amounts = [...row(100, [[700, '262.90']]), ...row(140, [[700, '279.84']])];
    expect(read([...labels, ...amounts]).text).toBe('Subtotal   262.90\nAmount due   279.84');
  });

  it('keeps the places of words, zeros and all, in shares of the picture', () => {
    const { words } = read([{ text: 'Corner', x: 0, y: 0, w: 100, h: 28, ends: 'LINE_BREAK' }], { width: 1000, height: 1400 });
    expect(words).toEqual({ turn: 0, words: [{ text: 'Corner', x: 0, y: 0, w: 0.1, h: 0.02 }] });
  });

  it.each([[1, 3], [2, 2], [3, 1]])('is read the right way up when the paper was turned by %i quarters, and %i more bring it upright', (turned, turn) => {
    const seen = linesSeen(['First line of the page', 'and the second, below it']);
    const { text, words } = read(seen, { turned });
    expect(text).toBe('First line of the page\nand the second, below it');
    expect(words.turn).toBe(turn);
    const first = words.words[0]!;
    // Upright, the word stands at (60, 60) on a page of 1000 by 1400.
    const middle = { x: first.x + first.w / 2, y: first.y + first.h / 2 };
    const upright = [middle, { x: middle.y, y: 1 - middle.x }, { x: 1 - middle.x, y: 1 - middle.y }, { x: 1 - middle.y, y: middle.x }][turned]!;
    expect(upright.x).toBeCloseTo((60 + 59 / 2) / 1000, 2);
    expect(upright.y).toBeCloseTo(72 / 1400, 2);
  });

  it('keeps lines apart that lie askew', () => {
    const slope = 0.06;
    const askew = annotationOf(linesSeen(['A line that runs across the page from left to right', 'and another one that lies below it on the same page'])) as ImageAnswer;
    for (const word of askew.fullTextAnnotation!.pages![0]!.blocks![0]!.paragraphs![0]!.words!) for (const corner of word.boundingBox!.vertices!) corner.y = Math.round(corner.y! + slope * corner.x!);
    expect(readingOf(askew).text.split('\n')).toEqual(['A line that runs across the page from left to right', 'and another one that lies below it on the same page']);
  });

  it('has words joined again that a line’s end parted', () => {
    const words: SeenWord[] = [{ text: 'the', x: 60, y: 60, w: 40, h: 24, ends: 'SPACE' }, { text: 'agree', x: 110, y: 60, w: 60, h: 24, ends: 'HYPHEN' }, { text: 'ment', x: 60, y: 100, w: 50, h: 24, ends: 'SPACE' }, { text: 'ends', x: 120, y: 100, w: 50, h: 24, ends: 'LINE_BREAK' }];
    expect(read(words).text).toBe('the agreement\nends');
  });

  it.each([[{}], [{ fullTextAnnotation: {} }], [{ fullTextAnnotation: { pages: [{}] } }], [{ fullTextAnnotation: { pages: [{ blocks: [{ paragraphs: [{ words: [{ symbols: [{ text: 'x' }] }, { boundingBox: { vertices: [{ x: 1 }] }, symbols: [{ text: 'y' }] }] }] }] }] } }]] as ImageAnswer[][])(
    'is no text where it holds none: %j', (answer) => {
      expect(readingOf(answer!)).toEqual({ text: '', confidence: 0, words: { turn: 0, words: [] } });
    });
});
