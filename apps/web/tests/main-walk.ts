import type { Page } from 'playwright-core';

export type Given = { name: string; mimeType: string; buffer: Buffer };

/** A point of a page, in shares of its width and height. */
export type Point = { x: number; y: number };

/** What a new person gives and looks for. `receipt` is a scan among the files, with places where known words are printed on it. */
export type Errand = {
  person: { name: string; email: string; password: string };
  files: readonly Given[];
  locked: { name: string; password: string };
  receipt: { title: RegExp; correct: { field: string; value: string }; number: { field: string; at: Point }; word: { text: string; at: Point }; question: string; quoted: Point };
};

/** Points that no lit box covers, of the picture that is shown. */
const missed = async (page: Page, points: readonly Point[]): Promise<Point[]> => {
  await page.locator('[data-lit]').first().waitFor();
  const picture = (await page.locator('img[src^="blob:"]').last().boundingBox())!;
  const boxes = await Promise.all((await page.locator('[data-lit]').all()).map((one) => one.boundingBox()));
  return points.filter(({ x, y }) => {
    const [left, top] = [picture.x + x * picture.width, picture.y + y * picture.height];
    return !boxes.some((box) => box && left >= box.x && left <= box.x + box.width && top >= box.y && top <= box.y + box.height);
  });
};

/**
 * The main job as a new person does it: makes a vault, gives files at once (one of them locked), puts a value right, finds a paper
 * by a word in it, asks, and lands on the quoted line. `snap` is called on each screen on the way. Answers the places that should
 * have been lit up and were not, by step.
 */
export const walkMainJob = async (page: Page, { person, files, locked, receipt }: Errand, snap: (name: string) => Promise<void> = () => Promise.resolve()): Promise<Record<'field' | 'found' | 'quoted', Point[]>> => {
  const go = (name: string) => page.getByRole('link', { name, exact: true }).last().click();
  await page.goto('/');
  await page.getByRole('link', { name: 'Create your vault' }).click();
  await page.getByLabel('Your name').fill(person.name);
  await page.getByLabel('Email').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await snap('sign-up');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /^Hello/ }).waitFor();
  await snap('home-empty');

  await page.locator('[data-upload=files]').setInputFiles([...files]);
  const panel = page.getByRole('region', { name: 'Adding documents' });
  const password = page.getByLabel(`Password of ${locked.name}`);
  await password.waitFor();
  await snap('uploading');
  await password.fill(locked.password);
  await panel.getByRole('button', { name: 'Unlock' }).click();
  await panel.getByText(`All ${files.length} files are in`).waitFor();
  await snap('all-in');
  await panel.getByRole('button', { name: 'Close the list' }).click();
  await page.getByText('Needs your attention').waitFor();
  await snap('home');

  await go('Documents');
  await page.getByRole('row').nth(files.length).waitFor();
  await snap('documents');
  await page.getByRole('link', { name: receipt.title }).first().click();
  await page.getByRole('button', { name: `Correct ${receipt.correct.field}` }).first().click();
  await page.getByRole('textbox', { name: receipt.correct.field }).fill(receipt.correct.value);
  await snap('correcting');
  await page.keyboard.press('Enter');
  await page.getByRole('tabpanel').getByText(receipt.correct.value, { exact: true }).waitFor();
  await page.getByTitle(`Show ${receipt.number.field} on the page`).click();
  const field = await missed(page, [receipt.number.at]);
  await snap('field-on-page');

  await go('Search');
  await page.locator('[data-search]').fill(receipt.word.text);
  await page.locator('[data-result]').filter({ hasText: receipt.title }).waitFor();
  await snap('search');
  await page.locator('[data-result]').filter({ hasText: receipt.title }).click();
  const found = await missed(page, [receipt.word.at]);
  await snap('found-on-page');

  await go('Ask');
  await page.getByRole('textbox').fill(receipt.question);
  await page.keyboard.press('Enter');
  await page.locator('[data-citation]').first().waitFor();
  await snap('answer');
  await page.locator('[data-citation]').first().click();
  const quoted = await missed(page, [receipt.quoted]);
  await snap('quoted-line');
  return { field, found, quoted };
};
