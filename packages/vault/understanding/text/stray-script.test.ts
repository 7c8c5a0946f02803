import { expect, it } from 'vitest';
import { withoutStrayScript } from './stray-script.ts';

const english = 'Invoice No: 4471 Date: 12/03/2025 Sold to Anil Mehta, 14 Park Street, Kolkata. Ceiling fan 1 pc 2450.00 Total 2450.00 Thank you for your business with us';

it('takes stray letters out of an English scan', () => {
  expect(withoutStrayScript(`${english}\nक | Name: Anil Mehta ७ाि`)).toBe(`${english}\n | Name: Anil Mehta `);
});

it('leaves rupees, Hindi headings and Hindi pages alone', () => {
  expect(withoutStrayScript(`${english} रु 2450`)).toContain('रु 2450');
  expect(withoutStrayScript(`${english} भारत सरकार`)).toContain('भारत सरकार');
  expect(withoutStrayScript('मूल्य 2450 का भुगतान')).toBe('मूल्य 2450 का भुगतान');
});
