import { brief, CallbackRefused, type CallbackReader, type DeliveryEvent } from '@docuvault/core/callbacks.ts';

type Event = { type: string; data: { email_id?: string; to?: string[] | string; bounce?: { type?: string; subType?: string; message?: string } } };

const whatOf = ({ type, data }: Event): DeliveryEvent['what'] | null => {
  switch (type) {
    case 'email.delivered': return 'delivered';
    case 'email.delivery_delayed': return 'delayed';
    case 'email.complained': return 'complained';
    case 'email.suppressed': return 'gone';
    case 'email.bounced': return data.bounce?.type?.toLowerCase() === 'transient' ? 'failed' : 'gone';
    case 'email.failed': return 'failed';
    default: return null;
  }
};

/**
 * Resend's webhooks, signed as Svix signs: HMAC-SHA256 over id, time and body, in `svix-id`, `svix-timestamp` and
 * `svix-signature`, not older than five minutes. `secret` is the webhook's own, `whsec_…`.
 */
export const createResendCallbacks = (secret: string | null): CallbackReader => {
  return {
    provider: 'resend',
    configured: secret !== null,
    read: async ({ headers, body }) => {
      const { Resend } = await import('resend');
      const [id, timestamp, signature] = ['svix-id', 'svix-timestamp', 'svix-signature'].map((name) => headers.get(name) ?? '') as [string, string, string];
      let event: Event;
      try {
        event = new Resend('re_unused').webhooks.verify({ payload: new TextDecoder().decode(body), headers: { id, timestamp, signature }, webhookSecret: secret! }) as unknown as Event;
      } catch {
        throw new CallbackRefused('resend: not signed by the secret, or too old');
      }
      const what = whatOf(event);
      if (what === null) return [];
      const { data } = event;
      const [address, ...others] = Array.isArray(data.to) ? data.to : [data.to];
      // Each of our mails is for one address: of one with several it is not known whose server it was.
      const one = others.length === 0 ? (address ?? null) : null;
      return [{ eventId: id, channel: 'email', what, address: one, messageId: data.email_id ?? null, letterId: null, detail: brief(data.bounce?.message ?? data.bounce?.subType) }];
    },
  };
};
