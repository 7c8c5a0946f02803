import { describe, expect, it } from 'vitest';
import { chosenOf, readSearchSearch, requestOf, toggleFacet, withoutFacet } from './search-search.ts';

describe('the address of a search', () => {
  it('is read whatever stands in it', () => {
    expect(readSearchSearch({ q: 2024, category: 'tax', type: ['passport', 'nonsense'], tag: ['a', 'a', 7], year: '2024', mode: 'hybrid', page: 9 }))
      .toEqual({ q: '2024', category: ['tax'], type: ['passport'], tag: ['a', '7'], year: 2024 });
    expect(readSearchSearch({ q: '  ', year: 'soon', person: {}, category: 4 })).toEqual({});
  });

  it('switches a value of a facet on and off, one person and one year at a time', () => {
    const one = toggleFacet({ q: 'roof' }, 'type', 'invoice');
    expect(toggleFacet(one, 'type', 'receipt')).toEqual({ q: 'roof', type: ['invoice', 'receipt'] });
    expect(toggleFacet(one, 'type', 'invoice')).toEqual({ q: 'roof' });
    const year = toggleFacet({}, 'year', '2023');
    expect(chosenOf(toggleFacet(year, 'year', '2024'), 'year')).toEqual(['2024']);
    expect(chosenOf(toggleFacet({ person: 'Asha' }, 'person', 'Asha'), 'person')).toEqual([]);
  });

  it('asks for the days of a year, and can leave out a facet or all of them', () => {
    const search = readSearchSearch({ q: 'rent', year: 2024, tag: ['home'] });
    expect(requestOf(search)).toEqual({ query: 'rent', mode: 'hybrid', filters: { tags: ['home'], after: '2024-01-01', before: '2025-01-01' } });
    expect(withoutFacet(search, 'year')).toEqual({ q: 'rent', tag: ['home'] });
    expect(withoutFacet(search)).toEqual({ q: 'rent' });
  });
});
