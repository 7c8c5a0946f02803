import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signUp, type Product } from '@docuvault/testing/product.ts';
import { accessibilityFaults, missingChromium, visit } from './browser.ts';
import { openInChromium, putFile, type Opened } from './opened.ts';
import { paper } from './paper.ts';

const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const bill = (seller: string, offset: number, total: string): string[] => ['INVOICE', `Invoice No: ${seller.slice(0, 2).toUpperCase()}-${String(20931 + offset)}`, `Invoice Date: ${day(offset)}`, `Seller: ${seller}`, 'Bill To: Asha Rao', `Grand Total: ${total}`];

const reason = missingChromium();
describe.skipIf(reason)(`insights in Chromium${reason ? ` (${reason})` : ''}`, () => {
  let opened: Opened;
  let product: Product;
  let browser: Browser;
  beforeAll(async () => {
    opened = await openInChromium();
    ({ product, browser } = opened);
  });
  afterAll(() => opened.close());

  it('show what was spent, what ends and what is here twice, on both widths and in both themes', async () => {
    const person = await signUp(product, 'asha');
    await putFile(person, paper(bill('Meridian Lamps Pvt. Ltd.', -10, 'INR 4,250.00')), 'lamp.pdf');
    await putFile(person, paper([...bill('Meridian Lamps Pvt. Ltd.', -10, 'INR 4,250.00'), 'Copy for your records.']), 'lamp-copy.pdf');
    await putFile(person, paper(bill('Torrent Power Limited', -70, 'INR 1,980.50')), 'power.pdf');
    await putFile(person, paper(bill('Hetzner Online GmbH', -40, 'EUR 29.90')), 'server.pdf');
    for (const [width, theme] of [[1440, 'light'], [390, 'dark']] as const) {
      const { page, complaints } = await visit(browser, product, person, { width, theme });
      await page.goto('/insights');
      await page.getByRole('heading', { name: 'Spending of twelve months' }).waitFor();
      await page.getByText('₹6,230.50').first().waitFor();
      await page.getByText('The same number').waitFor();
      await page.getByRole('button', { name: 'EUR' }).click();
      await page.getByText('€29.90').first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
      expect(await accessibilityFaults(page)).toEqual([]);
      if (process.env.KEEP_PICTURES) await page.screenshot({ path: `${process.env.KEEP_PICTURES}/insights-${String(width)}.png`, fullPage: true });
      expect(complaints).toEqual([]);
      await page.context().close();
    }
  });
});
