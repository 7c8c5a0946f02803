import { expect, it } from 'vitest';
import { asciiDigits } from './ascii-digits.ts';

it.each([['१२,५०० रुपये', '12,500 रुपये'], ['٠١٢٣٤٥٦٧٨٩', '0123456789'], ['১৯৪৭', '1947'], ['INV-7 of 1,700.00', 'INV-7 of 1,700.00'], ['九', '九']])('%s is %s', (text, ascii) => {
  expect(asciiDigits(text)).toBe(ascii);
});
