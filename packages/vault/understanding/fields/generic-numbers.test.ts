import { describe, expect, it } from 'vitest';
import { readPages } from '../reading.ts';
import { captionedNumbers } from './generic-numbers.ts';

const numbers = (text: string, type: Parameters<typeof captionedNumbers>[1] = 'contract') =>
  captionedNumbers(readPages([{ page: 1, text, source: 'text-layer', confidence: null }], '2026-03-01'), type).map(({ value }) => value);

describe('numbers behind captions that no rule knows', () => {
  it('are read by the end of the caption', () => {
    expect(numbers('Mooring berth licence ref: MB-20417')).toEqual([]);
    expect(numbers('Allocation number HW-20881734')).toEqual(['HW-20881734']);
    expect(numbers('Teilnehmernummer: 5520917', 'contract')).toEqual(['5520917']);
  });

  it('are never those that identify a person, which others would then read whole in a deed or a contract', () => {
    expect(numbers('Passport No. Z7654321\nAadhaar number 2345 6789 0123\nVoter ID: ABC1234567\nNational identity card no: 784-1990-1234567-1\nVisa number 20417733', 'property_deed')).toEqual([]);
  });

  it('are never telephones, rooms or tax numbers, and no doctor’s register', () => {
    expect(numbers('Phone no: 0113 496 0180\nRoom number 4127\nGST no: 29AADCA7718K1Z')).toEqual([]);
    expect(numbers('Physiotherapy id 20417', 'prescription')).toEqual([]);
  });
});
