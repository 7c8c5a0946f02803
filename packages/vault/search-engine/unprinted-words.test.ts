import { describe, expect, it } from 'vitest';
import { unprintedWords } from './unprinted-words.ts';

const dates = (entries: Record<string, string>) => Object.entries(entries).map(([name, value]) => ({ name, value }));

describe('what people say of a paper that is not printed on it', () => {
  it('is its language, by its English name', () => {
    expect(unprintedWords({ language: 'de', fields: [] })).toEqual(['german germany']);
    expect(unprintedWords({ language: 'en', fields: [] })).toEqual([]);
    expect(unprintedWords({ language: null, fields: [] })).toEqual([]);
  });
  it('is the month of its dates, each once, but not of a birth', () => {
    expect(unprintedWords({ fields: dates({ issueDate: '2026-01-14', dueDate: '2026-01-28', dateOfBirth: '1981-03-14' }) })).toEqual(['january jan 2026']);
    expect(unprintedWords({ fields: dates({ issueDate: '2026-13-99' }) })).toEqual(['2026']);
  });
  it('is that its holder was a child, or old, when it was issued', () => {
    expect(unprintedWords({ fields: dates({ dateOfBirth: '2017-06-02', issueDate: '2025-06-01' }) })).toContain('child kid minor');
    expect(unprintedWords({ fields: dates({ dateOfBirth: '1951-06-30', issueDate: '2025-06-01' }) })).toContain('senior elder grandparent');
    expect(unprintedWords({ fields: dates({ dateOfBirth: '1990-07-04', issueDate: '2025-06-01' }) })).toEqual(['june jun 2025']);
    expect(unprintedWords({ fields: dates({ dateOfBirth: '2017-06-02' }) })).toEqual([]);
  });
});
