import { describe, expect, it } from 'vitest';
import { readPages } from './reading.ts';
import { addingUp, billOfSums } from './sums.ts';

const reading = (text: string) => readPages([{ page: 1, text, source: 'text-layer', confidence: null }], '2026-03-01');

describe('amounts that add up', () => {
  it('finds the total of a column, what is taken off subtracted', () => {
    expect(addingUp(reading('Spectacles   £265.00\nEye examination   £30.00\nLess: voucher   £42.00\nTo pay   £253.00'))).toMatchObject({ value: 253, of: 3 });
    expect(addingUp(reading('Amount   Rs 7,627\nGST @ 18%   Rs 1,373\nNet   Rs 9,000'))).toMatchObject({ value: 9000 });
  });

  it('takes what was paid before for no part of the total', () => {
    expect(addingUp(reading('Room   70,000.00\nTheatre   50,000.00\nTotal bill   120,000.00\nAdvance paid   50,000.00\nBalance   70,000.00'))?.value).toBe(120000);
  });

  it('finds nothing where nothing adds up', () => {
    expect(addingUp(reading('Tea   2.50\nCake   3.10\nChange   4.00'))).toBeNull();
    expect(billOfSums(reading('Plant the bulbs in October.'))).toBeNull();
  });

  it('are a bill where one is asked for the sum, and a receipt where it is paid', () => {
    expect(billOfSums(reading('Exam   $162.00\nInsurance payment   -$98.00\nYou owe   $64.00'))?.type).toBe('invoice');
    expect(billOfSums(reading('Bouquet   £48.00\nCard   £2.50\nPaid in full   £50.50'))?.type).toBe('receipt');
  });
});
