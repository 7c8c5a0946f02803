import type { UnansweredReason } from './outside-service.ts';

/** `small`: the cheaper of an operator's two models, for what is easy. */
export type ModelSize = 'small' | 'large';
export type ModelTurn = { role: 'user' | 'assistant'; text: string };
/** `system` is ours; what others wrote stands in the turns alone, and is marked there as theirs. */
export type ModelRequest = { system: string; turns: readonly ModelTurn[]; size: ModelSize; maxOutputTokens: number };

/** A language model of one provider. Whoever hands it a text has asked its owner before. */
export type LanguageModel = {
  /** As people are told of it: `openai`, `anthropic`, `openai_compatible`. */
  readonly provider: string;
  /** The host that texts are sent to. */
  readonly host: string;
  /** The model's own name, as the provider knows it. */
  modelFor(size: ModelSize): string;
  /** Why it is left alone just now; null where it may be asked. */
  paused(): UnansweredReason | null;
  /**
   * The answer, piece by piece as it is written. What passes is tried again before the first piece; after it nothing is said twice.
   * Rejects with `Unanswered`, also where the answer ends before its end.
   */
  stream(request: ModelRequest, signal?: AbortSignal): AsyncIterable<string>;
  /** Rejects while the provider cannot be reached, or refuses us. Costs nothing. */
  check(): Promise<void>;
};

/** The bytes of what a request sends. */
export const bytesOf = (request: Pick<ModelRequest, 'system' | 'turns'>): number => {
  const encoder = new TextEncoder();
  return [request.system, ...request.turns.map(({ text }) => text)].reduce((sum, text) => sum + encoder.encode(text).length, 0);
};
