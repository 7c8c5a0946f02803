import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn, signUp, type Product } from '@docuvault/testing/product.ts';
import { unzip } from '@docuvault/testing/unzip.ts';
import { missingChromium, visit } from './browser.ts';
import { openInChromium, putFile, type Opened } from './opened.ts';
import { paper } from './paper.ts';

const reason = missingChromium();
describe.skipIf(reason)(`the whole of one's data in Chromium${reason ? ` (${reason})` : ''}`, () => {
  let opened: Opened;
  let product: Product;
  let browser: Browser;
  beforeAll(async () => {
    opened = await openInChromium();
    ({ product, browser } = opened);
  });
  afterAll(() => opened.close());

  it('is saved as an archive, erased in 30 days or not, and erased at once', async () => {
    const person = await signUp(product, 'asha');
    await putFile(person, paper(['Club news of Asha', 'Nothing of note happened.']), 'News of the club.pdf');
    const { page, complaints } = await visit(browser, product, person);
    await page.goto('/settings?section=data');

    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download everything' }).click();
    const download = await saved;
    expect(download.suggestedFilename()).toMatch(/^DocuVault \d{4}-\d\d-\d\d\.zip$/);
    const files = await unzip(new Response(readFileSync(await download.path())));
    expect([...files.keys()]).toEqual(expect.arrayContaining(['documents/News of the club.pdf', 'data/documents.json', 'index.html']));
    await page.getByText('The download has begun: 1 document').waitFor();

    await page.getByLabel('Name', { exact: true }).fill('Ravi Rao');
    await page.getByLabel('Who they are to you').fill('husband');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Ravi Rao is named.').waitFor();
    expect(await person.json('account/nominee')).toMatchObject({ nominee: { fullName: 'Ravi Rao', relation: 'husband', email: null } });

    await page.getByRole('button', { name: 'Make a key' }).click();
    await page.getByLabel('For which program?').fill('Scanner');
    await page.getByLabel('document-upload:write').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Make a key' }).click();
    const key = await page.getByLabel('Scanner').inputValue();
    expect((await fetch(`${product.url}/functions/v1/document-upload`, { method: 'POST', headers: { authorization: `Bearer ${key}` } })).status, 'let in, and told that a file is missing').toBe(400);
    expect((await fetch(`${product.url}/functions/v1/documents`, { headers: { authorization: `Bearer ${key}` } })).status).toBe(403);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^End ?: Scanner/ }).click();
    await page.getByText('The key for Scanner opens nothing any more.').waitFor();
    expect((await fetch(`${product.url}/functions/v1/document-upload`, { method: 'POST', headers: { authorization: `Bearer ${key}` } })).status).toBe(401);
    if (process.env.KEEP_PICTURES) await page.screenshot({ path: `${process.env.KEEP_PICTURES}/data-1440.png`, fullPage: true });

    await page.getByRole('button', { name: 'Erase my account' }).click();
    const confirm = page.getByRole('dialog').getByRole('button', { name: 'Erase', exact: true });
    expect(await confirm.isDisabled()).toBe(true);
    await page.getByLabel(/Type your e-mail address/).fill(person.email);
    await confirm.click();
    await page.getByText('This account will be erased on').waitFor();
    await page.getByRole('button', { name: 'Keep the account' }).click();
    await page.getByText('The account stays.').waitFor();

    await page.getByRole('button', { name: 'Erase my account' }).click();
    await page.getByLabel(/Type your e-mail address/).fill(person.email);
    await page.getByLabel('Do not wait: erase at once').check();
    await confirm.click();
    await page.getByRole('heading', { name: 'Welcome back' }).waitFor();
    await expect(signIn(product, person.email, person.password)).rejects.toThrow();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
