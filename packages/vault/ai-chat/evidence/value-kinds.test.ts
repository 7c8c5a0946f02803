import { describe, expect, it } from 'vitest';
import { holds, wantedKind } from './value-kinds.ts';

describe('the kind of answer that a question wants', () => {
  it.each([
    ['who should i call if the lift gets stuck?', 'phone'], ['what is the phone number of the clinic?', 'phone'], ['where do i ring to report a leak?', 'phone'],
    ['what is the door code of the garage?', 'code'], ['where did we get married?', 'place'], ['in which hospital was tom born?', 'place'],
    ['until when can i return the lamp?', 'deadline'], ['how much water did we use?', 'quantity'], ['who signed the lease?', 'name'], ['how much is the phone bill?', 'amount'],
  ] as const)('%s', (question, kind) => { expect(wantedKind(question)).toBe(kind); });
});

describe('what a text holds', () => {
  it('is a phone number where digits are to be dialled, and not where they are a sum or a day', () => {
    expect(holds('Emergencies at any time: 030 555-0144', 'phone')).toBe(true);
    expect(holds('Complaints: dial 1912', 'phone')).toBe(true);
    expect(holds('$1,886.21 due 12/10/2026 at 14:30', 'phone')).toBe(false);
  });

  it('is a code only where one is printed', () => {
    expect(holds('The door code is given in person.', 'code')).toBe(false);
    expect(holds('Door code: 4471#', 'code')).toBe(true);
    expect(holds('The code changes on 3 May 2026 at 10 am', 'code')).toBe(false);
  });

  it('is a day even without its year', () => {
    expect(holds('closed for three weeks from August 3', 'date')).toBe(true);
    expect(holds('drei Wochen ab dem 3. August', 'date')).toBe(true);
    expect(holds('verlängert sich, wenn nicht bis 30.11. gekündigt wird', 'date')).toBe(true);
  });

  it('is no finding where it is what the examination cost', () => {
    expect(holds('Scan of the knee $412.00 $188.50', 'finding')).toBe(false);
    expect(holds('Scan of the knee: no fracture seen', 'finding')).toBe(true);
  });
});
