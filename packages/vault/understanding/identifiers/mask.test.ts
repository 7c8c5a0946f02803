import { describe, expect, it } from 'vitest';
import { isIdentityField, maskIdentityNumber, maskIdentityNumbersInText, maskNumber } from './mask.ts';

describe('masking', () => {
  it('shows the last four characters and keeps the spacing', () => {
    expect(maskNumber('2345 6789 0124')).toBe('XXXX XXXX 0124');
    expect(maskNumber('BNZPM2501F')).toBe('XXXXXX501F');
    expect(maskNumber('123')).toBe('XXX');
  });

  it('hides a passport number and leaves an invoice number alone', () => {
    expect(maskIdentityNumber('documentNumber', 'N4837261', 'passport')).toBe('XXXX7261');
    expect(maskIdentityNumber('documentNumber', 'INV/2023/03/0008', 'invoice')).toBe('INV/2023/03/0008');
    expect(maskIdentityNumber('totalAmount', '1939.00')).toBe('1939.00');
  });

  it('takes a document number for an identity number when the type is not known', () => {
    expect(isIdentityField('documentNumber')).toBe(true);
    expect(isIdentityField('pan', 'payslip')).toBe(true);
    expect(isIdentityField('holderName')).toBe(false);
  });

  it('hides identity numbers inside sentences, known ones whatever their spacing', () => {
    expect(maskIdentityNumbersInText('Aadhaar 2345 6789 0124 and PAN BNZPM2501F')).toBe('Aadhaar XXXX XXXX 0124 and PAN XXXXXX501F');
    expect(maskIdentityNumbersInText('Passport N 483 7261 was renewed', ['N4837261'])).toBe('Passport X XXX 7261 was renewed');
    expect(maskIdentityNumbersInText('P<INDKULKARNI<<MEERA<ANAND<<<<<<<')).toBe('…');
  });
});
