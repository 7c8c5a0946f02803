import { expect, it } from 'vitest';
import { pairsOf } from './pairs.ts';

const said = (text: string): string[] => pairsOf(1, text, () => '').map((pair) => pair.text);

it('sets the figures of a row with empty cells under the columns where such figures stand', () => {
  const pairs = said(['Coverage   Limit / deductible   Corsa   K-200', 'Bodily injury   $100,000 / $300,000   $142   $118', 'Property damage   $50,000   $96   $88', 'Premium   $482   $256'].join('\n'));
  expect(pairs).toContain('Premium Corsa: $482');
  expect(pairs).toContain('Premium K-200: $256');
  expect(pairs).not.toContain('Premium Limit / deductible: $482');
});

it('calls a row that begins with a code by the words beside it', () => {
  const pairs = said(['Tooth   What we will do   Visit   Fee', 'UL6   Root canal treatment   1   £445.00', 'LR4   White filling   2   £95.00', 'Total   £540.00'].join('\n'));
  expect(pairs).toContain('LR4 White filling Fee: £95.00');
  expect(pairs).toContain('Total Fee: £540.00');
});

it('leaves an empty last cell empty where its column holds words', () => {
  const pairs = said(['Subject   Grade   Comment', 'Algebra   B+   Works hard, check signs', 'English   A   A joy to read', 'History   B'].join('\n'));
  expect(pairs).toContain('History Grade: B');
  expect(pairs).not.toContain('History Comment: B');
});

it('reads captions over values, and none of them as another’s value', () => {
  const pairs = said(['GSTIN   CIN', '29AABCK4471M1Z3   U55101KA2011PTC060442'].join('\n'));
  expect(pairs).toContain('GSTIN: 29AABCK4471M1Z3');
  expect(pairs).not.toContain('GSTIN: CIN');
  expect(said('Name   Asha Rao\nBorn   4 May 1988')).toContain('Name: Asha Rao');
});

it('reads a code behind its caption without a colon, and who signs a letter', () => {
  expect(said('Tel. +49 30 555 01 44   IBAN DE02120300000000202051   SWIFT BYLADEM1001')).toEqual(expect.arrayContaining(['Tel: +49 30 555 01 44', 'SWIFT: BYLADEM1001']));
  expect(said('Thank you for your help.\n\nKind regards,\nPetra Vogel')).toContain('Signed: Petra Vogel');
});
