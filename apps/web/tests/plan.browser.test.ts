import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Subscription } from '@docuvault/contract/subscription.ts';
import { signUp, type Member, type Product } from '@docuvault/testing/product.ts';
import { razorpayKey, razorpaySecret, startRazorpay, type RazorpayServer } from '@docuvault/testing/razorpay.ts';
import { startStripe, stripeKey, stripeSecret, type StripeServer } from '@docuvault/testing/stripe.ts';
import { accessibilityFaults, missingChromium, visit } from './browser.ts';
import { openInChromium, type Opened } from './opened.ts';

const reason = missingChromium();
describe.skipIf(reason)(`plans and their payment, in Chromium${reason ? ` (${reason})` : ''}`, { timeout: 240_000 }, () => {
  let opened: Opened;
  let product: Product;
  let browser: Browser;
  let stripe: StripeServer;
  let razorpay: RazorpayServer;
  beforeAll(async () => {
    [stripe, razorpay] = await Promise.all([startStripe(), startRazorpay()]);
    opened = await openInChromium(undefined, {
      DEFAULT_TIER: 'free', STRIPE_SECRET_KEY: stripeKey, STRIPE_WEBHOOK_SECRET: stripeSecret, STRIPE_API_URL: stripe.url,
      RAZORPAY_KEY_ID: razorpayKey.id, RAZORPAY_KEY_SECRET: razorpayKey.secret, RAZORPAY_WEBHOOK_SECRET: razorpaySecret, RAZORPAY_API_URL: razorpay.url,
    });
    ({ product, browser } = opened);
  });
  afterAll(async () => {
    await opened.close();
    await Promise.all([stripe.stop(), razorpay.stop()]);
  });

  const planOf = (person: Member) => person.json<Subscription>('subscription-manager');
  const told = (delivery: RequestInit) => fetch(`${product.url}/functions/v1/subscription-manager`, delivery);
  const open = async (page: Page) => {
    await page.goto('/settings?section=plan');
    await page.getByRole('heading', { name: 'Plan & billing' }).waitFor();
  };

  it('a plan is chosen, paid for at Stripe, and running when the browser comes back; it is cancelled and kept in one step each', async () => {
    const asha = await signUp(product, 'asha');
    const { page, complaints } = await visit(browser, product, asha);
    await page.route('https://checkout.stripe.example/**', (route) => route.fulfill({ contentType: 'text/html', body: '<title>Stripe</title>' }));
    await open(page);
    await page.getByText('You pay nothing for this plan').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('radio', { name: 'USD' }).check({ force: true });
    await page.getByRole('radio', { name: 'Year' }).check({ force: true });
    await page.getByRole('button', { name: 'Choose Family Plus' }).click();
    await page.waitForURL('https://checkout.stripe.example/**');
    const session = [...stripe.things.values()].find((one) => one.object === 'checkout.session' && one.client_reference_id !== undefined && one.customer_email === asha.email)!;
    stripe.pay(session.id, new Date());
    await page.goto(String(session.success_url));
    await page.getByText('Thank you. Your plan is running.').waitFor();
    expect(await planOf(asha)).toMatchObject({ tier: 'family_plus', status: 'active', interval: 'year', amount: 9990, currency: 'USD' });
    await page.getByRole('button', { name: 'Cancel the plan' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel the plan' }).click();
    await page.getByText('nothing more is charged', { exact: false }).waitFor();
    expect(await planOf(asha)).toMatchObject({ cancelAtPeriodEnd: true, tier: 'family_plus' });
    await page.getByRole('button', { name: 'Keep the plan' }).click();
    await page.getByRole('button', { name: 'Cancel the plan' }).waitFor();
    await page.getByRole('button', { name: 'Change to Business' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Change to Business' }).click();
    await page.getByText('$290.00 a year').nth(1).waitFor();
    expect(await planOf(asha)).toMatchObject({ tier: 'business', cancelAtPeriodEnd: false, amount: 29000 });
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('a period is paid for at Razorpay, by a page that leads there and back', async () => {
    const ravi = await signUp(product, 'ravi');
    const { page } = await visit(browser, product, ravi, { width: 390 });
    await open(page);
    await page.getByRole('radio', { name: 'INR' }).check({ force: true });
    await page.getByRole('button', { name: 'Choose Premium' }).click();
    await page.getByRole('heading', { name: 'Pay for your plan' }).waitFor();
    expect(await page.getByText('₹199.00, once').count()).toBe(1);
    await page.route('**/v1/checkout/embedded', (route) => route.fulfill({ contentType: 'text/html', body: '<title>Razorpay</title>' }));
    const [asked] = await Promise.all([page.waitForRequest('**/v1/checkout/embedded'), page.getByRole('button', { name: 'Go on to pay' }).click()]);
    const form = new URLSearchParams(asked.postData() ?? '');
    expect([form.get('amount'), form.get('key_id')]).toEqual(['19900', razorpayKey.id]);
    razorpay.payOrder(form.get('order_id')!, new Date());
    await page.goto(form.get('callback_url')!);
    await page.getByText('Thank you. Your plan is running.').waitFor();
    await page.getByText('Paid until', { exact: false }).waitFor();
    expect(await planOf(ravi)).toMatchObject({ tier: 'premium', provider: 'razorpay', renews: false });
    await page.context().close();
  });

  it('a payment that failed is said, with the day until which all stays, in both themes and on a phone', async () => {
    const meera = await signUp(product, 'meera');
    const { sessionId } = await meera.post<{ sessionId: string }>('subscription-manager/checkout', { plan: 'premium', interval: 'month', provider: 'stripe' });
    const { session, subscription } = stripe.pay(sessionId, new Date());
    await told(stripe.deliver('checkout.session.completed', session, { created: new Date(), signedAt: new Date() }));
    subscription.status = 'past_due';
    await told(stripe.deliver('invoice.payment_failed', stripe.invoiceOf(subscription.id, 'in_second', new Date()), { created: new Date(), signedAt: new Date() }));
    for (const theme of ['light', 'dark'] as const) {
      for (const width of [1440, 390]) {
        const { page, complaints } = await visit(browser, product, meera, { theme, width });
        await open(page);
        await page.getByText('The last payment did not go through', { exact: false }).waitFor();
        expect(await accessibilityFaults(page), `${theme} ${width}`).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${theme} ${width}`).toBe(true);
        if (process.env.PLAN_PICTURES) await page.screenshot({ path: `${process.env.PLAN_PICTURES}/${theme}-${width}.png`, fullPage: true });
        expect(complaints).toEqual([]);
        await page.context().close();
      }
    }
  });
});
