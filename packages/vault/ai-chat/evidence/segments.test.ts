import { describe, expect, it } from 'vitest';
import { segmentsOf } from './segments.ts';

const texts = (text: string): string[] => segmentsOf(1, text).map((segment) => segment.text);

describe('a sentence', () => {
  it('goes on behind an empty line and wide gaps that a scanner put in', () => {
    expect(texts('3.   I   bequeath the house   at   12,   Tulsi Nagar,   Indore,   which\n\ncame to me from my mother,   to my daughter Nalini Kamath.\n'))
      .toContain('I bequeath the house at 12, Tulsi Nagar, Indore, which came to me from my mother, to my daughter Nalini Kamath.');
  });

  it('ends where it ends, and before a new item', () => {
    expect(texts('The tenant shall keep the garden in good order and repair.\n\nThe landlord may enter with notice.')).toHaveLength(2);
    expect(texts('The tenant pays for water, electricity and gas as metered\n\na) within ten days of each bill\nb) without deduction')).not.toContain('The tenant pays for water, electricity and gas as metered a) within ten days of each bill');
  });
});
