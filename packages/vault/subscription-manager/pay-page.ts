import sql from 'sql-template-tag';
import { notFound } from '@docuvault/core/errors.ts';
import type { PaidTier, Period, ProviderName } from '@docuvault/core/payments.ts';
import type { BillingDeps } from './billing.ts';
import { planName } from './plans.ts';
import { settleCheckout } from './settle-checkout.ts';

type Row = { id: string; provider: ProviderName; reference: string; tier: PaidTier; period: Period; amount: number; currency: string; status: string; email: string | null; locale: string; created_at: Date };

const find = async (deps: BillingDeps, checkoutId: string): Promise<Row> => {
  const [row] = await deps.db.asService('a purchase by its secret id', (tx) => tx.query<Row>(sql`
    select c.id, c.provider, c.reference, c.tier, c.period, c.amount, c.currency, c.status, c.created_at, u.email, u.locale from private.checkouts c join public.users u on u.id = c.user_id where c.id = ${checkoutId} and c.reference is not null`));
  if (!row) throw notFound('checkout');
  return row;
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => `&#${char.codePointAt(0)};`);

const words = {
  en: { title: 'Pay for your plan', once: (what: string, much: string) => `${what}: ${much}, once. It does not renew by itself.`, go: 'Go on to pay', back: 'Back to the vault', over: 'This purchase is over. Begin a new one in the vault if you want to.' },
  hi: { title: 'अपने प्लान का भुगतान', once: (what: string, much: string) => `${what}: ${much}, एक बार। यह अपने आप नहीं बढ़ता।`, go: 'भुगतान के लिए आगे बढ़ें', back: 'वॉल्ट पर वापस', over: 'यह ख़रीद पूरी हो चुकी है। चाहें तो वॉल्ट में नई शुरू करें।' },
} as const;

/** The page that leads to a provider which takes a form and gives no address. It holds no script; its button sends the form. */
export const payPage = async (deps: BillingDeps, checkoutId: string, origin: string): Promise<string> => {
  const row = await find(deps, checkoutId);
  const language = row.locale.toLowerCase().startsWith('hi') ? 'hi' : 'en';
  const said = words[language];
  const site = `${deps.siteUrl ?? deps.publicUrl ?? origin}/settings?section=plan`;
  const done = `${deps.publicUrl ?? origin}/functions/v1/subscription-manager/pay/${row.id}/done`;
  const form = row.status === 'open' ? deps.payments.find(({ name }) => name === row.provider)?.payForm({
    reference: row.reference, money: { amount: Number(row.amount), currency: row.currency }, planName: planName(row), email: row.email?.endsWith('.invalid') ? null : row.email, callbackUrl: done, cancelUrl: `${site}&checkout=left`,
  }) : null;
  const much = new Intl.NumberFormat(language === 'hi' ? 'hi-IN-u-nu-latn' : 'en-IN', { style: 'currency', currency: row.currency }).format(Number(row.amount) / 100);
  const body = form
    ? `<p>${escaped(said.once(planName(row), much))}</p><form method="post" action="${escaped(form.action)}">${Object.entries(form.fields).map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`).join('')}<button>${said.go}</button></form>`
    : `<p>${said.over}</p>`;
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${said.title}</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1rem}button{font:inherit;font-weight:600;min-height:2.75rem;padding:0 1.25rem;border:0;border-radius:.5rem;background:#1f5f5b;color:#fff;cursor:pointer}a{color:inherit}</style>
<h1>${said.title}</h1>${body}<p><a href="${escaped(site)}">${said.back}</a></p></html>`;
};

/** Where the browser comes back from paying: what it carries is not believed, the provider is asked. Answers the page of the vault to go on to. */
export const backFromPaying = async (deps: BillingDeps, checkoutId: string, origin: string): Promise<string> => {
  const row = await find(deps, checkoutId);
  const paid = row.status === 'paid' || (row.status === 'open' && (await settleCheckout(deps, row, false)));
  return `${deps.siteUrl ?? deps.publicUrl ?? origin}/settings?section=plan&checkout=${paid ? 'done' : 'waiting'}`;
};
