import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asked, ModelServer } from '@docuvault/testing/model-server.ts';
import { startOpenAi } from '@docuvault/testing/openai.ts';
import { signUp, type Member } from '@docuvault/testing/product.ts';
import { accessibilityFaults, missingChromium, visit } from './browser.ts';
import { openInChromium, putPaper, type Opened } from './opened.ts';

const lines = ['MIETVERTRAG', 'Vermieterin: Anna Lindner', 'Die Miete beträgt monatlich 1.250,00 Euro.', 'Haustiere sind nach schriftlicher Mitteilung erlaubt.'];
const english = 'LEASE\nLandlady: Anna Lindner\nThe rent is 1.250,00 Euro a month.\nPets are allowed after a written notice.';
const numberOf = (asked: Asked, words: string): string => /^\[(\d+)\]/.exec(asked.turns[0]!.text.split('\n').find((line) => line.startsWith('[') && line.includes(words))!)![1]!;

describe.skipIf(missingChromium() !== null)('language models outside, in the browser', () => {
  let openai: ModelServer;
  let opened: Opened;
  let asha: Member;
  let documentId: string;
  beforeAll(async () => {
    openai = await startOpenAi('sk-o', (asked) => (asked.system.includes('translate') ? english : `Pets are allowed after a written notice [${numberOf(asked, 'Haustiere')}].`));
    opened = await openInChromium(undefined, { OPENAI_API_KEY: 'sk-o', OPENAI_BASE_URL: `${openai.url}/v1` });
    asha = await signUp(opened.product, 'asha');
    documentId = await putPaper(asha, lines, 'mietvertrag.pdf');
  });
  afterAll(async () => {
    await opened.close();
    await openai.stop();
  });

  it('are agreed to with their address in sight, translate a document, answer a question, and show what was sent', { timeout: 180_000 }, async () => {
    const host = new URL(openai.url).host;
    const { page, complaints } = await visit(opened.browser, opened.product, asha);
    await page.goto(`/documents/${documentId}?panel=text`);
    await page.getByRole('button', { name: 'Translate' }).click();
    const strip = page.getByRole('region', { name: 'Translate' });
    await strip.getByText(`Translating sends the text of this document to ${host}.`).waitFor();
    expect(openai.calls.filter(({ method }) => method === 'POST')).toEqual([]);
    await strip.getByRole('link', { name: 'Decide in Settings' }).click();

    await page.getByText(`OpenAI at ${host}`).first().waitFor();
    await page.getByText('Nothing was sent so far.').waitFor();
    await page.getByRole('button', { name: 'Agree to ask them' }).click();
    await page.getByRole('button', { name: 'Ask nobody outside' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.goto(`/documents/${documentId}?panel=text`);
    await page.getByRole('button', { name: 'Translate' }).click();
    await strip.getByLabel('Into').selectOption('en');
    await strip.getByRole('button', { name: 'Translate' }).click();
    await strip.getByText('The rent is 1.250,00 Euro a month.').waitFor();
    await strip.getByText('Translated by OpenAI from Deutsch.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByText(`Sent to ${host} to be translated`).waitFor();

    await page.goto(`/chat?about=${documentId}`);
    await page.getByRole('textbox').last().fill('Under which condition may I keep a dog in the flat of Anna Lindner?');
    await page.keyboard.press('Enter');
    await page.getByText('Pets are allowed after a written notice [1].').first().waitFor();
    await page.getByText(/openai · gpt/).first().waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();

    const phone = await visit(opened.browser, opened.product, asha, { width: 390 });
    await phone.page.goto('/settings?section=security');
    await phone.page.getByText('A question · OpenAI at').first().waitFor();
    await phone.page.getByText('A translation · OpenAI at').first().waitFor();
    const wider = await phone.page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(wider, 'nothing is wider than the window').toBe(false);
    expect(await accessibilityFaults(phone.page)).toEqual([]);
    expect(phone.complaints).toEqual([]);
    await phone.page.context().close();
  });
});
