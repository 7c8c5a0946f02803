import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signUp, startProduct, type Member, type Product } from '@docuvault/testing/product.ts';
import { letRequestsAge } from '@docuvault/testing/emergencies.ts';
import { accessibilityFaults, missingChromium, visit } from './browser.ts';
import { openInChromium, putPaper, type Opened } from './opened.ts';

type Reminder = { id: string; title: string; dueOn: string; status: string; recurrence: string | null; documentId: string | null };
const reason = missingChromium();

const dayAhead = (days: number): string => {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() + days)).toISOString().slice(0, 10);
};
const written = (day: string): string => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

describe.skipIf(reason)(`reminders, the inbox and emergencies in Chromium${reason ? ` (${reason})` : ''}`, () => {
  let opened: Opened;
  let product: Product;
  let browser: Browser;
  beforeAll(async () => {
    opened = await openInChromium();
    ({ product, browser } = opened);
  });
  afterAll(() => opened.close());

  const remindersOf = async (person: Member) => (await person.json<{ items: Reminder[] }>('reminder-engine')).items;
  const send = (person: Member, method: string, path: string, body: unknown) => person.json(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const idOf = async (person: Member): Promise<string> => (await person.client.auth.getSession()).data.session!.user.id;
  /** Two people of one family. */
  const family = async (asha: Member, ravi: Member): Promise<string> => {
    const { id } = await asha.post<{ id: string }>('family-vault', { name: 'The Raos' });
    const { token } = await asha.post<{ token: string }>(`family-vault/${id}/invitations`, { email: ravi.email, role: 'member' });
    await ravi.post('family-vault/invitations/accept', { token });
    return id;
  };

  it('a policy makes its reminder, which is put off, taken back, found in the calendar by keyboard, and closed; one\'s own is made in words', async () => {
    const person = await signUp(product, 'asha');
    const ends = dayAhead(5);
    const id = await putPaper(person, ['MOTOR INSURANCE POLICY', 'Issued by: Suraksha General Insurance Ltd', 'Policy No: SG-20931-77', 'Insured: Asha Rao', `Expiry Date: ${written(ends)}`], 'car.pdf');
    const { page, complaints } = await visit(browser, product, person);
    await page.goto('/');
    await page.getByRole('region', { name: 'Needs your attention' }).getByRole('link', { name: /The paper expires/ }).waitFor();
    await page.goto('/reminders');
    const row = page.getByRole('region', { name: /This week/ }).getByRole('listitem').filter({ hasText: 'The paper expires' });
    await row.getByText('Asha Rao', { exact: true }).waitFor();
    expect(await row.locator(`a[href="/documents/${id}"]`).count()).toBe(1);
    await row.getByRole('button', { name: /^Put off/ }).click();
    await page.getByRole('menuitem', { name: 'Until next week' }).click();
    await page.getByRole('region', { name: /Put off/ }).getByText(/Put off until/).waitFor();
    expect(await remindersOf(person)).toMatchObject([{ status: 'snoozed', documentId: id, dueOn: ends }]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await row.waitFor();
    await page.keyboard.press('n');
    await page.getByLabel('What is it?').fill('Pay the rent');
    await page.getByLabel('Day', { exact: true }).fill(dayAhead(3));
    await page.getByLabel('Comes again').selectOption('every 3 months');
    await page.getByRole('button', { name: 'Remind me' }).click();
    await page.getByText('every 3 months').first().waitFor();
    expect(await remindersOf(person)).toMatchObject([{ title: 'Pay the rent', recurrence: 'FREQ=MONTHLY;INTERVAL=3' }, { status: 'active' }]);
    await page.getByRole('link', { name: 'Calendar', exact: true }).click();
    const grid = page.getByRole('grid');
    await grid.getByRole('button').and(page.locator('[tabindex="0"]')).focus();
    for (let day = 0; day < 5; day += 1) await page.keyboard.press('ArrowRight');
    await page.waitForURL(`**day=${ends}`);
    await page.getByRole('button', { name: /^Done: .*expires/ }).click();
    await page.getByText(/is done\./).waitFor();
    expect((await remindersOf(person)).find(({ documentId }) => documentId === id)).toMatchObject({ status: 'completed' });
    await page.getByRole('button', { name: 'Calendar feed' }).click();
    await page.getByRole('button', { name: 'Make the address' }).click();
    const feed = await page.getByLabel('Address of the feed').inputValue();
    expect(await (await fetch(feed)).text()).toContain('SUMMARY:Pay the rent');
    await page.getByRole('button', { name: 'End it' }).click();
    await page.getByText('The address has ended').waitFor();
    expect((await fetch(feed)).status).toBe(404);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('channels are chosen kind by kind, what the server lacks is said, and a push shows a notification that leads into the app', async () => {
    const person = await signUp(product, 'meera');
    const { page, context, complaints } = await visit(browser, product, person);
    await context.grantPermissions(['notifications', 'clipboard-read', 'clipboard-write'], { origin: product.url });
    await page.goto('/settings?section=notifications');
    await page.getByText('not configured on this server').first().waitFor();
    await page.getByRole('checkbox', { name: 'Family and sharing by Push' }).uncheck();
    await page.getByLabel('Quiet from').fill('22:30');
    await page.getByLabel('Another rule for a kind of paper').selectOption('Passport');
    await page.getByRole('group', { name: 'Passport' }).getByText('180 days before').click();
    await expect.poll(() => person.json('reminder-engine/preferences')).toMatchObject({ channelsFor: { family: ['in_app', 'email'] }, quietHours: { from: '22:30' }, leadDays: { passport: [180, 90, 30, 7, 1] } });
    await expect.poll(() => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.active)), { timeout: 30_000 }).toBe(true);
    const devtools = await context.newCDPSession(page);
    const registered = new Promise<string>((resolve) => {
      devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        if (registrations[0]) resolve(registrations[0].registrationId);
      });
    });
    await devtools.send('ServiceWorker.enable');
    await devtools.send('ServiceWorker.deliverPushMessage', {
      origin: product.url, registrationId: await registered, data: JSON.stringify({ id: 'one', title: 'Passport expires', body: 'The day is near.', url: `${product.url}/inbox` }),
    });
    const shown = () => page.evaluate(async () => ((await (await navigator.serviceWorker.getRegistration())?.getNotifications()) ?? []).map(({ title, body, data }) => ({ title, body, data: data as unknown })));
    await expect.poll(shown).toEqual([{ title: 'Passport expires', body: 'The day is near.', data: { path: '/inbox' } }]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('an emergency is set up, asked for and denied, asked for again and opened by waiting, and the heir reads and saves it whole', { timeout: 180_000 }, async () => {
    const [asha, ravi] = [await signUp(product, 'asha'), await signUp(product, 'ravi')];
    const will = await putPaper(asha, ['LAST WILL AND TESTAMENT', 'of Asha Nair', 'I leave the house to Ravi.'], 'will.pdf');
    const vaultId = await family(asha, ravi);
    const owner = await visit(browser, product, asha);
    const contact = await visit(browser, product, ravi, { width: 390 });
    await contact.page.goto('/emergency');
    await contact.page.getByRole('heading', { name: 'Your contacts' }).waitFor();
    const bell = contact.page.getByRole('banner').getByRole('link', { name: /^Inbox/ });

    await owner.page.goto('/emergency');
    await owner.page.getByText('Name at least 2.').waitFor();
    await owner.page.getByRole('button', { name: 'Add a contact' }).click();
    await owner.page.getByLabel('How long they wait').selectOption('1 day');
    await owner.page.getByRole('button', { name: 'Add', exact: true }).click();
    await owner.page.getByText('Name 1 more.').waitFor();
    await owner.page.getByRole('button', { name: 'Release something' }).click();
    await owner.page.getByRole('textbox', { name: 'Paper' }).fill('will');
    await owner.page.getByRole('dialog').getByRole('button', { name: /will/i }).first().click();
    await owner.page.getByRole('button', { name: 'Save', exact: true }).click();
    await owner.page.getByRole('combobox', { name: /^When .* is released/ }).waitFor();
    // Told live: the other window was never loaded anew.
    await contact.page.getByRole('button', { name: 'Ask for access' }).click();
    await contact.page.getByLabel('Why (if you like)').fill('She is in hospital');
    await contact.page.getByRole('dialog').getByRole('button', { name: 'Ask for access' }).click();
    await contact.page.getByText(/Opens in (1 day|23 hours)/).waitFor();

    await owner.page.getByRole('heading', { name: /asks for emergency access to your papers/ }).waitFor();
    await owner.page.getByText('She is in hospital').waitFor();
    await owner.page.getByRole('button', { name: 'Deny', exact: true }).click();
    await contact.page.getByText(/denied your request/).waitFor();
    await bell.and(contact.page.getByRole('link', { name: /unread/ })).waitFor();
    expect(await ravi.json('documents')).toMatchObject({ items: [] });

    await contact.page.getByRole('button', { name: 'Ask for access' }).click();
    await contact.page.getByRole('dialog').getByRole('button', { name: 'Ask for access' }).click();
    await contact.page.getByText(/Opens in/).waitFor();
    await product.stop();
    await letRequestsAge(opened.home, 24);
    product = opened.product = await startProduct(opened.home, { RATE_LIMITS: 'off', PORT: new URL(product.url).port });
    await contact.page.goto('/emergency');
    await contact.page.getByText('It is open: you can read and save').waitFor();
    const download = contact.page.waitForEvent('download');
    await contact.page.getByRole('button', { name: 'Save all of it' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toMatch(/^Released by .*\.zip$/);
    await contact.page.locator(`a[href="/documents/${will}"]`).click();
    await contact.page.getByRole('heading', { level: 1 }).waitFor();
    await contact.page.getByText(/testament/i).first().waitFor();

    await owner.page.goto('/emergency');
    await owner.page.getByText(/can read what you released/).waitFor();
    await owner.page.getByText(/saved what was released/).waitFor();
    const sheet = owner.page.waitForEvent('download');
    await owner.page.getByRole('button', { name: 'Sheet for printing' }).click();
    expect((await sheet).suggestedFilename()).toBe('Emergency sheet.pdf');
    await owner.page.getByRole('button', { name: 'Set it up' }).click();
    await owner.page.getByRole('button', { name: 'I am well' }).click();
    await owner.page.getByRole('button', { name: 'End the access' }).click();
    await owner.page.getByText(/The access of .* has ended/).waitFor();
    expect(await ravi.json('documents')).toMatchObject({ items: [] });
    expect(await asha.json(`family-vault/${vaultId}/emergency`)).toMatchObject({ checkIn: { silentDays: 30, stage: 'quiet' } });
    for (const { page } of [owner, contact]) await page.context().close();
  });

  const settledScreen = async (page: Page, path: string) => {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForFunction(() => !document.querySelector('.skeleton'));
  };

  it('no screen of these holds a fault that axe finds', { timeout: 120_000 }, async () => {
    const [tara, kabir] = [await signUp(product, 'tara'), await signUp(product, 'kabir')];
    const vaultId = await family(tara, kabir);
    await tara.post(`family-vault/${vaultId}/emergency-contacts`, { userId: await idOf(kabir), waitHours: 24 });
    await kabir.post(`family-vault/${vaultId}/emergency-contacts`, { userId: await idOf(tara), waitHours: 24 });
    await kabir.post(`family-vault/${vaultId}/emergency/request`, { ownerId: await idOf(tara) });
    await tara.post(`family-vault/${vaultId}/shares`, { everything: true, release: 'emergency' });
    await send(tara, 'PUT', `family-vault/${vaultId}/emergency/check-in`, { silentDays: 30 });
    for (const [title, days] of [['Water filter', -2], ['Tyres', 2], ['Locker', 40]] as const) await tara.post('reminder-engine', { title, dueOn: dayAhead(days), leadDays: [0], person: 'Tara' });
    for (const [width, theme, language] of [[1440, 'light', 'en'], [390, 'dark', 'hi']] as const) {
      const { page, complaints } = await visit(browser, product, tara, { width, theme, language });
      for (const path of ['/', '/reminders', '/reminders?view=calendar', '/inbox', '/settings?section=notifications', '/emergency']) {
        await settledScreen(page, path);
        expect(await accessibilityFaults(page), `${path} at ${width}`).toEqual([]);
      }
      await settledScreen(page, '/reminders');
      await page.keyboard.press('n');
      await page.getByRole('dialog').waitFor();
      expect(await accessibilityFaults(page), 'new reminder').toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    }
  });
});
