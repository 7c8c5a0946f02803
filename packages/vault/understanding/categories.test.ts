import { describe, expect, it } from 'vitest';
import { categoryOf } from './categories.ts';
import { readPages } from './reading.ts';

const topic = (text: string) => categoryOf('other', readPages([{ page: 1, text, source: 'text-layer', confidence: null }], '2026-03-01'));

describe('the category of a paper without a type', () => {
  it('is what the letter is about, not that it is a letter', () => {
    expect(topic('Dear Ms Ito,\nPlease bring your glasses to the appointment with the dentist; the hygienist will see you after.\nYours sincerely')).toBe('medical');
    expect(topic('Dear parents and carers,\nThe primary school visits the museum. Pupils need a packed lunch.\nYours faithfully, the headteacher')).toBe('education');
    expect(topic('Proposal for a new roof: shingles, gutters and labour. We look forward to working on your home.\nRegards')).toBe('property');
  });

  it('is personal where a friend writes, and other where nothing is told', () => {
    expect(topic('Hello my friend,\nHappy birthday! The family sends its love.\nSee you soon')).toBe('personal');
    expect(topic('Three lines\nthat say\nnothing in particular')).toBe('other');
  });
});
