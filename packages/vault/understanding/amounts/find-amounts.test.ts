import { describe, expect, it } from 'vitest';
import { findAmounts, formatAmount, parseAmount, readNumber } from './find-amounts.ts';
import { amountsInWords, numberFromWords } from './words.ts';

describe('amounts', () => {
  it.each([
    ['Rs. 1,23,456.78', 123456.78, 'INR'], ['₹ 28,500/-', 28500, 'INR'], ['Rs 1939', 1939, 'INR'], ['INR 8,240', 8240, 'INR'], ['$1,776.37', 1776.37, 'USD'], ['£1,234', 1234, 'GBP'],
    ['CHF 1\'234.50', 1234.5, 'CHF'], ['Rs.5 lakh', 500000, 'INR'], ['₹2.5 Crore', 25000000, 'INR'], ['(214.33)', -214.33, null], ['€ -9,32', -9.32, 'EUR'], ['10,00,000', 1000000, null], ['US$ 45.00', 45, 'USD'],
  ])('%s is %d %s', (text, value, currency) => {
    expect(parseAmount(text)).toEqual({ value, currency });
  });

  it('follow the decimal comma of the continent', () => {
    expect(parseAmount('1.001,11 EUR', { decimal: ',' })).toEqual({ value: 1001.11, currency: 'EUR' });
    expect(parseAmount('2.751 EUR', { decimal: ',' })).toEqual({ value: 2751, currency: 'EUR' });
    expect(parseAmount('1 170,00 €', { decimal: ',', spaces: true })).toEqual({ value: 1170, currency: 'EUR' });
    expect(readNumber('1.234,56')).toEqual({ value: 1234.56, exact: true });
  });

  it('are not percentages, dates or the middle of a number', () => {
    expect(findAmounts('14.50% 40.39 319.00').map(({ value }) => value)).toEqual([40.39, 319]);
    expect(findAmounts('31/12/2017')).toEqual([]);
  });

  it('are written with two places', () => {
    expect(formatAmount(1939)).toBe('1939.00');
  });

  it('are read in Indian and western words', () => {
    expect(numberFromWords('One Lakh Fifty Thousand')).toBe(150000);
    expect(numberFromWords('twenty-eight thousand five hundred')).toBe(28500);
    expect(amountsInWords('(Rupees Six Thousand Five Hundred Sixty One and Paise Fifty Only)')).toEqual([6561.5]);
    expect(numberFromWords('a nice day')).toBeNull();
  });
});
