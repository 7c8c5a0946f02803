import { expect, it } from 'vitest';
import { codesOf } from './analyse-text.ts';

const codes = (text: string) => codesOf(text.toLowerCase()).map((code) => code.bare);

it('a number printed in short groups is one number: bank accounts, plates, pairs of digits', () => {
  expect(codes('auf das Konto DE21 6645 1862 0000 4471 90.')).toContain('de21664518620000447190');
  expect(codes('IBAN GB82 WEST 1234 5698 7654 32')).toContain('gb82west12345698765432');
  expect(codes('Regn. No. UP32 KX 5519')).toContain('up32kx5519');
  expect(codes('plate KA-03-MX-1234')).toContain('ka03mx1234');
  expect(codes('téléphone 03 88 77 21 00')).toContain('0388772100');
  expect(codes('NI number JK 41 88 02 C')).toContain('jk418802c');
});

it('dates are no numbers of papers', () => {
  expect(codes('12/05/2026 and 2026-05-12')).toEqual([]);
  expect(codes('Fait le 12 mai 2026')).toEqual([]);
});
