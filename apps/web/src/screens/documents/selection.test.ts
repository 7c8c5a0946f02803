import { describe, expect, it } from 'vitest';
import { isSelected, nothing, selectAll, toggle } from './selection.ts';

const loaded = ['a', 'b', 'c', 'd', 'e'];
const ids = (selection: { ids: ReadonlySet<string> }) => [...selection.ids].sort();

describe('choosing documents', () => {
  it('turns one on and off again', () => {
    const one = toggle(nothing, loaded, 'b');
    expect(ids(one)).toEqual(['b']);
    expect(ids(toggle(one, loaded, 'b'))).toEqual([]);
  });

  it('takes everything between the last one and this one with shift, in both directions', () => {
    expect(ids(toggle(toggle(nothing, loaded, 'b'), loaded, 'd', true))).toEqual(['b', 'c', 'd']);
    expect(ids(toggle(toggle(nothing, loaded, 'e'), loaded, 'c', true))).toEqual(['c', 'd', 'e']);
  });

  it('takes one alone with shift when the last one has left the list', () => {
    expect(ids(toggle(toggle(nothing, loaded, 'x'), loaded, 'd', true))).toEqual(['d', 'x']);
  });

  it('leaves the other loaded ones chosen when one of everything is turned off', () => {
    const rest = toggle(selectAll, loaded, 'c');
    expect(ids(rest)).toEqual(['a', 'b', 'd', 'e']);
    expect(isSelected(rest, 'c')).toBe(false);
  });
});
