import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn, signUp, type Member, type Product } from '@docuvault/testing/product.ts';
import { accessibilityFaults, missingChromium, visit } from './browser.ts';
import { openInChromium, putPaper, type Opened } from './opened.ts';
import { paper } from './paper.ts';

type Found = { results: { documentId: string }[] };
type Listed<T> = { items: T[] };

const policy = ['STAR HEALTH INSURANCE POLICY', 'Insured: Asha Rao', 'Zebrafish cover included.', 'Premium: Rs. 24,500', 'Valid until 31/12/2027'];
const diary = ['A private diary', 'The zebrafish party is a secret.'];

const reason = missingChromium();
describe.skipIf(reason)(`sharing with family and strangers, in Chromium${reason ? ` (${reason})` : ''}`, { timeout: 240_000 }, () => {
  let opened: Opened;
  let product: Product;
  let browser: Browser;
  beforeAll(async () => {
    opened = await openInChromium();
    ({ product, browser } = opened);
  });
  afterAll(() => opened.close());

  const found = async (person: Member, query: string) => (await person.post<Found>('search-engine', { query })).results.map(({ documentId }) => documentId);
  const shareDialog = async (page: Page) => {
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    return page.getByRole('dialog');
  };

  it('a spouse is invited, sees and finds the one paper that is shared and nothing else, and no more when it ends', async () => {
    const [asha, ravi] = [await signUp(product, 'asha'), await signUp(product, 'ravi')];
    const [shared, secret] = [await putPaper(asha, policy, 'policy.pdf'), await putPaper(asha, diary, 'diary.pdf')];
    const [hers, his] = [await visit(browser, product, asha), await visit(browser, product, ravi)];
    await hers.page.goto('/family');
    await hers.page.getByRole('button', { name: 'Start a family' }).click();
    await hers.page.getByLabel('Name of the family').fill('The Raos');
    await hers.page.keyboard.press('Enter');
    await hers.page.getByRole('heading', { level: 1, name: 'The Raos' }).waitFor();
    const vaultId = new URL(hers.page.url()).pathname.split('/').at(-1);
    await hers.page.getByRole('button', { name: 'Invite' }).click();
    await hers.page.getByLabel('Email').fill(ravi.email);
    await hers.page.getByRole('button', { name: 'Make the invitation' }).click();
    const invitation = await hers.page.getByLabel('Invitation link').inputValue();
    await hers.page.getByRole('button', { name: 'Done' }).click();

    const stranger = await visit(browser, product, await signUp(product, 'stranger'));
    await stranger.page.goto(invitation);
    await stranger.page.getByRole('heading', { name: 'This invitation is for another address' }).waitFor();
    expect(await accessibilityFaults(stranger.page)).toEqual([]);
    await stranger.context.close();

    await his.page.goto(invitation);
    await his.page.getByText('into the family “The Raos”').waitFor();
    expect(await accessibilityFaults(his.page)).toEqual([]);
    await his.page.getByRole('button', { name: 'Join the family' }).click();
    await his.page.getByRole('heading', { level: 1, name: 'The Raos' }).waitFor();
    await his.page.goto('/documents');
    await his.page.getByRole('heading', { name: 'Your papers will stand here' }).waitFor();
    expect(await found(ravi, 'zebrafish')).toEqual([]);

    await hers.page.goto(`/documents/${shared}`);
    const dialog = await shareDialog(hers.page);
    await dialog.getByLabel('With', { exact: true }).selectOption({ label: `${ravi.email} (Member)` });
    await dialog.getByRole('button', { name: 'Share', exact: true }).click();
    await dialog.getByText('shared directly').waitFor();
    expect(await accessibilityFaults(hers.page)).toEqual([]);

    await his.page.goto('/documents?sharing=shared');
    await his.page.locator(`a[href="/documents/${shared}"]`).waitFor();
    expect(await his.page.locator(`a[href="/documents/${secret}"]`).count()).toBe(0);
    await his.page.goto('/search?q=zebrafish');
    await his.page.getByRole('main').locator(`a[href*="${shared}"]`).first().waitFor();
    expect(await his.page.locator(`a[href*="${secret}"]`).count()).toBe(0);
    await his.page.goto('/chat');
    await his.page.getByRole('textbox').last().fill('Until when is the health insurance valid?');
    await his.page.keyboard.press('Enter');
    await his.page.getByRole('main').getByText(/2027/).first().waitFor();
    const asked = await ravi.post<{ citations: { documentId: string }[] }>('ai-chat', { conversationId: crypto.randomUUID(), message: 'What is the secret of the zebrafish party?' });
    expect(asked.citations.map(({ documentId }) => documentId)).not.toContain(secret);
    await his.page.goto(`/documents/${shared}`);
    await his.page.getByText(`${asha.email} shares this with you. You may read it.`).waitFor();
    expect(await his.page.getByLabel('Kind of paper').isDisabled()).toBe(true);
    expect(await his.page.getByRole('button', { name: 'Share', exact: true }).count()).toBe(0);
    expect(await accessibilityFaults(his.page)).toEqual([]);

    await hers.page.goto('/family');
    await hers.page.getByRole('link', { name: /The Raos/ }).click();
    await hers.page.getByRole('link', { name: /Sees 1 document of yours/ }).click();
    await hers.page.getByText(`What ${ravi.email} sees of your documents`).waitFor();
    expect(await hers.page.getByRole('main').getByRole('listitem').count()).toBe(1);
    await hers.page.goto(`/documents/${shared}`);
    await (await shareDialog(hers.page)).getByRole('button', { name: /^Stop/ }).click();
    await hers.page.getByText('Nobody but you.').waitFor();
    expect(await found(ravi, 'zebrafish')).toEqual([]);
    // Nobody has to load the page again: what is taken away goes.
    await his.page.getByRole('heading', { name: 'This document is not here' }).waitFor();
    await his.page.goto('/documents?sharing=shared');
    await his.page.getByRole('heading', { name: 'Nothing is shared with you' }).waitFor();
    expect((await ravi.json<Listed<{ action: string }>>(`family-vault/${vaultId}/activity`)).items.map(({ action }) => action)).toEqual(expect.arrayContaining(['member.joined', 'share.given', 'share.ended']));
    for (const { complaints, context } of [hers, his]) {
      expect(complaints).toEqual([]);
      await context.close();
    }
  });

  it('a child without an address gets an account, keeps papers in it, and takes it over when it has one', async () => {
    const asha = await signUp(product, 'asha');
    const { id } = await asha.post<{ id: string }>('family-vault', { name: 'The Raos' });
    const { page, context, complaints } = await visit(browser, product, asha);
    await page.goto(`/family/${id}`);
    await page.getByRole('button', { name: 'Add a child' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Tara Rao');
    await page.getByLabel('Password', { exact: true }).fill('bright green frogs');
    await page.getByRole('button', { name: 'Make the account' }).click();
    const signInName = await page.getByLabel('Name to sign in by').inputValue();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Done' }).click();

    const childs = await visit(browser, product, null, { width: 390 });
    await childs.page.goto('/sign-in');
    await childs.page.getByLabel('Email').fill(signInName);
    await childs.page.getByLabel('Password', { exact: true }).fill('bright green frogs');
    await childs.page.keyboard.press('Enter');
    await childs.page.waitForURL(`${product.url}/`);
    await childs.page.goto('/family');
    await childs.page.getByRole('link', { name: /The Raos/ }).click();
    expect(await childs.page.getByRole('button', { name: 'Invite' }).count()).toBe(0);
    const tara = await signIn(product, signInName, 'bright green frogs');
    const school = await putPaper(tara, ['School certificate', 'Awarded to Tara Rao'], 'school.pdf');
    expect((await asha.json<Listed<{ id: string; access: string }>>('documents')).items).toMatchObject([{ id: school, access: 'edit' }]);

    await page.getByRole('button', { name: /^Hand over/ }).click();
    await page.getByLabel('Their email').fill('tara.rao@example.test');
    await page.getByRole('button', { name: 'Make the offer' }).click();
    const offer = await page.getByLabel('Link to take it over').inputValue();
    await childs.context.close();
    const grown = await visit(browser, product, null, { width: 390, theme: 'dark' });
    await grown.page.goto(offer);
    await grown.page.getByLabel('Your password').fill('a grown up pass phrase');
    expect(await accessibilityFaults(grown.page)).toEqual([]);
    await grown.page.getByRole('button', { name: 'Take it over' }).click();
    await grown.page.waitForURL(`${product.url}/`);
    expect((await signIn(product, 'tara.rao@example.test', 'a grown up pass phrase')).email).toBe('tara.rao@example.test');
    expect([...complaints, ...childs.complaints, ...grown.complaints]).toEqual([]);
    await grown.context.close();
    await context.close();
  });

  it('a stranger reads by a link and its password what it shows, is written into its log, and is shut out when it is taken back', async () => {
    const asha = await signUp(product, 'asha');
    const [first, second] = [await putPaper(asha, policy, 'policy.pdf'), await putPaper(asha, diary, 'letter.pdf')];
    const { page, context, complaints } = await visit(browser, product, asha);
    await page.goto('/documents');
    const boxes = page.getByRole('grid').getByRole('checkbox');
    await boxes.nth(1).waitFor();
    await boxes.nth(0).click();
    await boxes.nth(1).click({ modifiers: ['Shift'] });
    const dialog = await shareDialog(page);
    await dialog.getByRole('tab', { name: 'By link' }).click();
    await dialog.getByLabel('Name for you').fill('For the bank');
    await dialog.getByLabel('Password', { exact: true }).fill('seven lanterns');
    await dialog.getByLabel('Watermark with the visitor’s name').check();
    await dialog.getByRole('button', { name: 'Make the link' }).click();
    const address = await dialog.getByLabel('Link', { exact: true }).inputValue();
    const [stored] = (await asha.json<Listed<{ documentIds: string[]; hasPassword: boolean; watermark: boolean; permission: string }>>('documents/links')).items;
    expect(stored).toMatchObject({ hasPassword: true, watermark: true, permission: 'view' });
    expect([...stored!.documentIds].sort()).toEqual([first, second].sort());

    const guest = await visit(browser, product, null, { width: 390 });
    await guest.page.goto(address);
    await guest.page.getByLabel('Your name').fill('Bank clerk');
    await guest.page.getByLabel('Password', { exact: true }).fill('a guess');
    await guest.page.getByRole('button', { name: 'Open' }).click();
    await guest.page.getByText('4 more tries').waitFor();
    expect(await accessibilityFaults(guest.page)).toEqual([]);
    await guest.page.getByLabel('Password', { exact: true }).fill('seven lanterns');
    await guest.page.getByRole('button', { name: 'Open' }).click();
    await guest.page.getByRole('img', { name: /page 1 of 1/ }).waitFor();
    expect(await guest.page.getByRole('button', { name: /^Save/ }).count()).toBe(0);
    await guest.page.getByText('Text', { exact: true }).click();
    await guest.page.getByText(/Zebrafish cover|zebrafish party/).waitFor();
    expect(await accessibilityFaults(guest.page)).toEqual([]);
    await guest.page.reload();
    await guest.page.getByRole('img', { name: /page 1 of 1/ }).waitFor();

    await page.goto('/links');
    await page.getByText('opened 1 time').waitFor();
    await page.getByRole('button', { name: /^Who used it/ }).click();
    await page.getByText('Bank clerk opened it').waitFor();
    await page.getByText('A wrong password was tried').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: /^Take back/ }).click();
    await page.getByText('Taken back', { exact: true }).waitFor();
    await guest.page.reload();
    await guest.page.getByRole('heading', { name: 'This link was taken back' }).waitFor();
    expect([...complaints, ...guest.complaints]).toEqual([]);
    await guest.context.close();
    await context.close();
  });

  it('somebody without an account sends files into the vault, and is told which arrived', async () => {
    const asha = await signUp(product, 'asha');
    const { page, context, complaints } = await visit(browser, product, asha, { width: 390 });
    await page.goto('/links?kind=request');
    await page.getByRole('button', { name: 'Ask for files' }).first().click();
    await page.getByLabel('What do you need?').fill('The valuation report, please');
    await page.getByRole('button', { name: 'Make the link' }).click();
    const address = await page.getByLabel('Link', { exact: true }).inputValue();
    const guest = await visit(browser, product, null, { width: 390, theme: 'dark', language: 'hi' });
    await guest.page.goto(address);
    await guest.page.getByText('The valuation report, please').waitFor();
    await guest.page.getByLabel('आपका नाम').fill('The valuer');
    await guest.page.getByRole('button', { name: 'खोलें' }).click();
    await guest.page.locator('[data-upload=guest]').setInputFiles([
      { name: 'valuation.pdf', mimeType: 'application/pdf', buffer: paper(['VALUATION REPORT', 'Market value INR 4,250,000']) },
      { name: 'empty.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) },
    ]);
    await guest.page.getByText('1 फ़ाइल पहुँच गई। धन्यवाद।').waitFor();
    await guest.page.getByRole('list').getByText('फ़ाइल ख़ाली है').waitFor();
    expect(await accessibilityFaults(guest.page)).toEqual([]);
    const [received] = (await asha.json<Listed<{ id: string; fileName: string; tags: string[] }>>('documents')).items;
    expect(received).toMatchObject({ fileName: 'valuation.pdf', tags: ['received'] });
    await page.goto('/links?kind=request');
    await page.getByText('1 file received').waitFor();
    expect(complaints).toEqual([]);
    await guest.context.close();
    await context.close();
  });

  it('holds no fault that axe finds on the screens of family and links, wide or narrow, light or dark, in both languages', async () => {
    const asha = await signUp(product, 'asha');
    const ravi = await signUp(product, 'ravi');
    const { id } = await asha.post<{ id: string }>('family-vault', { name: 'The Raos' });
    const { token } = await asha.post<{ token: string }>(`family-vault/${id}/invitations`, { email: ravi.email, role: 'viewer' });
    await ravi.post('family-vault/invitations/accept', { token });
    const document = await putPaper(asha, policy, 'policy.pdf');
    const [, other] = (await asha.json<Listed<{ userId: string }>>(`family-vault/${id}/members`)).items;
    await asha.post(`family-vault/${id}/shares`, { documentId: document });
    await asha.post(`family-vault/${id}/invitations`, { email: 'somebody.with.a.long.address.indeed@mail.example.test', role: 'child' });
    await asha.post(`family-vault/${id}/children`, { name: 'Tara Venkatanarasimharajuvaripeta Rao', password: 'bright green frogs' });
    await asha.post(`documents/${document}/links`, { label: 'For the bank in the town of Llanfairpwllgwyngyllgogerychwyrndrobwll', maxUses: 3 });
    for (const [width, theme, language] of [[1440, 'light', 'en'], [390, 'dark', 'hi']] as const) {
      const { page, context, complaints } = await visit(browser, product, asha, { width, theme, language });
      for (const path of ['/family', '/family/claim#none', `/invitation/${token}`, `/family/${id}`, `/family/${id}?section=shared`, `/family/${id}?section=activity`, `/family/${id}?section=manage`, `/family/${id}?as=${other!.userId}`, '/links', '/links?kind=request']) {
        await page.goto(path);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForFunction(() => !window.document.querySelector('.skeleton'));
        expect(await accessibilityFaults(page), `${path} at ${width}`).toEqual([]);
        expect(await page.evaluate(() => Math.max(...[window.document.documentElement, ...window.document.querySelectorAll('main')].map((one) => one.scrollWidth - one.clientWidth))), `${path} at ${width}`).toBeLessThanOrEqual(0);
      }
      expect(complaints).toEqual([]);
      await context.close();
    }
  });
});
