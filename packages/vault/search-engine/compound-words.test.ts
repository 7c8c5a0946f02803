import { expect, it } from 'vitest';
import { splitCompound } from './compound-words.ts';

it('a German or Dutch compound is found by each of its parts', () => {
  expect(splitCompound('stromrechnung')).toEqual(['strom', 'rechnung']);
  expect(splitCompound('mietkaution')).toEqual(['miet', 'kaution']);
  expect(splitCompound('krankenversicherungsbeitrag')).toEqual(['kranken', 'versicherungs', 'beitrag']);
  expect(splitCompound('huurcontract')).toEqual(['huur', 'contract']);
});

it('what is not wholly made of known parts is left whole', () => {
  for (const word of ['passport', 'insurance', 'rechnung', 'contract', 'bank', 'stromxyz', 'a'.repeat(64), '', 'बिजली']) expect(splitCompound(word)).toEqual([]);
});
