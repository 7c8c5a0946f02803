import { describe, expect, it } from 'vitest';
import { cleanText } from './clean-text.ts';

describe('text is made safe to store and good to search', () => {
  it('has no NUL, no control characters and no lone surrogates', () => {
    expect(cleanText('a\0b\u0007c\ud800d\u009be')).toBe('abc\ufffdde');
  });
  it('spells ligatures out and drops soft hyphens and zero-width spaces', () => {
    expect(cleanText('of\ufb01ce \ufb02oor co\u00adop\u200beration')).toBe('office floor cooperation');
  });
  it('joins a word that was hyphenated over a line end, and leaves dashes and names alone', () => {
    expect(cleanText('the detec-\ntion area\nMary Smith-\nJones')).toBe('the detection\narea\nMary Smith-\nJones');
  });
  it('keeps the gaps between cells and the joiners of Indic scripts', () => {
    expect(cleanText('Total\t279.84  \nक्\u200dष')).toBe('Total   279.84\nक्\u200dष');
  });
  it('is in Unicode form C and at most 200,000 characters long', () => {
    expect(cleanText('Cafe\u0301')).toBe('Café');
    expect(cleanText('x'.repeat(900_000))).toHaveLength(200_000);
  });
  it('cannot be used to turn text round on the screen', () => {
    expect(cleanText('invoice\u202egpj.exe')).toBe('invoicegpj.exe');
  });
});
