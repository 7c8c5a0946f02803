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

  it.each([
    ['Seller, Passport No. Z7654321, sells', 'Seller, Passport No. XXXX4321, sells'], ['passport number: Z7654321', 'passport number: XXXX4321'], ['Voter ID: ABC1234567', 'Voter ID: XXXXXX4567'],
    ['Driving Licence DL-0420110149646', 'Driving Licence XX-XXXXXXXXX9646'], ['Your passport expires on 2031-03-04', 'Your passport expires on 2031-03-04'],
    ['visa 2031', 'visa 2031'], ['Visa: 2031-03-04 to 04-03-2032', 'Visa: 2031-03-04 to 04-03-2032'], ['Passport issued 04/03/2021', 'Passport issued 04/03/2021'], ['licence fee 123456', 'licence fee 123456'],
  ])('hides in %s what the word before it says to be one', (text, masked) => {
    expect(maskIdentityNumbersInText(text)).toBe(masked);
  });
});
