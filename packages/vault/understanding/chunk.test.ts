import type { PageText } from '@docuvault/core/pages.ts';
import { describe, expect, it } from 'vitest';
import { chunk } from './chunk.ts';

const page = (text: string, number = 1): PageText => ({ page: number, text, source: 'text-layer', confidence: null });
const words = (text: string) => text.split(/\s+/).filter(Boolean).length;
const sentence = 'The tenant shall keep the premises in good repair and shall give notice of any damage at once.';

describe('passages', () => {
  it('a short form is one passage', () => {
    const form = 'Passport No. N4837261\n\nSurname\nKULKARNI\n\nGiven names\nMEERA ANAND\n\nDate of Birth 23/11/1988';
    expect(chunk([page(form)])).toEqual([{ ordinal: 0, page: 1, text: expect.stringContaining('MEERA ANAND') as string }]);
  });

  it('never run across pages and count from zero', () => {
    const found = chunk([page('first page'), page('second page', 2), page('', 3), page('fourth page', 4)]);
    expect(found.map(({ ordinal, page: at }) => [ordinal, at])).toEqual([[0, 1], [1, 2], [2, 4]]);
  });

  it('of long prose keep to about 220 words and overlap by a sentence', () => {
    const found = chunk([page(Array.from({ length: 60 }, (_, i) => `${String(i)} ${sentence}`).join(' '))]);
    expect(found.length).toBeGreaterThan(4);
    for (const { text } of found) expect(words(text)).toBeLessThanOrEqual(220);
    const [first, second] = found;
    expect(second?.text.startsWith(first?.text.split(/(?<=\.) /).at(-1) ?? 'x')).toBe(true);
  });

  it('keep a table together and its lines whole', () => {
    const table = ['Item   Qty   Amount', ...Array.from({ length: 20 }, (_, i) => `Thing ${String(i)}   ${String(i)}   ${String(i)}.00`)].join('\n');
    const found = chunk([page(`${sentence}\n\n${table}`)]);
    expect(found).toHaveLength(1);
    expect(found[0]?.text).toContain('Thing 19  19  19.00');
  });

  it('are at most two thousand, spread over all pages', () => {
    const long = Array.from({ length: 60 }, () => sentence).join(' ');
    const found = chunk(Array.from({ length: 600 }, (_, i) => page(long, i + 1)));
    expect(found.length).toBeLessThanOrEqual(2000);
    expect(found.at(-1)?.page).toBe(600);
  });

  it('lose NUL and other invisible characters', () => {
    expect(chunk([page('a\u0000b \u202eright\u202c \u200bend')])[0]?.text).toBe('ab right end');
  });
});
