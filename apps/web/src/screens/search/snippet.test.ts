import { describe, expect, it } from 'vitest';
import { partsOf, wordsToLight } from './snippet.ts';

describe('a snippet', () => {
  it('is text and nothing else, whatever it looks like', () => {
    expect(partsOf('… &#60;img src=x onerror=1&#62; the <mark>roof&#39;s</mark> end')).toEqual([
      { text: '… <img src=x onerror=1> the ', lit: false }, { text: "roof's", lit: true }, { text: ' end', lit: false },
    ]);
    expect(partsOf('')).toEqual([]);
    expect(partsOf('<script>x</script>')).toEqual([{ text: '<script>x</script>', lit: false }]);
  });

  it('tells the words to light up: the phrase asked for, else what matched', () => {
    expect(wordsToLight('tax "no claim bonus"', '<mark>tax</mark>')).toBe('no claim bonus');
    expect(wordsToLight('roofs', 'the <mark>roof</mark> and the <mark>Roof</mark>, <mark>XXXX1234</mark>')).toBe('Roof');
    expect(wordsToLight('what covers a burst pipe', 'plain')).toBeUndefined();
  });
});
