import { parentPort } from 'node:worker_threads';
import { createEncoder } from './encoder.ts';
import type { EmbedRequest } from './messages.ts';
import { createTokenizer } from './tokenizer.ts';
import { openPackagedWeights } from './weights-file.ts';
import { createWorkQueue } from './work-queue.ts';

// The entry of the worker thread: loads the model, then answers each EmbedRequest with an EmbedReply.
const weights = openPackagedWeights();
const queue = createWorkQueue(createTokenizer(weights.vocabulary()), createEncoder(weights), (message) => {
  parentPort!.postMessage(message, 'vectors' in message ? [message.vectors.buffer as ArrayBuffer] : []);
});
let running = false;

parentPort!.on('message', (request: EmbedRequest) => {
  queue.add(request);
  if (!running) setImmediate(run);
  running = true;
});

/** One step a turn of the event loop: queries that arrive meanwhile are seen before the next passage. */
function run(): void {
  running = queue.step();
  if (running) setImmediate(run);
}
