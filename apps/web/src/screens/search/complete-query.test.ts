import { describe, expect, it } from 'vitest';
import { complete, operatorsLike, quoted, typedAt } from './complete-query.ts';

describe('completing a search', () => {
  it('knows what is being typed at the caret', () => {
    expect(typedAt('roof type:pas', 13)).toMatchObject({ operator: 'type', value: 'pas', from: 5 });
    expect(typedAt('person:"Asha R', 14)).toMatchObject({ operator: 'person', value: 'Asha R', from: 0 });
    expect(typedAt('http://x', 8)).toMatchObject({ operator: null, value: 'http://x' });
    expect(typedAt('two words', 3)).toMatchObject({ operator: null, value: 'two', from: 0, to: 3 });
    expect(typedAt('', 0)).toMatchObject({ operator: null, value: '' });
  });

  it('puts a choice in its place and leaves the rest', () => {
    const query = 'roof type:pas 2024';
    expect(complete(query, typedAt(query, 13), 'type:passport')).toEqual({ query: 'roof type:passport 2024', caret: 19 });
    expect(complete('ty', typedAt('ty', 2), 'type:')).toEqual({ query: 'type:', caret: 5 });
    expect(quoted('Asha Rao')).toBe('"Asha Rao"');
    expect(quoted('tax')).toBe('tax');
  });

  it('offers operators by their beginning', () => {
    expect(operatorsLike(typedAt('be', 2))).toEqual(['before']);
    expect(operatorsLike(typedAt('tax type:', 9))).toEqual([]);
    expect(operatorsLike(typedAt('t', 1))).toEqual([]);
  });
});
