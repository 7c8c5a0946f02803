/**
 * What a provider tells of a message it took over, or of an address. `eventId` names the event among the provider's: told
 * twice it is the same. `letterId` is ours, where the provider gives it back, `messageId` the provider's own. `gone`: the
 * address takes nothing for good; `complained` and `stopped`: its person wants nothing, `resumed`: wants it again.
 */
export type DeliveryEvent = {
  eventId: string;
  channel: 'email' | 'sms';
  what: 'delivered' | 'delayed' | 'failed' | 'gone' | 'complained' | 'stopped' | 'resumed';
  address: string | null;
  messageId: string | null;
  letterId: string | null;
  detail: string | null;
};

/** A callback as it came, byte for byte: signatures are over bytes. `url` is the one that the provider was given. */
export type Callback = { url: string; headers: Headers; body: Uint8Array<ArrayBuffer> };

/** The callback is not one that the provider has signed, or is too old to be taken. */
export class CallbackRefused extends Error {
  override readonly name = 'CallbackRefused';
}

/** Reads a provider's callbacks. Rejects with `CallbackRefused` before it has looked into what is not signed. */
export type CallbackReader = {
  readonly provider: string;
  /** The secret that the signature is made with is there. */
  readonly configured: boolean;
  read(callback: Callback, now: Date): Promise<DeliveryEvent[]>;
};

/** The text without its end, for what providers say in sentences. */
export const brief = (text: unknown): string | null => (typeof text === 'string' && text !== '' ? text.slice(0, 300) : null);
