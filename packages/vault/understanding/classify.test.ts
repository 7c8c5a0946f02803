import { describe, expect, it } from 'vitest';
import { classify } from './classify.ts';
import { readPages } from './reading.ts';

const typed = (text: string) => classify(readPages([{ page: 1, text, source: 'text-layer', confidence: null }], '2026-03-01'), { fileName: 'paper.pdf' });

describe('telling types apart', () => {
  it('takes an ordinary word in a sentence for no heading', () => {
    const note = typed('A small note about tulips\nPlant the bulbs in October, three times as deep as they are tall.\nThe bulbs that we borrowed from Aunt Ruth go back to her.');
    expect(note.documentType).toBe('other');
    expect(note.confidence).toBeLessThan(0.8);
  });

  it('believes a paper that says what it is not', () => {
    expect(typed('Great Lakes Health Plan\nExplanation of benefits. THIS IS NOT A BILL\nService   Billed   You owe\nTotal   $777.00   $64.20').documentType).not.toBe('invoice');
  });

  it('reads headings of one compound word by their end', () => {
    expect(typed('Betreuungsvertrag\nKind: Emil Roth, geboren am 08.06.2023\nAufnahme: 01.09.2025').documentType).toBe('contract');
  });
});
