import { describe, expect, it } from 'vitest';
import { createUploadLocker } from './upload-locker.ts';

const still = () => new AbortController().signal;

describe('the lock of an upload', () => {
  it('goes to one request at a time, and asks the holder to end', async () => {
    const locker = createUploadLocker();
    const order: string[] = [];
    const first = locker.newLock('a');
    await first.lock(still(), () => {
      order.push('asked to end');
    });
    const others = ['second', 'third'].map(async (name) => {
      const lock = locker.newLock('a');
      await lock.lock(still(), () => undefined);
      order.push(`${name} in`);
      await Promise.resolve();
      order.push(`${name} out`);
      await lock.unlock();
    });
    await locker.newLock('another').lock(still(), () => undefined);
    order.push('first out');
    await first.unlock();
    await Promise.all(others);
    expect(order).toEqual(['asked to end', 'asked to end', 'first out', 'second in', 'second out', 'third in', 'third out']);
  });

  it('is given up by who has waited too long or went away', async () => {
    const locker = createUploadLocker(20);
    await locker.newLock('a').lock(still(), () => undefined);
    await expect(locker.newLock('a').lock(still(), () => undefined)).rejects.toMatchObject({ status_code: 500 });
    const leaving = new AbortController();
    const waiting = createUploadLocker();
    await waiting.newLock('a').lock(still(), () => undefined);
    const left = waiting.newLock('a').lock(leaving.signal, () => undefined);
    leaving.abort();
    await expect(left).rejects.toMatchObject({ status_code: 500 });
  });
});
