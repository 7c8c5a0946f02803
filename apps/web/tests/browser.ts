import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { Member, Product } from '@docuvault/testing/product.ts';

const path = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** Why the browser's tests cannot run here, or null. With REQUIRE_ENGINES set, a reason is an error. */
export const missingChromium = (): string | null => {
  const reason = existsSync(path) ? null : `Chromium is not at ${path}`;
  if (reason && process.env.REQUIRE_ENGINES) throw new Error(`${reason}, and REQUIRE_ENGINES is set`);
  if (reason) console.warn(`skipped: ${reason}`);
  return reason;
};

/** `camera`: a film (Y4M) that stands in for what the device's camera sees. */
export const launch = ({ camera }: { camera?: string } = {}): Promise<Browser> =>
  chromium.launch({
    executablePath: path,
    args: ['--no-sandbox', ...(camera ? ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', `--use-file-for-fake-video-capture=${camera}`] : [])],
  });

export type Visit = { page: Page; context: BrowserContext; complaints: string[] };
type Options = { width?: number; theme?: 'light' | 'dark'; language?: 'en' | 'hi' };

/** A window on the product. What the browser complains of (errors, breaches of the policy) is kept in `complaints`. */
export const visit = async (browser: Browser, product: Product, person: Member | null, options: Options = {}): Promise<Visit> => {
  const { width = 1440, theme = 'light', language = 'en' } = options;
  const context = await browser.newContext({ baseURL: product.url, viewport: { width, height: 900 }, colorScheme: theme, locale: language === 'hi' ? 'hi-IN' : 'en-IN', reducedMotion: 'reduce' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: product.url });
  const session = person ? (await person.client.auth.getSession()).data.session : null;
  await context.addInitScript(
    ([stored, chosen]) => {
      if (stored && !localStorage.getItem('docuvault.session')) localStorage.setItem('docuvault.session', stored);
      if (chosen) localStorage.setItem('docuvault.language', chosen);
    },
    [session ? JSON.stringify(session) : null, language] as const,
  );
  const page = await context.newPage();
  // A machine that does other things as well is slow, and not wrong.
  page.setDefaultTimeout(60_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 40[0-9]/.test(message.text())) complaints.push(message.text());
  });
  return { page, context, complaints };
};

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the page, one line a rule. */
export const accessibilityFaults = async (page: Page): Promise<string[]> => {
  await page.evaluate(`${axe};0`);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  });
};
