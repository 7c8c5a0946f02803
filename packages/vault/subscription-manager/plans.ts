import sql from 'sql-template-tag';
import type { Plan, Price } from '@docuvault/contract/subscription.ts';
import type { Money, PaidTier, PaymentProvider, Plan as Wanted } from '@docuvault/core/payments.ts';
import type { Tx } from '@docuvault/db/types.ts';
import type { BillingDeps } from './billing.ts';
import { noSuchPrice } from './subscription-manager.errors.ts';

type PriceRow = { tier: PaidTier; period: 'month' | 'year'; currency: string; amount: number };
type LimitRow = { tier: Plan['tier']; storage_bytes: number; ai_requests_per_month: number; requests_per_hour: number; members_covered: number };

const names: Record<PaidTier, string> = { premium: 'Premium', family_plus: 'Family Plus', business: 'Business' };

/** What a plan is called on the provider's page and in invoices. */
export const planName = ({ tier, period }: Wanted): string => `DocuVault ${names[tier]}, by the ${period}`;

const byRank = (tier: string): number => ['free', 'premium', 'family_plus', 'business'].indexOf(tier);

/** What each tier gives, and what it costs at the providers that are configured. */
export const listPlans = async ({ db, payments }: Pick<BillingDeps, 'db' | 'payments'>): Promise<{ items: Plan[]; nextCursor: null }> => {
  const [limits, prices] = await db.asService('plans, which are for everybody to see', async (tx) => [
    await tx.query<LimitRow>(sql`select l.tier, l.storage_bytes, l.ai_requests_per_month, l.requests_per_hour, l.members_covered from private.tier_limits l`),
    await tx.query<PriceRow>(sql`select p.tier, p.period, p.currency, p.amount from private.plan_prices p order by p.currency, p.period`),
  ] as const);
  const pricesOf = (tier: string): Price[] =>
    prices.filter((row) => row.tier === tier).flatMap(({ period, currency, amount, ...row }) =>
      payments.filter(({ currencies }) => currencies.includes(currency)).map((one) => ({ interval: period, currency, amount, provider: one.name, renews: one.renews({ tier: row.tier, period }) })));
  const items = limits.sort((a, b) => byRank(a.tier) - byRank(b.tier)).map((row) => ({
    plan: row.tier, tier: row.tier, storageLimit: Number(row.storage_bytes), aiLimit: row.ai_requests_per_month, requestsPerHour: row.requests_per_hour, membersCovered: row.members_covered, prices: pricesOf(row.tier),
  }));
  return { items, nextCursor: null };
};

/** What a plan costs; 422 `subscription.no_price` where the provider does not take the currency, or nothing is sold in it. */
export const priceOf = async (tx: Tx, provider: PaymentProvider, plan: Wanted, currency: string): Promise<Money> => {
  if (!provider.currencies.includes(currency)) throw noSuchPrice(currency);
  const [row] = await tx.query<{ amount: number }>(sql`select p.amount from private.plan_prices p where p.tier = ${plan.tier} and p.period = ${plan.period} and p.currency = ${currency}`);
  if (!row) throw noSuchPrice(currency);
  return { amount: row.amount, currency };
};
