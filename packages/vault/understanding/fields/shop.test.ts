import { describe, expect, it } from 'vitest';
import { pagesOf, type Fixture } from '../fixtures/fixture.ts';
import { scoreFixtures } from '../fixtures/score.ts';
import { shopA } from '../fixtures/shop-a.ts';
import { shopB } from '../fixtures/shop-b.ts';
import { shopC } from '../fixtures/shop-c.ts';
import { understand } from '../understand.ts';

const shops: readonly Fixture[] = [...shopA, ...shopB, ...shopC];
const beside = ['orderNumber', 'orderDate', 'deliveryDate', 'checkInDate', 'checkOutDate', 'subtotalAmount', 'taxAmount', 'taxRate', 'amountDue', 'gstin', 'iban', 'bic', 'paymentReference', 'serialNumber', 'email', 'website', 'phone'];

/** The fields beside the canonical ones: how many are right, and every one that is missing, wrong or made up. */
function scoreBeside(): { right: number; faults: string[] } {
  let right = 0;
  const faults: string[] = [];
  for (const fixture of shops) {
    const got = understand(pagesOf(fixture), { fileName: 'scan.pdf', today: '2026-03-01', homeCountry: fixture.homeCountry ?? 'IN' });
    for (const name of beside) {
      const wanted = fixture.fields[name];
      const found = got.fields.find((field) => field.name === name)?.value;
      if (wanted !== undefined && found === wanted) right += 1;
      else if (wanted !== undefined || (found !== undefined && !fixture.also?.includes(name))) faults.push(`${fixture.name}: ${name} ${found ?? '–'} instead of ${wanted === undefined ? '–' : String(wanted)}`);
    }
  }
  return { right, faults };
}

const fieldsOf = (text: string, homeCountry = 'IN') => Object.fromEntries(understand([{ page: 1, text, source: 'text-layer', confidence: null }], { fileName: 'scan.pdf', today: '2026-03-01', homeCountry }).fields.map(({ name, value }) => [name, value]));

describe('bills of shops, workmen and hotels', () => {
  it('are read as to their canonical fields', () => {
    const score = scoreFixtures(shops);
    expect(score.types, score.faults.join('\n')).toBeGreaterThanOrEqual(shops.length - 1);
    expect(score.f1, score.faults.join('\n')).toBeGreaterThanOrEqual(0.96);
  });

  it('tell orders, taxes, stays and payment, and make none of them up', () => {
    const { right, faults } = scoreBeside();
    expect(right / (right + faults.length), faults.join('\n')).toBeGreaterThanOrEqual(0.9);
  });

  it('have the subtotal that adds up with the tax to the total, not one of a part', () => {
    const text = 'Blue Lamp Interiors Inc.\n12 Hill St, Fremont, CA 94538\nInvoice INV/25/0114\nInvoice Date: 03/20/2025\nDescription   Quantity   Unit Price   Amount\nChair   1.00   70.00   $ 70.00\nLamp   1.00   42.00   $ 42.00\nSubtotal $ 112.00\nTruffles   15.00   10.00   $ 150.00\nSubtotal $ 150.00\nSubtotal   $ 262.00\nTax 15% on $ 112.00   $ 16.80\nTotal   $ 278.80';
    expect(fieldsOf(text, 'US')).toMatchObject({ subtotalAmount: '262.00', taxAmount: '16.80', taxRate: '15', totalAmount: '278.80' });
  });

  it('have no tax where a column without tax begins with a number', () => {
    const text = 'Hostwerk AG - Uferweg 4 - 63571 Gelnhausen\nRechnung\nRechnungsnr.   30064443\nRechnungsdatum   7. Mai 2025\nPos.   Menge   Beschreibung   Betrag\nOhne MwSt.\n7   1   Grundgebühr   34,73\nTotal EUR   34,73';
    expect(fieldsOf(text, 'DE')).not.toHaveProperty('taxAmount');
  });

  it('are in rupees where a scan from India shows dollars for them, and in dollars where they say so', () => {
    const scanned = (total: string) => understand([{ page: 1, text: `Retail Invoice\nSold By : Deccan Book Traders Pvt. Ltd., Wagholi, Pune, Maharashtra, India - $12207\nGSTIN: 27AACCD7712K1ZP\nInvoice No : DBT-4471   Invoice Date: 11-06-2025\nTitle   Qty   Price   Total\nAtlas   1   ${total}   ${total}\nTotal   1   ${total}\nGrand Total   ${total}`, source: 'ocr', confidence: 0.8 }], { fileName: 'scan.png', today: '2026-03-01' }).fields.find(({ name }) => name === 'currency')?.value;
    expect(scanned('$1000.00')).toBe('INR');
    expect(scanned('1000.00')).toBe('INR');
    expect(scanned('US$ 1000.00')).toBe('USD');
  });

  it('do not take the address of a bank or warehouse for the buyer’s', () => {
    const text = 'PAYMENT RECEIPT\nGuest Name: Sanjay   Date: 31/12/2025\nHotel Details   Check In   Check Out\nPalm Resort, Chennai   31/12/2025   01/01/2026\nBooking ID   Payment Mode\nPALM2087   Cash at Hotel\nDESCRIPTION   RATE   AMOUNT\nRoom Charges   Rs 1939 x 1 Night   Rs 1939\nGrand Total   Rs 1939\nPayment received through Cash   Rs 1939\nBank Name   Account No.\nHDFC Bank   00030340067212\nAddress   IFSC CODE\n209-214, Kailash Building, Kasturba Gandhi Marg   HDFC0000003';
    const fields = fieldsOf(text);
    expect(fields).not.toHaveProperty('address');
    expect(fields).toMatchObject({ checkInDate: '2025-12-31', checkOutDate: '2026-01-01' });
  });
});
