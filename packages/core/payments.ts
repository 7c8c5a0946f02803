export type ProviderName = 'stripe' | 'razorpay';
export type PaidTier = 'premium' | 'family_plus' | 'business';
export type Period = 'month' | 'year';
/** `amount` in minor units (cents, paise), `currency` as in ISO 4217. */
export type Money = { amount: number; currency: string };
export type Plan = { tier: PaidTier; period: Period };

/** `incomplete`: the first payment has not come. `past_due`: one has failed and is tried again. */
export type SubscriptionStatus = 'incomplete' | 'active' | 'past_due' | 'paused' | 'canceled';

/** A subscription as its provider has it at a moment. `checkoutId`: ours, where it carries it; `plan`: the one that the operator sells under its price's id. */
export type ProviderSubscription = {
  reference: string;
  customerId: string | null;
  checkoutId: string | null;
  status: SubscriptionStatus;
  periodStart: Date | null;
  periodEnd: Date | null;
  /** Null where the provider does not say. */
  cancelAtPeriodEnd: boolean | null;
  endedAt: Date | null;
  price: { plan: Plan | null; money: Money | null; period: Period | null };
};

/**
 * What a provider tells. `id` names the event among the provider's, `at` is the provider's time of it. `paid`: money has come,
 * for a checkout or for a subscription's next period; `failed`: it has not; `state`: a subscription is as `state` says; `expired`: a checkout was left.
 * `paymentId`: the invoice or payment, one for all attempts at it.
 */
export type PaymentEvent = {
  id: string;
  type: string;
  at: Date;
  says: 'paid' | 'failed' | 'state' | 'expired' | 'nothing';
  checkoutReference: string | null;
  checkoutId: string | null;
  subscription: string | null;
  customerId: string | null;
  state: ProviderSubscription | null;
  periodEnd: Date | null;
  money: Money | null;
  paymentId: string | null;
};

/** What somebody is about to buy. `id` is ours and stays the same however often the provider is asked. */
export type CheckoutOrder = {
  id: string;
  userId: string;
  email: string | null;
  customerId: string | null;
  plan: Plan;
  planName: string;
  money: Money;
  /** Where the browser is led afterwards. */
  returnUrl: string;
};

/** `url`: the provider's page to pay at; null where our own page leads there. `money`: what will be asked for, where the provider said. */
export type StartedCheckout = { reference: string; url: string | null; customerId: string | null; money: Money | null };

/** The provider did not do it. `down`: it may later; else it refused, and asking again is vain. The message is for the log. */
export class PaymentFailure extends Error {
  override readonly name = 'PaymentFailure';
  readonly down: boolean;
  constructor(message: string, down: boolean) {
    super(message);
    this.down = down;
  }
}

/** An event that the provider has not signed, or that is too old to be taken. */
export class EventRefused extends Error {
  override readonly name = 'EventRefused';
}

/** A callback as it came, byte for byte: signatures are over bytes. */
export type SignedEvent = { headers: Headers; body: Uint8Array<ArrayBuffer> };

/** One provider of payments. Calls reject with `PaymentFailure`. Each may be made again without harm. */
export type PaymentProvider = {
  readonly name: ProviderName;
  /** In which it takes money; the first is the usual one. */
  readonly currencies: readonly string[];
  /** Whether what is bought for this price renews itself. */
  renews(plan: Plan): boolean;
  /** The secret that its events are signed with is there. */
  readonly takesEvents: boolean;
  /** Reads an event; rejects with `EventRefused` before it has looked into what is not signed. */
  readEvent(event: SignedEvent, now: Date): Promise<PaymentEvent>;
  startCheckout(order: CheckoutOrder): Promise<StartedCheckout>;
  /** What has become of a checkout, as the event that would tell it; null: nothing yet. */
  askCheckout(reference: string): Promise<PaymentEvent | null>;
  /** Nothing more can be paid on it. */
  closeCheckout(reference: string): Promise<void>;
  /** The subscription as it is now; null: the provider has none of that id. */
  ask(reference: string): Promise<ProviderSubscription | null>;
  end(reference: string, when: 'now' | 'period_end'): Promise<void>;
  /** Takes back that it ends. False where the provider cannot. */
  resume(reference: string): Promise<boolean>;
  /** Another plan from now on; what was paid is set off by the provider. False where it cannot. */
  change(reference: string, to: { plan: Plan; planName: string; money: Money; key: string }): Promise<boolean>;
  /** The provider's page for cards and invoices; null where it has none. */
  portal(customerId: string, returnUrl: string): Promise<string | null>;
  /** For our page that leads to the provider's: where its form goes and what it holds. Null where the provider gives an address. */
  payForm(order: { reference: string; money: Money; planName: string; email: string | null; callbackUrl: string; cancelUrl: string }): { action: string; fields: Record<string, string> } | null;
};
