import { describe, expect, it } from 'vitest';
import { readSendRates } from './send-rates.ts';

describe('the rates of sending', () => {
  it('are the providers\' own until the operator says otherwise', () => {
    expect(readSendRates(undefined)).toEqual({
      twilio: { count: 1, perMs: 1_000, burst: 1 }, resend: { count: 2, perMs: 1_000, burst: 2 }, sendgrid: { count: 10, perMs: 1_000, burst: 10 }, smtp: { count: 120, perMs: 60_000, burst: 2 },
    });
    expect(readSendRates('smtp=30/m, twilio=100/s')).toMatchObject({ smtp: { count: 30, perMs: 60_000, burst: 1 }, twilio: { count: 100, burst: 100 }, resend: { count: 2 } });
  });

  it.each(['twilio', 'twilio=0/s', 'twilio=-1/s', 'twilio=1/d', 'carrier=1/s', 'toString=1/s'])('are not %s', (given) => {
    expect(() => readSendRates(given)).toThrow(/SEND_RATES/);
  });
});
