import { createHmac } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn, signUp, type Product } from '@docuvault/testing/product.ts';
import { accessibilityFaults, missingChromium, visit } from './browser.ts';
import { openInChromium, putPaper, type Opened } from './opened.ts';

const policy = ['HOME INSURANCE POLICY', 'Insurer: Suraksha General Insurance Co. Ltd.', 'Policy Number: HGI-2291-88413', 'Insured: Asha Rao', 'Policy Period: 15 December 2026 to 14 December 2027', 'This policy covers storm damage and burst pipes.'];
const passport = ['REPUBLIC OF INDIA', 'PASSPORT', 'Passport No: Z4829175', 'Surname: RAO', 'Given Name(s): ASHA', 'Date of Birth: 14/08/1986', 'Date of Issue: 22/01/2027', 'Date of Expiry: 21/01/2037'];
const letter = ['Dear aunt', 'The garden is full of marigolds again.', 'We are all well.'];

/** The code of RFC 6238 that an authenticator app shows, so many steps of half a minute from now. */
const codeOf = (secret: string, stepsAhead: number): string => {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + stepsAhead));
  const mac = createHmac('sha1', key).update(counter).digest();
  return String((mac.readUInt32BE(mac.at(-1)! & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
};

const reason = missingChromium();
describe.skipIf(reason)(`finding, asking and settings in Chromium${reason ? ` (${reason})` : ''}`, () => {
  let opened: Opened;
  let product: Product;
  let browser: Browser;
  beforeAll(async () => {
    opened = await openInChromium();
    ({ product, browser } = opened);
  });
  afterAll(() => opened.close());


  it('a paper is found by a word that is not in its title, narrowed by a facet, and opened at the word, by keyboard', async () => {
    const person = await signUp(product, 'asha');
    await putPaper(person, policy, 'policy.pdf');
    const wanted = await putPaper(person, letter, 'scan-0042.pdf');
    const { page, complaints } = await visit(browser, product, person);
    await page.goto('/');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('/');
    await page.getByRole('combobox').fill('ty');
    await page.getByRole('option', { name: /^type:/ }).waitFor();
    await page.getByRole('combobox').fill('marigold');
    await page.getByRole('listitem').filter({ hasText: 'marigolds again' }).waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('marigold');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('[data-lit]').first().waitFor();
    const opened = new URL(page.url());
    expect(opened.pathname).toBe(`/documents/${wanted}`);
    expect(opened.searchParams.get('page')).toBe('1');
    await page.goBack();
    await page.getByRole('combobox').fill('well OR policy damage');
    await page.getByRole('button', { name: /^Insurance\s*1$/ }).click();
    await page.getByText('1 document found').waitFor();
    expect(page.url()).toContain('insurance');
    await page.getByRole('combobox').fill('"no such sentence anywhere"');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Nothing was found' }).waitFor();
    await page.getByRole('button', { name: 'Clear the search' }).click();
    await page.getByRole('combobox').press('Escape');
    expect(await page.evaluate(() => Object.keys(localStorage).some((key) => key.startsWith('docuvault.searches.')))).toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('a question is answered with the line that it stands on; what the vault does not hold is said so; a conversation goes and comes back', async () => {
    const person = await signUp(product, 'ravi');
    const id = await putPaper(person, passport, 'passport.pdf');
    await putPaper(person, policy, 'policy.pdf');
    const conversations = async () => (await person.json<{ items: { conversationId: string }[] }>('ai-chat/conversations')).items;
    const { page, complaints } = await visit(browser, product, person);
    await page.goto(`/documents/${id}`);
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.getByRole('button', { name: /Do not ask about/ }).waitFor();
    await page.getByLabel('Your question').fill('When does the passport expire?');
    await page.keyboard.press('Enter');
    await page.locator('[data-citation]').first().click();
    await page.getByRole('region', { name: 'Source' }).locator('[data-lit]').first().waitFor();
    await page.getByText('Answered on this server').waitFor();
    const [stored] = await conversations();
    const { items } = await person.json<{ items: { role: string; content: string; citations: { documentId: string }[] }[] }>(`ai-chat/conversations/${stored!.conversationId}`);
    expect(items.map(({ role }) => role)).toEqual(['user', 'assistant']);
    expect(items[1]!.citations.map(({ documentId }) => documentId)).toContain(id);
    await page.getByRole('button', { name: /Do not ask about/ }).click();
    await page.getByLabel('Your question').fill('What is the name of our dog?');
    await page.keyboard.press('Enter');
    await page.getByText('Not from your documents').waitFor();
    await page.getByLabel('Your question').fill('dog '.repeat(1_200));
    await page.getByText('A question holds 4,000 characters').waitFor();
    await page.getByLabel('Your question').fill('');
    await page.getByRole('button', { name: 'Close the source' }).click();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('expire passport');
    await page.getByRole('option', { name: 'When does the passport expire?' }).waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('wens');
    await page.getByRole('option', { name: 'Search for “wens”' }).waitFor();
    expect(await page.getByRole('option', { name: /When does/ }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.getByRole('listitem').filter({ hasText: 'When does the passport' }).hover();
    await page.getByRole('button', { name: /^Remove the conversation/ }).click();
    await page.getByText('What you ask is kept here').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('link', { name: /When does the passport/ }).click();
    await page.getByText('Not from your documents').waitFor();
    expect(await conversations()).toHaveLength(1);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('a person gives themselves a name, a picture and a language', async () => {
    const person = await signUp(product, 'meera');
    const { page, complaints } = await visit(browser, product, person, { width: 390 });
    await page.goto('/settings');
    await page.getByLabel('Your name').fill('Meera Iyer');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved').first().waitFor();
    await page.getByLabel('Time zone').selectOption('Europe/Lisbon');
    const png = Buffer.from((await page.evaluate(() => {
      const canvas = document.createElement('canvas');
      canvas.width = 640;
      canvas.height = 400;
      canvas.getContext('2d')!.fillRect(0, 0, 320, 400);
      return canvas.toDataURL('image/png');
    })).split(',')[1]!, 'base64');
    await page.locator('input[data-avatar]').setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: png });
    await page.getByLabel('Closer').fill('2');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Remove', exact: true }).waitFor();
    const profile = await person.json<{ fullName: string; avatarPath: string; timeZone: string }>('account/profile');
    expect(profile).toMatchObject({ fullName: 'Meera Iyer', timeZone: 'Europe/Lisbon' });
    const picture = await fetch(`${product.url}/storage/v1/object/public/avatars/${profile.avatarPath}`);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/webp']);
    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByRole('menuitemradio', { name: 'हिन्दी' }).click();
    await expect.poll(async () => (await person.json<{ locale: string }>('account/profile')).locale, { timeout: 30_000 }).toBe('hi');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('a new password ends every other session, and a second step is asked for once it is on', async () => {
    const person = await signUp(product, 'leena');
    const { page, complaints } = await visit(browser, product, person);
    const phone = await signIn(product, person.email, person.password);
    await page.goto('/settings?section=security');
    await page.getByText('this device').waitFor();
    await page.getByLabel('Current password').fill('not this one at all');
    await page.getByLabel('Choose a new password').fill('nine paper boats');
    await page.getByRole('button', { name: 'Save the new password' }).click();
    await page.getByText('That is not your current password').waitFor();
    await page.getByLabel('Current password').fill(person.password);
    await page.getByLabel('Choose a new password').fill('nine paper boats');
    await page.getByRole('button', { name: 'Save the new password' }).click();
    await page.getByText('Your password is changed').waitFor();
    expect((await phone.call('account/profile')).status).toBe(401);
    await page.getByRole('button', { name: 'Turn it on' }).click();
    const secret = (await page.locator('dialog code').filter({ hasText: /[A-Z2-7]{4}/ }).innerText()).replaceAll(' ', '');
    await page.getByLabel('Code from your authenticator app').fill(codeOf(secret, 0));
    await page.keyboard.press('Enter');
    await page.getByText('Two steps are on').waitFor();
    await page.getByRole('button', { name: 'Sign out everywhere, here too' }).click();
    await page.getByLabel('Email').fill(person.email);
    await page.getByLabel('Password', { exact: true }).fill('nine paper boats');
    await page.keyboard.press('Enter');
    await page.getByLabel('Code from your authenticator app').fill(codeOf(secret, 1));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('no screen of finding, asking and settings holds a fault that axe finds', { timeout: 120_000 }, async () => {
    const person = await signUp(product, 'tara');
    await putPaper(person, policy, 'policy.pdf');
    await person.post('ai-chat', { conversationId: 'k', message: 'Which insurer?' });
    for (const [width, theme, language] of [[1440, 'light', 'en'], [390, 'dark', 'hi']] as const) {
      const { page, complaints } = await visit(browser, product, person, { width, theme, language });
      for (const path of ['/search', '/search?q=policy', '/search?q=zzzqqq', '/chat', '/chat?c=k', '/settings', ...['appearance', 'security', 'storage', 'data', 'trail'].map((section) => `/settings?section=${section}`)]) {
        await page.goto(path);
        await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
        await page.waitForFunction(() => !document.querySelector('.skeleton'));
        if (path === '/chat?c=k') await page.locator('[data-citation]').first().waitFor();
        expect(await accessibilityFaults(page), `${path} at ${width}`).toEqual([]);
      }
      expect(complaints).toEqual([]);
      await page.context().close();
    }
  });
});
