import { describe, expect, it } from 'vitest';
import { createTurns } from './turns.ts';

describe('turns at the one connection', () => {
  it('go to interactive callers first, but after eight of them to one in the background', async () => {
    const turns = createTurns();
    const order: string[] = [];
    const first = await turns.take('interactive');
    const waiting = [
      ...Array.from({ length: 2 }, (_, i) => ['background', `b${i}`] as const),
      ...Array.from({ length: 20 }, (_, i) => ['interactive', `i${i}`] as const),
    ].map(async ([priority, name]) => {
      const release = await turns.take(priority);
      order.push(name);
      release();
    });
    first();
    await Promise.all(waiting);
    const places = [order.indexOf('b0'), order.indexOf('b1')];
    expect(places).toEqual([8, 17]);
    expect(order.filter((name) => name.startsWith('i'))).toEqual(Array.from({ length: 20 }, (_, i) => `i${i}`));
  });
});
