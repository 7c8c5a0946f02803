import { describe, expect, it } from 'vitest';
import { serverEvents, type ServerEvent } from './server-events.ts';

const read = async (...pieces: string[]) => {
  const events: ServerEvent[] = [];
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
      controller.close();
    },
  });
  for await (const event of serverEvents(body)) events.push(event);
  return events;
};

describe('a stream of server-sent events', () => {
  it('is read event by event, wherever the network cuts it', async () => {
    expect(await read('event: del', 'ta\ndata: {"text":"a"}\n', '\nevent: done\r\ndata: {}\r\n\r\n', ': kept alive\n\n')).toEqual([
      { event: 'delta', data: '{"text":"a"}' }, { event: 'done', data: '{}' },
    ]);
  });

  it('joins lines of data and drops what never ended', async () => {
    expect(await read('data: one\ndata: two\n\ndata: cut')).toEqual([{ event: 'message', data: 'one\ntwo' }]);
  });
});
