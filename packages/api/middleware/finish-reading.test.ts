import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { finishReading } from './finish-reading.ts';

/** A body of so many parts, and how many of them have been taken. */
const longBody = (parts: number) => {
  const state = { taken: 0 };
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (state.taken === parts) controller.close();
      else controller.enqueue(new Uint8Array(1024).fill(++state.taken));
    },
  }, { highWaterMark: 0 });
  return { state, init: { method: 'POST', body: stream, duplex: 'half' } };
};

it('lets whoever is refused finish sending, and leaves a body that was read or accepted alone', async () => {
  const app = new Hono().use(finishReading());
  app.post('/refused', (c) => c.json({}, 401));
  app.post('/accepted', (c) => c.json({}, 202));
  app.post('/read', async (c) => c.json({ bytes: (await c.req.arrayBuffer()).byteLength }, 422));
  const refused = longBody(100);
  expect((await app.request('/refused', refused.init)).status).toBe(401);
  expect(refused.state.taken).toBe(100);
  const accepted = longBody(100);
  expect((await app.request('/accepted', accepted.init)).status).toBe(202);
  expect(accepted.state.taken).toBe(0);
  expect(await (await app.request('/read', longBody(3).init)).json()).toEqual({ bytes: 3072 });
});
