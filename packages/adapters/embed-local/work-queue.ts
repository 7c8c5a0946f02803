import type { Encoder } from './encoder.ts';
import { runPieces } from './encoder-weights.ts';
import { dimensions, type EmbedReply, type EmbedRequest } from './messages.ts';
import { prepareText } from './prepare-text.ts';
import type { Tokenizer } from './tokenizer.ts';
import { joinWindows, splitWindows } from './windows.ts';

/** Requests wait here; a step does at most one run's work (25 ms), so that a query never waits for a long batch. */
export type WorkQueue = {
  add(request: EmbedRequest): void;
  /** Encodes what is first in turn and replies for the requests that this completes. False when nothing waits. */
  step(): boolean;
};

type Request = { id: number; vectors: Float32Array; left: number; failed: boolean };
type Text = { request: Request; index: number; text: string; windows: number[][] | null; next: number; done: Float32Array[] };

export function createWorkQueue(tokenizer: Tokenizer, encoder: Encoder, reply: (message: EmbedReply) => void): WorkQueue {
  const waiting: Record<EmbedRequest['purpose'], Text[]> = { query: [], passage: [] };

  return {
    add({ id, texts, purpose }) {
      const request: Request = { id, vectors: new Float32Array(texts.length * dimensions), left: texts.length, failed: false };
      texts.forEach((text, index) => waiting[purpose].push({ request, index, text, windows: null, next: 0, done: [] }));
      if (texts.length === 0) reply({ id, vectors: request.vectors });
    },
    step() {
      const queue = waiting.query.length > 0 ? waiting.query : waiting.passage;
      if (queue.length === 0) return false;
      const batch = takeBatch(queue);
      try {
        encode(batch);
      } catch (error) {
        batch.forEach(({ text }) => { fail(text.request, error); });
      }
      return true;
    },
  };

  /** The windows that are first in turn, of one text or of several, as far as they fit into one run. */
  function takeBatch(queue: Text[]): { text: Text; window: number[] }[] {
    const batch: { text: Text; window: number[] }[] = [];
    let room = runPieces;
    for (let text = queue[0]; text; text = queue[0]) {
      text.windows ??= splitWindows(tokenizer.encode(prepareText(text.text)));
      const window = text.windows[text.next];
      if (window && window.length > room) break;
      if (window) {
        batch.push({ text, window });
        room -= window.length;
        text.next += 1;
      } else {
        finish(text);
      }
      if (text.next >= text.windows.length) queue.shift();
    }
    return batch;
  }

  function encode(batch: { text: Text; window: number[] }[]): void {
    if (batch.length === 0) return;
    const vectors = encoder.encode(batch.map(({ window }) => window));
    batch.forEach(({ text }, index) => {
      text.done.push(vectors[index]!);
      if (text.done.length === text.windows!.length) finish(text);
    });
  }

  function finish({ request, index, done }: Text): void {
    const vector = joinWindows(done, dimensions);
    request.vectors.set(vector, index * dimensions);
    request.left -= 1;
    if (request.left === 0 && !request.failed) reply({ id: request.id, vectors: request.vectors });
  }

  function fail(request: Request, error: unknown): void {
    if (!request.failed) reply({ id: request.id, error: error instanceof Error ? error.message : String(error) });
    request.failed = true;
  }
}
