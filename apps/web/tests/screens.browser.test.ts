import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn, signUp, type Member, type Product } from '@docuvault/testing/product.ts';
import { accessibilityFaults, missingChromium, visit } from './browser.ts';
import { openInChromium, putFile, type Opened } from './opened.ts';
import { paper } from './paper.ts';

type Stored = { id: string; title: string; status: string; deletedAt: string | null; tags: string[]; folderId: string | null; fields: { name: string; value: string | number; source: string; confidence: number }[] };

const invoice = ['INVOICE', 'Invoice No: HX-20931', 'Invoice Date: 12 March 2024', 'Seller: Meridian Lamps Pvt. Ltd.', 'Bill To: Asha Rao', 'Grand Total: INR 4,250.00'];

const reason = missingChromium();
describe.skipIf(reason)(`the web app in Chromium${reason ? ` (${reason})` : ''}`, () => {
  let opened: Opened;
  let product: Product;
  let browser: Browser;
  beforeAll(async () => {
    opened = await openInChromium();
    ({ product, browser } = opened);
  });
  afterAll(() => opened.close());

  const stored = (person: Member, id: string) => person.json<Stored>(`documents/${id}`);

  it('a new person makes a vault, leaves, and is led back to where they wanted to go', async () => {
    const { page, complaints } = await visit(browser, product, null);
    const email = `neha-${crypto.randomUUID().slice(0, 8)}@example.test`;
    await page.goto('/trash');
    await page.getByRole('link', { name: 'Create your vault' }).click();
    await page.getByLabel('Your name').fill('Neha Iyer');
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password', { exact: true }).fill('seven quiet lanterns');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Trash', exact: true }).waitFor();
    await page.getByRole('button', { name: /Account/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Welcome back' }).waitFor();
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password', { exact: true }).fill('not this one at all');
    await page.keyboard.press('Enter');
    await page.getByText('Email or password is not right').waitFor();
    await page.getByLabel('Password', { exact: true }).fill('seven quiet lanterns');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Trash', exact: true }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/trash');
    expect((await signIn(product, email, 'seven quiet lanterns')).email).toBe(email);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('many documents are chosen with shift, tagged, put in the trash and taken back', async () => {
    const person = await signUp(product, 'ravi');
    const ids: string[] = [];
    for (const word of ['Alpha', 'Beta', 'Gamma', 'Delta']) ids.push(await putFile(person, paper([`${word} club news`, 'Nothing of note happened.']), `${word}.pdf`));
    const { page, complaints } = await visit(browser, product, person);
    await page.goto('/documents?sort=title');
    const boxes = page.getByRole('grid').getByRole('checkbox');
    await boxes.nth(3).waitFor();
    await boxes.nth(0).click();
    await boxes.nth(2).click({ modifiers: ['Shift'] });
    await page.getByText('3 selected').first().waitFor();
    await page.getByRole('button', { name: 'Tag', exact: true }).last().click();
    await page.getByRole('textbox', { name: 'Tag' }).fill('club');
    await page.keyboard.press('Enter');
    await page.getByText('3 documents changed').waitFor();
    expect((await Promise.all(ids.map((id) => stored(person, id)))).filter(({ tags }) => tags.includes('club'))).toHaveLength(3);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.getByText('4 documents moved to the trash').waitFor();
    expect((await Promise.all(ids.map((id) => stored(person, id)))).every(({ deletedAt }) => deletedAt !== null)).toBe(true);
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await boxes.nth(3).waitFor();
    expect((await Promise.all(ids.map((id) => stored(person, id)))).every(({ deletedAt }) => deletedAt === null)).toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('what a list shows lies in its address: folder, filter and order survive going away, and a view keeps them', async () => {
    const person = await signUp(product, 'meera');
    await putFile(person, paper(invoice), 'lamp.pdf');
    const other = await putFile(person, paper(['Dear aunt', 'We are all well.']), 'letter.pdf');
    const { page, complaints } = await visit(browser, product, person);
    await page.goto('/documents');
    await page.getByRole('button', { name: 'New folder' }).click();
    await page.getByLabel('Name of the folder').fill('Letters');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: /Letters/ }).waitFor();
    await page.locator(`a[href="/documents/${other}"]`).locator('xpath=ancestor::*[@role="row"]').getByRole('checkbox').click();
    await page.getByRole('button', { name: 'Move', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Letters' }).click();
    await page.getByText('1 document changed').waitFor();
    expect((await stored(person, other)).folderId).not.toBeNull();
    await page.getByRole('link', { name: /Letters/ }).click();
    await page.getByText('1 document', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Large cards' }).click();
    await page.getByRole('button', { name: 'Save this view' }).click();
    await page.getByLabel('Name of the view').fill('Family letters');
    await page.keyboard.press('Enter');
    await page.getByText('The view is saved').waitFor();
    const [view] = (await person.json<{ items: { name: string; query: Record<string, string> }[] }>('documents/views')).items;
    expect(view).toMatchObject({ name: 'Family letters', query: { shape: 'large' } });
    await page.goto('/');
    await page.getByRole('link', { name: 'Family letters' }).click();
    await page.getByText('1 document', { exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('shape')).toBe('large');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('a value is put right, an identity number shown only when asked for, and a field found on its page', async () => {
    const person = await signUp(product, 'kabir');
    const id = await putFile(person, paper(invoice), 'lamp.pdf');
    const { page, complaints } = await visit(browser, product, person);
    await page.goto(`/documents/${id}`);
    await page.getByRole('button', { name: /Document number/ }).first().waitFor();
    await page.getByLabel('Kind of paper').selectOption('passport');
    await page.getByText('•••••931').or(page.getByText(/•+.*0931/)).first().waitFor();
    await page.getByRole('button', { name: 'Reveal Document number' }).click();
    await page.getByRole('tabpanel').getByText('HX-20931', { exact: true }).waitFor();
    await page.getByTitle('Show Document number on the page').click();
    await page.locator('[data-lit]').first().waitFor();
    await page.getByRole('button', { name: 'Correct Total' }).first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Total' }).fill('4300.50');
    await page.keyboard.press('Enter');
    await page.getByText('₹4,300.50').waitFor();
    expect((await stored(person, id)).fields.find(({ name }) => name === 'totalAmount')).toMatchObject({ value: 4300.5, source: 'user', confidence: 1 });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('an address that holds what no screen knows opens the screen as if it did not', async () => {
    const person = await signUp(product, 'nila');
    await putFile(person, paper(invoice), 'lamp.pdf');
    const { page, complaints } = await visit(browser, product, person);
    for (const [path, heading] of [
      ['/settings?section=nonsense', 'Settings'], ['/reminders?view=x&day=2026-99-99', 'Reminders'], ['/inbox?show=x', 'Inbox'], ['/links?kind=x', 'Links'], ['/emergency?vault=x', 'Emergency access'],
    ] as const) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    }
    await page.goto('/documents?sort=x&shape=x&status=x&category=x&expiresBefore=x');
    await page.getByText('1 document', { exact: true }).waitFor();
    await page.goto('/search?q=lamps&mode=x&category=x&type=x&year=x');
    await page.getByText('1 document found').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('what is not there says so and leads on, and no count is told while the vault is away', async () => {
    const person = await signUp(product, 'mira');
    await putFile(person, paper(invoice), 'lamp.pdf');
    const { page } = await visit(browser, product, person);
    for (const [path, heading] of [['/nowhere', 'Nothing is here'], [`/family/${crypto.randomUUID()}`, 'This family is not there'], [`/documents/${crypto.randomUUID()}`, 'This document is not here']] as const) {
      await page.goto(path);
      await page.getByRole('main').getByRole('heading', { level: 1, name: heading }).waitFor();
      expect(await accessibilityFaults(page), path).toEqual([]);
    }
    await page.getByRole('link', { name: 'All documents' }).click();
    await page.getByText('1 document', { exact: true }).waitFor();
    await page.route('**/functions/v1/**', (route) => route.abort());
    await page.reload();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    expect(await page.getByText(/^\d+ documents?$/).count()).toBe(0);
    await page.context().close();
  });

  it('a link opens a document at the words it names, and no screen holds a fault that axe finds', { timeout: 120_000 }, async () => {
    const person = await signUp(product, 'tara');
    const id = await putFile(person, paper(invoice), 'lamp.pdf');
    for (const [width, theme, language] of [[1440, 'light', 'en'], [390, 'dark', 'hi']] as const) {
      const { page, complaints } = await visit(browser, product, person, { width, theme, language });
      for (const path of ['/', '/documents', '/documents?shape=small', '/trash', `/documents/${id}?page=1&q=Meridian+Lamps`]) {
        await page.goto(path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        if (path.includes('q=')) await page.locator('[data-lit]').first().waitFor();
        await page.waitForFunction(() => !document.querySelector('.skeleton'));
        expect(await accessibilityFaults(page), `${path} at ${width}`).toEqual([]);
      }
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
      expect(await accessibilityFaults(page), 'help').toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    }
  });
});
