import { describe, expect, it } from 'vitest';
import { aadhaarValid, gstinValid, ibanValid, ifscValid, indianLicenceValid, indianPlateValid, ninoValid, panValid, ssnValid, ukLicenceValid, vinChecked } from './checks.ts';
import { findIdentifiers } from './find-identifiers.ts';
import { verhoeffValid } from './verhoeff.ts';

describe('checked numbers', () => {
  it('Verhoeff finds a wrong digit and a swap', () => {
    expect(verhoeffValid('2363')).toBe(true);
    expect(verhoeffValid('2364')).toBe(false);
    expect(verhoeffValid('3263')).toBe(false);
  });

  it('an Aadhaar number holds with and without its spaces, and never begins with 0 or 1', () => {
    expect(aadhaarValid('2345 6789 0124')).toBe(true);
    expect(aadhaarValid('234567890124')).toBe(true);
    expect(aadhaarValid('2345 6789 0125')).toBe(false);
    expect(aadhaarValid('1345 6789 0124')).toBe(false);
  });

  it('a PAN names its kind of holder by the fourth letter', () => {
    expect(panValid('BNZPM2501F')).toBe(true);
    expect(panValid('BNZXM2501F')).toBe(false);
  });

  it('a GSTIN is proven by its last character', () => {
    expect(gstinValid('27AAPFU0939F1ZV')).toBe(true);
    expect(gstinValid('27AAPFU0939F1ZW')).toBe(false);
  });

  it('an IBAN leaves remainder 1 modulo 97', () => {
    expect(ibanValid('GB29 NWBK 6016 1331 9268 19')).toBe(true);
    expect(ibanValid('GB29 NWBK 6016 1331 9268 18')).toBe(false);
  });

  it('vehicles, licences, branches and social numbers are known by their shape', () => {
    expect(vinChecked('1HGCM82633A004352')).toBe(true);
    expect(indianPlateValid('MH 12 AB 1234')).toBe(true);
    expect(indianPlateValid('XX 12 AB 1234')).toBe(false);
    expect(indianLicenceValid('KA05 20110012345')).toBe(true);
    expect(ukLicenceValid('HARGR955074OK9AB')).toBe(true);
    expect(ninoValid('AB 12 34 56 C')).toBe(true);
    expect(ninoValid('GB 12 34 56 C')).toBe(false);
    expect(ssnValid('123-45-6789')).toBe(true);
    expect(ssnValid('000-45-6789')).toBe(false);
    expect(ifscValid('HDFC0000003')).toBe(true);
  });
});

describe('numbers in text', () => {
  it('are found once each, the proven ones marked', () => {
    expect(findIdentifiers('GSTIN 06AABCO6063D1ZQ, PAN AABCO6063D, IBAN FR76 3000 6000 0112 3456 7890 189').map(({ kind, value, checked }) => [kind, value, checked])).toEqual([
      ['gstin', '06AABCO6063D1ZQ', true], ['pan', 'AABCO6063D', false], ['iban', 'FR7630006000011234567890189', true],
    ]);
  });

  it('are repaired where OCR took letters for digits', () => {
    expect(findIdentifiers('PAN BNZPM25O1F')[0]).toMatchObject({ kind: 'pan', value: 'BNZPM2501F' });
    expect(findIdentifiers('IFSC HDFCO000003')[0]).toMatchObject({ kind: 'ifsc', value: 'HDFC0000003' });
  });

  it('are not seen in phone numbers and order numbers', () => {
    expect(findIdentifiers('Phone 98765 43210, order 4711-2025-0001')).toEqual([]);
  });
});
