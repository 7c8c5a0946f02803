import { describe, expect, it } from 'vitest';
import type { ExtractedField } from '@docuvault/core/understanding.ts';
import { memberNamed, personOf, type Member } from './household.ts';

const field = (name: string, value: string, confidence = 0.9): ExtractedField => ({ name, value, confidence, page: 1, source: 'rule' });
const nobody: Member[] = [];
const millers: Member[] = [{ label: 'Daniel Miller', names: [] }, { label: 'Nora Miller', names: ['Nora Jane Miller'] }, { label: 'Mother', names: ['Kamala Devi Rao'] }];

describe('whose document it is', () => {
  it.each([
    ['DANIEL MILLER', 'Daniel Miller'], ['Miller Daniel', 'Daniel Miller'], ['Daniel Thomas Miller', 'Daniel Miller'], ['Mr D Miller', 'Daniel Miller'], ['D. T. Miller', 'Daniel Miller'], ['Daniel', 'Daniel Miller'],
    ['Kamala Rao', 'Mother'], ['Miller D', 'Daniel Miller'], ['Ms N Miller', 'Nora Miller'], ['Daniel Milier', 'Daniel Miller'],
  ])('%s is known as %s', (name, label) => {
    expect(memberNamed(name, millers)).toBe(label);
  });

  it.each(['Miller', 'Peter Miller', 'Daniela Miller', 'Daniel Muller', 'Peter Milier', 'P Miller', ''])('"%s" is nobody whom the vault knows', (name) => {
    expect(memberNamed(name, millers)).toBeNull();
  });

  it('is not told where two may be meant', () => {
    expect(memberNamed('D Rao', [{ label: 'Dev Rao', names: [] }, { label: 'Diya Rao', names: [] }])).toBeNull();
  });

  it('is the shortest of the labels that one person has got, and never somebody else for the name on a paper of theirs', () => {
    const twice = [{ label: 'Rohan Xavier Fernandes', names: [] }, { label: 'Rohan Fernandes', names: [] }, { label: 'Asha Rao', names: ['Rohan Fernandes'] }];
    expect(memberNamed('Rohan Fernandes', twice)).toBe('Rohan Fernandes');
    expect(memberNamed('Rohan X. Fernandes', twice)).toBe('Rohan Fernandes');
    expect(personOf('payslip', [field('holderName', 'Rohan X. Fernandes')], nobody, 'US')).toBe('Rohan Fernandes');
  });

  it('makes a person of a whole and sure name, and of nothing less', () => {
    expect(personOf('passport', [field('holderName', 'Leela Iyer')], nobody, 'IN')).toBe('Leela Iyer');
    expect(personOf('passport', [field('holderName', 'Leela Iyer', 0.6)], nobody, 'IN')).toBeNull();
    expect(personOf('utility_bill', [field('holderName', 'Mr L Iyer')], nobody, 'GB')).toBeNull();
    expect(personOf('utility_bill', [field('holderName', 'L. Iyer')], nobody, 'IN')).toBe('L. Iyer');
    expect(personOf('invoice', [field('holderName', 'Lumen Labs Private Limited')], nobody, 'IN')).toBeNull();
    expect(personOf('other', [field('holderName', 'Leela Iyer')], nobody, 'IN')).toBeNull();
    expect(personOf('receipt', [], millers, 'GB')).toBeNull();
  });

  it('is somebody of one name where one name is whole, and nobody whom a till calls cash', () => {
    expect(personOf('receipt', [field('holderName', 'Sanjay', 0.73)], nobody, 'IN')).toBe('Sanjay');
    expect(personOf('receipt', [field('holderName', 'Sanjay', 0.73)], nobody, 'GB')).toBeNull();
    expect(personOf('receipt', [field('holderName', 'Cash')], nobody, 'IN')).toBeNull();
    expect(personOf('receipt', [field('holderName', 'Sanjay', 0.73)], [{ label: 'Sanjay Mehta', names: [] }], 'IN')).toBe('Sanjay Mehta');
  });

  it('is not the spouse whom a paper merely names', () => {
    expect(personOf('passport', [field('holderName', 'Vikram Suresh Rao'), field('spouseName', 'Nora Miller')], millers, 'IN')).toBe('Vikram Suresh Rao');
    expect(personOf('marriage_certificate', [field('holderName', 'Peter Hale'), field('spouseName', 'Nora Miller')], millers, 'GB')).toBe('Nora Miller');
  });

  it('is the landlord where the tenant is a stranger', () => {
    expect(personOf('lease', [field('holderName', 'Arjun Menon'), field('issuer', 'Smt. Kamala Devi Rao')], millers, 'IN')).toBe('Mother');
    expect(personOf('bank_statement', [field('issuer', 'Daniel Bank')], millers, 'GB')).toBeNull();
  });
});
