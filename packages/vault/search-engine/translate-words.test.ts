import { expect, it } from 'vitest';
import { translateWord } from './translate-words.ts';

it('knows the words of other languages by their English, however Hindi is spelled', () => {
  expect(translateWord('lohnzettel', 'lohnzettel').english).toContain('payslip');
  expect(translateWord('ordinateur', 'ordinateur').english).toContain('laptop');
  for (const word of ['padhai', 'padhaai', 'paddhai']) expect(translateWord(word, word).english, word).toContain('tuition');
  expect(translateWord('dawaai', 'dawaai').english).toContain('medic');
});

it('knows what papers in other languages call what is asked in English', () => {
  expect(translateWord('insurance', 'insur').foreign).toEqual(expect.arrayContaining(['versicherung', 'seguro', 'beema']));
  expect(translateWord('rent', 'rent').english).toEqual([]);
});

it('reads an unknown German compound by its parts', () => {
  expect(translateWord('autoversicherung', 'autoversicherung').english).toEqual(expect.arrayContaining(['insur', 'car']));
});
