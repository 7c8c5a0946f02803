/** A provider took a message over. `messageId` is the provider's own, by which it tells of the message later. */
export type Sent = { provider: string; messageId: string | null };

/**
 * A provider did not take a message over. `permanent`: it never will, so trying again is vain. `address`: what that says
 * of the address, where it is the reason: it takes nothing for good, or its person said stop. `retryAfterMs`: when the
 * provider wants to be asked again. `tried` false: it was not asked at all.
 */
export class SendFailure extends Error {
  readonly permanent: boolean;
  readonly address: 'gone' | 'stopped' | null;
  readonly retryAfterMs: number | null;
  readonly tried: boolean;

  constructor(
    message: string,
    { permanent = false, address = null, retryAfterMs = null, tried = true }: { permanent?: boolean; address?: 'gone' | 'stopped' | null; retryAfterMs?: number | null; tried?: boolean } = {},
  ) {
    super(message);
    this.name = 'SendFailure';
    this.permanent = permanent;
    this.address = address;
    this.retryAfterMs = retryAfterMs;
    this.tried = tried;
  }
}

/** What an HTTP status of a provider means for a message. `retryAfter` is the header as it came, in seconds or as a date. */
export const failureOfStatus = (provider: string, status: number, retryAfter: string | null = null): SendFailure => {
  const seconds = retryAfter === null ? Number.NaN : Number(retryAfter);
  const until = retryAfter === null || Number.isFinite(seconds) ? Number.NaN : Date.parse(retryAfter) - Date.now();
  const retryAfterMs = Number.isFinite(seconds) ? Math.max(0, seconds * 1000) : Number.isFinite(until) ? Math.max(0, until) : null;
  return new SendFailure(`${provider} answered ${status}`, { permanent: status >= 400 && status < 500 && ![401, 403, 408, 425, 429].includes(status), retryAfterMs });
};

/** A text message to one phone, in E.164. */
export type TextMessage = { id: string; to: string; text: string };
export type TextSender = { readonly provider: string; send(message: TextMessage): Promise<Sent> };

/** Where a browser or an app takes pushes: Web Push (RFC 8030) with its keys, or a token of FCM. */
export type PushTarget = { kind: 'web'; endpoint: string; keys: { p256dh: string; auth: string } } | { kind: 'fcm'; token: string };
export type PushMessage = { id: string; title: string; body: string; url: string | null };
export type PushSender = { readonly provider: string; readonly kind: PushTarget['kind']; send(target: PushTarget, message: PushMessage): Promise<Sent> };
