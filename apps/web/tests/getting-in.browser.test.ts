import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settled, signUp, uploadRaw, type Member, type Product, type Uploaded } from '@docuvault/testing/product.ts';
import { accessibilityFaults, missingChromium, visit } from './browser.ts';
import { openInChromium, type Opened } from './opened.ts';
import { filmOfPaper } from './film.ts';
import { paper } from './paper.ts';

type Stored = { id: string; title: string; fileName: string; status: string; sha256: string; sizeBytes: number; pageCount: number | null; folderId: string | null };
type Given = { name: string; mimeType: string; buffer: Buffer };

const bill = ['INVOICE', 'Invoice No: HX-20931', 'Invoice Date: 12 March 2024', 'Seller: Meridian Lamps Pvt. Ltd.', 'Grand Total: INR 4,250.00'];
const pdf = (name: string, buffer: Buffer): Given => ({ name, mimeType: 'application/pdf', buffer });

const reason = missingChromium();
describe.skipIf(reason)(`getting papers in, and having them without a network, in Chromium${reason ? ` (${reason})` : ''}`, { timeout: 180_000 }, () => {
  let opened: Opened;
  let product: Product;
  let browser: Browser;
  beforeAll(async () => {
    opened = await openInChromium((home) => {
      const film = join(home, 'camera.y4m');
      writeFileSync(film, filmOfPaper());
      return film;
    });
    ({ product, browser } = opened);
  });
  afterAll(() => opened.close());

  const listed = async (person: Member) => (await person.json<{ items: Stored[] }>('documents?limit=50')).items;
  const give = (page: Page, files: readonly Given[]) => page.locator('[data-upload=files]').setInputFiles([...files]);
  /** What a person does who drags files from a folder onto the window. */
  const drop = async (page: Page, file: Given) => {
    const transfer = await page.evaluateHandle(([name, type, base64]) => {
      const made = new DataTransfer();
      made.items.add(new File([Uint8Array.from(atob(base64!), (letter) => letter.charCodeAt(0))], name!, { type: type! }));
      return made;
    }, [file.name, file.mimeType, file.buffer.toString('base64')]);
    await page.dispatchEvent('main', 'dragenter', { dataTransfer: transfer });
    await page.getByText('Let go to add them').waitFor();
    await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
  };

  it('files given at once each say what became of them, and a locked one asks for its password there', async () => {
    const person = await signUp(product, 'asha');
    const held = paper(['Club news', 'Nothing of note happened.']);
    await uploadRaw(person, held, 'news.pdf');
    const { page, complaints } = await visit(browser, product, person, { width: 390 });
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await give(page, [pdf('lamp.pdf', paper(bill)), pdf('locked.pdf', paper(bill, 'lantern')), pdf('again.pdf', held), pdf('nothing.pdf', Buffer.alloc(0)), pdf('words.pdf', Buffer.from('only words'))]);
    await drop(page, pdf('dropped.pdf', paper(['A letter', 'Dear aunt'])));
    const panel = page.getByRole('region', { name: 'Adding documents' });
    await panel.getByText('It is in the vault already').waitFor();
    await panel.getByText('The file is empty').waitFor();
    await panel.getByText('Only PDF, JPEG, PNG, WebP and Word files are kept here').waitFor();
    await page.getByRole('link', { name: 'Documents' }).last().click();
    await page.getByLabel('Password of locked.pdf').fill('wrong');
    await page.getByRole('button', { name: 'Unlock' }).click();
    await panel.getByText('That password does not open it').waitFor();
    await page.getByLabel('Password of locked.pdf').fill('lantern');
    await page.getByRole('button', { name: 'Unlock' }).click();
    await page.getByLabel('Password of locked.pdf').waitFor({ state: 'detached' });
    const all = await listed(person);
    expect(all.map(({ fileName }) => fileName).sort()).toEqual(['dropped.pdf', 'lamp.pdf', 'locked.pdf', 'news.pdf']);
    for (const { id } of all) expect((await settled(person, id)).status).toBe('completed');
    await panel.getByText('2 need you').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('a large file goes on where a broken connection and a closed page left it', async () => {
    const person = await signUp(product, 'ravi');
    const { page, context } = await visit(browser, product, person);
    page.on('dialog', (dialog) => void dialog.accept());
    let begun = 0;
    let parts = 0;
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/upload/resumable')) begun += 1;
    });
    await page.route('**/upload/resumable/**', async (route) => {
      if (route.request().method() === 'PATCH') parts += 1;
      if (parts === 2) {
        parts += 1;
        await context.setOffline(true);
        await route.abort('internetdisconnected');
      } else await route.continue();
    });
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    const file = pdf('बड़ा किरायानामा.pdf', paper(['Lease of the house', 'Rent: INR 25,000'], undefined, 14_000_000));
    await give(page, [file]);
    const panel = page.getByRole('region', { name: 'Adding documents' });
    await panel.getByText('No connection. It goes on by itself.').waitFor();
    await page.getByText('The vault cannot be reached').waitFor();
    expect(await listed(person)).toEqual([]);
    await context.setOffline(false);
    await page.reload();
    await panel.getByText('1 file is in').waitFor();
    const [stored] = await listed(person);
    expect(stored).toMatchObject({ fileName: file.name, sizeBytes: file.buffer.length, sha256: createHash('sha256').update(file.buffer).digest('hex') });
    expect(begun).toBe(1);
    await page.context().close();
  });

  it('pages held before the camera become one document', async () => {
    const person = await signUp(product, 'meera');
    const { page, context, complaints } = await visit(browser, product, person, { width: 390 });
    await context.grantPermissions(['camera'], { origin: product.url });
    await page.goto('/');
    await page.getByRole('link', { name: 'Scan papers' }).click();
    await page.locator('[data-outline]').waitFor();
    const pages = page.getByRole('list', { name: 'Pages' });
    for (const count of [1, 2]) {
      await page.getByRole('button', { name: 'Take the page' }).click();
      await pages.locator('img').nth(count - 1).waitFor();
    }
    await pages.getByRole('button', { name: 'Edit page 1' }).first().click();
    const corner = page.getByRole('button', { name: /^Top left corner/ });
    const before = await corner.getAttribute('aria-label');
    await corner.focus();
    await page.keyboard.press('Shift+ArrowLeft');
    expect(await corner.getAttribute('aria-label')).not.toBe(before);
    await page.getByRole('dialog').getByText('Black and white').click();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Move page 1 back' }).click();
    await page.getByLabel('Name').fill('Two pages');
    await page.getByRole('button', { name: 'Add 2 pages as one document' }).click();
    await page.getByRole('region', { name: 'Adding documents' }).waitFor();
    await expect.poll(async () => (await listed(person)).length, { timeout: 20_000 }).toBe(1);
    const [stored] = await listed(person);
    await settled(person, stored!.id);
    expect((await listed(person))[0]).toMatchObject({ title: 'Two pages', fileName: 'Two pages.pdf', pageCount: 2, status: 'completed' });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('a document kept on the device opens without a network, lies sealed there, and is gone with the session', async () => {
    const person = await signUp(product, 'kabir');
    const { document } = (await (await uploadRaw(person, paper(bill), 'lamp.pdf')).json()) as Uploaded;
    await settled(person, document.id);
    const { page, context } = await visit(browser, product, person);
    await page.goto(`/documents/${document.id}`);
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Keep on this device' }).click();
    await page.getByText('Kept on this device. It opens').waitFor();
    await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated' && navigator.serviceWorker.controller !== null);
    // What a phone does when a file of another app is shared with this one.
    await page.evaluate(() => {
      const files = new DataTransfer();
      files.items.add(new File(['%PDF-1.4 from a chat'], 'from-chat.pdf', { type: 'application/pdf' }));
      const form = Object.assign(window.document.createElement('form'), { method: 'POST', action: '/share', enctype: 'multipart/form-data' });
      form.append(Object.assign(window.document.createElement('input'), { type: 'file', name: 'files', files: files.files }));
      window.document.body.append(form);
      form.submit();
    });
    await page.getByRole('button', { name: 'Add 1 file' }).click();
    await expect.poll(async () => (await listed(person)).map(({ fileName }) => fileName), { timeout: 20_000 }).toContain('from-chat.pdf');
    await context.setOffline(true);
    await page.goto('/offline');
    await page.getByText('The vault cannot be reached').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.locator(`main a[href="/documents/${document.id}"]`).click();
    await page.getByRole('group', { name: 'Page 1' }).locator('canvas').waitFor();
    await page.getByRole('tabpanel').getByText('HX-20931').first().waitFor();
    const seen = await page.evaluate(async () => {
      const [database] = await indexedDB.databases();
      const opened = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(database!.name!);
        request.onsuccess = () => { resolve(request.result); };
      });
      const all = (shelf: string) => new Promise<unknown[]>((resolve) => {
        const request = opened.transaction(shelf).objectStore(shelf).getAll();
        request.onsuccess = () => { resolve(request.result); };
      });
      const sealed = [...(await all('about')), ...(await all('bytes'))] as { bytes: ArrayBuffer }[];
      const keys = (await all('keys')) as CryptoKey[];
      const cached = await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)));
      opened.close();
      return { words: sealed.some(({ bytes }) => /Meridian|HX-20931|%PDF/.test(new TextDecoder('latin1').decode(bytes))), sealed: sealed.length, extractable: keys.map(({ extractable }) => extractable), cached: cached.flat() };
    });
    expect(seen).toMatchObject({ words: false, extractable: [false] });
    expect(seen.sealed).toBeGreaterThanOrEqual(2);
    expect(seen.cached.filter((path) => /^\/(functions|auth|storage)\//.test(path))).toEqual([]);
    await context.setOffline(false);
    await page.getByText('The vault cannot be reached').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Account:/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Welcome back' }).waitFor();
    await page.waitForFunction(async () => (await indexedDB.databases()).length === 0);
    await page.context().close();
  });
});
