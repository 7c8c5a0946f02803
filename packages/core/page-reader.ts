import type { PageWords } from './page-words.ts';

/** What was read from the picture of a page; confidence 0..1, null where the service tells none. No text is a reading too. */
export type PageReading = { text: string; confidence: number | null; words: PageWords };

/**
 * Why a picture was not read: nobody answered, or not sensibly (`unreachable`); too many asked (`busy`); the key or the project is
 * refused (`refused`); this picture is refused (`picture`), or larger than the service takes (`too_large`).
 */
export type UnreadReason = 'unreachable' | 'busy' | 'refused' | 'picture' | 'too_large';

/** A picture that was not read. `sent`: it has left the vault all the same. `charged`: the service may count it. */
export class Unread {
  readonly reason: UnreadReason;
  readonly sent: boolean;
  readonly charged: boolean;
  constructor(reason: UnreadReason, { sent = true, charged = false }: { sent?: boolean; charged?: boolean } = {}) {
    this.reason = reason;
    this.sent = sent;
    this.charged = charged;
  }
}

/** A service outside the vault that reads pictures of pages. Whoever hands it a picture has asked the owner before. */
export type PageReader = {
  /** As operators choose it and people are told of it, such as `google_vision`. */
  readonly provider: string;
  /** The host that pictures are sent to. */
  readonly host: string;
  /** Reads JPEGs, each a page as it is displayed; one answer for each, in their order. Rejects only when `signal` is aborted. */
  read(pictures: readonly Uint8Array[], signal?: AbortSignal): Promise<(PageReading | Unread)[]>;
  /** Rejects while the service cannot be reached, or refuses us. Costs nothing. */
  check(): Promise<void>;
};
