import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn, type Product } from '@docuvault/testing/product.ts';
import { missingSamples } from '../../../e2e/product/samples.ts';
import { accessibilityFaults, missingChromium, visit } from './browser.ts';
import { openInChromium, type Opened } from './opened.ts';
import { sampleErrand } from './sample-errand.ts';
import { walkMainJob } from './main-walk.ts';

type Stored = { fields: { name: string; value: string | number; source: string }[] };

const reason = missingChromium() ?? missingSamples();
describe.skipIf(reason)(`the main job in Chromium${reason ? ` (${reason})` : ''}`, { timeout: 240_000 }, () => {
  let opened: Opened;
  let product: Product;
  let browser: Browser;
  beforeAll(async () => {
    opened = await openInChromium();
    ({ product, browser } = opened);
  });
  afterAll(() => opened.close());

  it('a new person files six papers, one of them locked, puts a value right, finds and asks, and lands on the line of a scan; at a desk and on a phone', async () => {
    for (const [width, theme] of [[1440, 'light'], [390, 'dark']] as const) {
      const { page, complaints } = await visit(browser, product, null, { width, theme });
      const errand = sampleErrand(`neha-${crypto.randomUUID().slice(0, 8)}@example.test`);
      const faults: Record<string, string[]> = {};
      const missed = await walkMainJob(page, errand, async (name) => {
        const found = await accessibilityFaults(page);
        if (found.length > 0) faults[name] = found;
      });
      expect(missed, `at ${width}`).toEqual({ field: [], found: [], quoted: [] });
      expect(faults, `at ${width}`).toEqual({});
      expect(complaints).toEqual([]);
      const person = await signIn(product, errand.person.email, errand.person.password);
      const { items } = await person.json<{ items: { id: string; title: string; status: string }[] }>('documents');
      expect(items.map(({ status }) => status)).toEqual(Array.from(errand.files, () => 'completed'));
      const receipt = items.find(({ title }) => errand.receipt.title.test(title))!;
      const { fields } = await person.json<Stored>(`documents/${receipt.id}`);
      expect(fields.find(({ source }) => source === 'user')).toMatchObject({ name: 'holderName', value: errand.receipt.correct.value });
      await page.context().close();
    }
  });
});
