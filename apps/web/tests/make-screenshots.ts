import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { newHome, removeHome, settled, signUp, startProduct, uploadRaw, type Member, type Product, type Uploaded } from '@docuvault/testing/product.ts';
import { launch, visit } from './browser.ts';
import { householdPapers } from './household-papers.ts';

/*
 * `npm run screenshots`: the pictures of the README, taken in Chromium of a vault that is made for it, of papers of an invented
 * household. Takes about a minute.
 */

const folder = join(process.cwd(), 'docs', 'screenshots');
const quality = 0.86;

type Shot = { name: string; width: number; theme: 'light' | 'dark'; path: string; ready(page: Page): Promise<unknown> };

const lit = (page: Page) => page.locator('[data-lit]').first().waitFor();

/** PNG to WebP, by the browser itself. */
const toWebp = async (browser: Browser, png: Buffer): Promise<Buffer> => {
  const page = await browser.newPage();
  const url = await page.evaluate(async ([base64, how]) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = Object.assign(document.createElement('canvas'), { width: picture.width, height: picture.height });
    canvas.getContext('2d')!.drawImage(picture, 0, 0);
    return canvas.toDataURL('image/webp', how);
  }, [png.toString('base64'), quality] as const);
  await page.close();
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
};

const fill = async (browser: Browser, product: Product): Promise<{ person: Member; ids: Map<string, string> }> => {
  const person = await signUp(product, 'asha');
  await person.client.auth.updateUser({ data: { full_name: 'Asha Rao' } });
  await person.client.auth.refreshSession();
  const ids = new Map<string, string>();
  for (const { name, bytes } of await householdPapers(browser)) {
    const { document } = (await (await uploadRaw(person, bytes, name)).json()) as Uploaded;
    ids.set(name, document.id);
  }
  for (const id of ids.values()) await settled(person, id, 120_000);
  await person.post('ai-chat', { conversationId: 'rent', message: 'How long is the notice period of the rental agreement?' });
  return { person, ids };
};

const home = newHome();
const browser = await launch();
const product = await startProduct(home, { RATE_LIMITS: 'off' });
try {
  const { person, ids } = await fill(browser, product);
  const card = ids.get('IMG_4471.jpg')!;
  const answered = async (page: Page) => {
    await page.locator('[data-citation]').first().click();
    await lit(page);
  };
  /** As many pictures as fit into the window. */
  const thumbnails = (page: Page) => page.locator('main img').nth(5).waitFor();
  const shots: Shot[] = [
    { name: 'home', width: 1440, theme: 'light', path: '/', ready: (page) => page.getByText('Recently added').waitFor() },
    { name: 'documents', width: 1440, theme: 'light', path: '/documents', ready: thumbnails },
    { name: 'documents-dark', width: 1440, theme: 'dark', path: '/documents?shape=large', ready: thumbnails },
    { name: 'document', width: 1440, theme: 'light', path: `/documents/${card}?page=1&q=HW7-55120-8834`, ready: lit },
    { name: 'search', width: 1440, theme: 'light', path: '/search?q=burst+pipe', ready: (page) => page.locator('[data-result]').first().waitFor() },
    { name: 'chat', width: 1440, theme: 'light', path: '/chat?c=rent', ready: answered },
    { name: 'phone', width: 390, theme: 'light', path: `/documents/${card}?page=1&q=ten+years`, ready: lit },
  ];
  mkdirSync(folder, { recursive: true });
  for (const { name, width, theme, path, ready } of shots) {
    const { page } = await visit(browser, product, person, { width, theme });
    await page.goto(path);
    await ready(page);
    await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined);
    await page.waitForFunction(() => !document.querySelector('.skeleton') && [...document.images].every(({ complete }) => complete));
    const picture = await toWebp(browser, await page.screenshot());
    writeFileSync(join(folder, `${name}.webp`), picture);
    console.log(`${name}.webp  ${Math.round(picture.length / 1024)} KB`);
    await page.context().close();
  }
} finally {
  await browser.close();
  await product.stop();
  removeHome(home);
}
