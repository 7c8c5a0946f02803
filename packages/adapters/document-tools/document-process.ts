import { ToolFailure } from '@docuvault/core/document-tools.ts';
import sharp from 'sharp';
import { createDesk, NeedsRecognition, type Desk } from './desk.ts';
import type { Answer, ProcessSettings, Request } from './protocol.ts';

/*
 * Entry of the child process in which documents are opened. It is forked with an IPC channel and serialization 'advanced', reads
 * requests one at a time, and ends when its parent does. Whatever happens here (a crash of native code, a runaway loop, memory that
 * swells) the parent sees only a process that ended.
 */

const settings = JSON.parse(process.argv[2] ?? '{}') as ProcessSettings;
// One thread and no cache: memory is to be bounded, and the machine's other cores belong to others.
sharp.concurrency(1);
sharp.cache(false);

const desk = createDesk(settings, new URL('./tesseract-thread.js', import.meta.url));
let last: Promise<void> = Promise.resolve();

process.on('message', (request: Request) => {
  last = last.then(() => serve(desk, request));
});
process.on('disconnect', () => process.exit(0));
process.on('uncaughtException', (error) => {
  process.stderr.write(`${error.name}: ${error.message}\n`);
  process.exit(70);
});

async function serve(at: Desk, request: Request): Promise<void> {
  try {
    switch (request.ask) {
      case 'warm': await at.warm(); return done(request.id, {});
      case 'open': {
        const opened = await at.open(request);
        return opened === null ? undefined : done(request.id, { opened });
      }
      case 'piece': {
        const opened = await at.receive(request.bytes);
        return opened === null ? undefined : done(request.id, { opened });
      }
      case 'read':
        await at.read(request.from, request.to, (page) => say({ id: request.id, say: 'page', page }));
        return done(request.id, {});
      case 'hasTextLayer': return done(request.id, { truth: await at.hasTextLayer(request.from, request.to, () => say({ id: request.id, say: 'tick' })) });
      case 'thumbnail': return done(request.id, { picture: await at.thumbnail(request.maxEdge) });
      case 'picture': return done(request.id, { picture: await at.picture(request.page, request) });
      case 'close': at.close(); return done(request.id, {});
    }
  } catch (error) {
    if (error instanceof NeedsRecognition) return done(request.id, { needsRecognition: true });
    if (error instanceof ToolFailure) return say({ id: request.id, say: 'failed', code: error.code, message: error.message, retryable: error.retryable });
    // After a trap the memory of a WASM module is in an unknown state; a fresh process is the only safe answer.
    process.stderr.write(`${error instanceof Error ? `${error.name}: ${error.message}` : 'unknown error'}\n`);
    process.exit(70);
  }
}

function done(id: number, rest: { opened?: Extract<Answer, { say: 'done' }>['opened']; needsRecognition?: boolean; truth?: boolean; picture?: Uint8Array | null }): void {
  say({ id, say: 'done', rssMb: Math.round(process.memoryUsage.rss() / 1_048_576), ...rest });
}

function say(answer: Answer): void {
  process.send?.(answer);
}
