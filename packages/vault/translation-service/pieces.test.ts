import { expect, it } from 'vitest';
import { piecesOf } from './pieces.ts';

const texts = [
  'One paragraph.\n\nAnother one,\nof two lines.\n\n\n  Indented.\n',
  `First page.\f\n\n- - -\n\f${'A long paragraph without end. '.repeat(300)}\fLast`,
  'x'.repeat(10_000), `${'अनुच्छेद '.repeat(900)}\n\n${'𝒳'.repeat(4_000)}`, '', '\f\f', ' \n ', '12 345,00',
];

it.each(texts)('puts together what it took apart (%#)', (text) => {
  const pieces = piecesOf(text);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  for (const piece of pieces) {
    expect(piece.text.length).toBeLessThanOrEqual(3_000);
    expect(piece.text.isWellFormed()).toBe(true);
    if (!piece.kept) expect(piece.text).toBe(piece.text.trim());
  }
});

it('keeps page breaks and what has no words out of what is translated', () => {
  expect(piecesOf('Rent\f\n1,200.00\n\fDeposit\n\nby cheque').filter(({ kept }) => !kept).map(({ text }) => text)).toEqual(['Rent', 'Deposit\n\nby cheque']);
});
