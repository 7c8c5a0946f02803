import { describe, expect, it } from 'vitest';
import { snippetOf } from './snippet.ts';
import { createStemmer } from './stem-word.ts';

const stem = createStemmer();
const wanted = { weights: new Map([['invoic', 3], ['due', 1], ['azur', 4]]), asked: new Set(['invoic', 'azur']), numbers: [] };

describe('a snippet', () => {
  it('marks the words of the query, and not their relatives beside them', () => {
    expect(snippetOf('Azure Interior: the invoice is due in March', wanted, stem, [])).toBe('<mark>Azure</mark> Interior: the <mark>invoice</mark> is due in March');
  });

  it('marks relatives where no word of the query shows', () => {
    expect(snippetOf('To be paid when due', wanted, stem, [])).toBe('To be paid when <mark>due</mark>');
  });

  it('shows the place of a word of the query rather than one where its relatives crowd', () => {
    const passage = `The invoice comes first. ${'Something else is told here. '.repeat(12)}${'due '.repeat(20)}`;
    expect(snippetOf(passage, wanted, stem, [])).toMatch(/^The <mark>invoice<\/mark> comes first/);
  });

  it('holds no markup of the document', () => {
    expect(snippetOf('<script>azure</script> & "more"', wanted, stem, [])).toBe('&#60;script&#62;<mark>azure</mark>&#60;/script&#62; &#38; &#34;more&#34;');
  });
});
