import type { Rate } from '@docuvault/core/pace.ts';

const second = 1_000;
const minute = 60_000;

/** What the providers' own limits are: Twilio's of a long number, Resend's of an account, SendGrid's and mail servers' by custom. */
const usual = { twilio: { count: 1, perMs: second }, resend: { count: 2, perMs: second }, sendgrid: { count: 10, perMs: second }, smtp: { count: 120, perMs: minute } };

export type PacedProvider = keyof typeof usual;
export type SendRates = Readonly<Record<PacedProvider, Rate>>;

/** At most a second's worth at once, so that no second holds twice the rate's. */
const withBurst = ({ count, perMs }: { count: number; perMs: number }): Rate => ({ count, perMs, burst: Math.max(1, Math.floor((count * second) / perMs)) });

/** Reads SEND_RATES, `twilio=1/s,smtp=60/m`: what is not named keeps its usual rate. Throws a sentence for anything else. */
export const readSendRates = (given: string | undefined): SendRates => {
  const rates: Record<PacedProvider, { count: number; perMs: number }> = { ...usual };
  for (const part of (given ?? '').split(',').map((one) => one.trim()).filter(Boolean)) {
    const [, provider, count, unit] = /^(\w+)=([1-9]\d{0,5})\/(s|m|h)$/.exec(part) ?? [];
    if (!provider || !Object.hasOwn(usual, provider)) throw new Error(`SEND_RATES is of the form twilio=1/s,smtp=60/m, of ${Object.keys(usual).join(', ')}; not "${part}"`);
    rates[provider as PacedProvider] = { count: Number(count), perMs: unit === 's' ? second : unit === 'm' ? minute : 60 * minute };
  }
  return { twilio: withBurst(rates.twilio), resend: withBurst(rates.resend), sendgrid: withBurst(rates.sendgrid), smtp: withBurst(rates.smtp) };
};
