import type { UnansweredReason } from './outside-service.ts';

/** Languages are ISO 639-1, with a region or script where one is meant (zh-TW); `source` null: the service finds out. */
export type TranslationRequest = { texts: readonly string[]; source: string | null; target: string };

/** A service outside that translates and does nothing else. Whoever hands it a text has asked its owner before. */
export type Translator = {
  readonly provider: string;
  readonly host: string;
  paused(): UnansweredReason | null;
  /** One translation for each text, in their order. Rejects with `Unanswered`. */
  translate(request: TranslationRequest, signal?: AbortSignal): Promise<string[]>;
  check(): Promise<void>;
};
