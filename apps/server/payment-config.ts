type Environment = Record<string, string | undefined>;

/** The providers of payments that the operator has named; null where one is not. Each `apiUrl` is for a stand-in. */
export type PaymentConfig = {
  stripe: { secretKey: string; webhookSecrets: string[]; apiUrl: string | undefined; prices: Record<string, string> } | null;
  razorpay: { keyId: string; keySecret: string; webhookSecret: string | null; apiUrl: string | undefined; plans: Record<string, string> } | null;
};

const plans = ['premium', 'family_plus', 'business'].flatMap((tier) => ['month', 'year'].map((period) => `${tier}_${period}`));

/** `STRIPE_PRICE_PREMIUM_MONTH` and the like, by `<tier>_<period>`. */
const named = (env: Environment, prefix: string): Record<string, string> =>
  Object.fromEntries(plans.map((plan) => [plan, env[`${prefix}_${plan.toUpperCase()}`]] as const).filter((pair): pair is readonly [string, string] => Boolean(pair[1])));

const address = (name: string, value: string | undefined): string | undefined => {
  if (value && !/^https?:\/\//.test(value)) throw new Error(`${name} must be an http(s) address, not "${value}"`);
  return value || undefined;
};

/** Reads who may be paid; throws a sentence that names the variable that is wrong. Razorpay needs both halves of its key: the guide sets one of them alone in places, and then it is not set up. */
export const readPaymentConfig = (env: Environment): PaymentConfig => ({
  stripe: env.STRIPE_SECRET_KEY ? {
    secretKey: env.STRIPE_SECRET_KEY, webhookSecrets: (env.STRIPE_WEBHOOK_SECRET ?? '').split(',').map((one) => one.trim()).filter(Boolean), apiUrl: address('STRIPE_API_URL', env.STRIPE_API_URL), prices: named(env, 'STRIPE_PRICE'),
  } : null,
  razorpay: env.RAZORPAY_KEY_ID && env.RAZORPAY_KEY_SECRET ? {
    keyId: env.RAZORPAY_KEY_ID, keySecret: env.RAZORPAY_KEY_SECRET, webhookSecret: env.RAZORPAY_WEBHOOK_SECRET || null, apiUrl: address('RAZORPAY_API_URL', env.RAZORPAY_API_URL), plans: named(env, 'RAZORPAY_PLAN'),
  } : null,
});
