import { describe, expect, it } from 'vitest';
import { readPages } from '../reading.ts';
import { mendByRepetition, pageOf } from './mend.ts';
import { mendLetters } from './mend-letters.ts';

const scanned = (...texts: string[]) => readPages(texts.map((text, i) => ({ page: i + 1, text, source: 'ocr' as const, confidence: 0.8 })), '2026-03-01');

describe('names misread', () => {
  it.each([['CAUVERY CASTlNGS', 'CAUVERY CASTINGS'], ['WHOLE F00DS', 'WHOLE FOODS'], ['PhiIip Grant', 'Philip Grant'], ['0vo Energy', 'Ovo Energy'], ['G4S plc', 'G4S plc'], ['Il Forno', 'Il Forno'], ['B2B Ltd', 'B2B Ltd']])('%s is %s', (read, meant) => {
    expect(mendLetters(read)).toBe(meant);
  });

  it('give way to what the rest of the scan says', () => {
    const paper = scanned('To Svresh Iyer\nDear Suresh,\nsigned by Suresh Iyer\nRamesh Kolkar');
    expect(mendByRepetition('Svresh Iyer', paper)).toBe('Suresh Iyer');
    expect(mendByRepetition('Ramesh Kolkar', paper)).toBe('Ramesh Kolkar');
    expect(mendByRepetition('Bajaj Firiance Limited', paper)).toBe('Bajaj Finance Limited');
  });

  it('are placed on the page that bears them', () => {
    expect(pageOf('Leela Iyer', 1, scanned('Cover', 'The Tenant: LEELA IYER'))).toBe(2);
    expect(pageOf('Nobody Here', 1, scanned('Cover', 'The Tenant: LEELA IYER'))).toBe(1);
  });
});
