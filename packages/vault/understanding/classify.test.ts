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

  it('takes a letter that talks of a journey for a letter', () => {
    expect(typed('St Chad’s Primary School\n19th January 2026\nDear parents and carers,\nWe are delighted that your child has a place on this year’s trip from 17 June to 19 June 2026.\nThe coach leaves at 8.45 am sharp; we return at 3.30 pm. Seats are numbered, baggage goes below.\nYours faithfully,\nP. Goodwin').documentType).toBe('other');
  });

  it('takes prose that mentions money for no receipt, and who hires a truck for no tenant', () => {
    expect(typed('4th Ilkley Cubs\nHello everyone,\nThanks to all who helped put the tents up.\nSubs are £38 for the term, cash to Akela.').documentType).toBe('other');
    expect(typed('EZ-HAUL TRUCK RENTAL\nRental agreement 88-20441\nRenter: Brandon Okafor\nPick-up 01/09/2026   Return 01/10/2026\nEstimated charges: $142.70').documentType).toBe('contract');
  });

  it('reads headings of one compound word by their end', () => {
    expect(typed('Betreuungsvertrag\nKind: Emil Roth, geboren am 08.06.2023\nAufnahme: 01.09.2025').documentType).toBe('contract');
  });
});
