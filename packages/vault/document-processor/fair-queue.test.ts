import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { createPerson } from '@docuvault/testing/database.ts';
import { openWorkshop } from './test/workshop.ts';

const { isIndexed, job, processor, put, scan, someone, state, statusOf, until, vault } = await openWorkshop();

describe('many documents at once', () => {
  it('are each read once by many workers', async () => {
    await someone();
    const ids = [];
    for (let i = 0; i < 12; i++) ids.push(await put(`paper ${i}`));
    await Promise.all([1, 2, 3, 4].map((n) => processor({ worker: `w${n}` }).runOnce()));
    await processor().runOnce();
    expect(state.pagesRead).toHaveLength(12);
    for (const id of ids) expect((await statusOf(id)).status).toBe('completed');
  });

  it('of one person do not hold up the one of another', async () => {
    const many = await someone();
    for (let i = 0; i < 6; i++) await put(`bulk ${i}`);
    const few = await createPerson(vault.db, 'few');
    const theirs = await put('single', {}, '%PDF-1.7', few);
    await processor().runOnce(3);
    const [row] = await vault.db.asService('test', (tx) => tx.query<{ done: number }>(sql`
      select count(*) as done from public.document_pages where user_id = ${many.userId}`));
    expect(row!.done).toBeLessThanOrEqual(2);
    expect((await statusOf(theirs, few)).status).not.toBe('queued');
    await processor().runOnce();
  });

  it('let a short one pass a long one', async () => {
    await someone();
    const long = await put(scan(10));
    let short = '';
    state.beforePage = async (page) => {
      vault.clock.advance(1);
      if (page === 4 && !short) short = await put('short');
    };
    const running = processor({ readers: 1 });
    await running.start();
    await until(async () => short !== '' && (await statusOf(short)).status === 'completed');
    await until(async () => (await statusOf(long)).status === 'completed');
    await running.stop();
    // The short one's only page was read amid the long one's; no page of the long one twice.
    expect(state.pagesRead.lastIndexOf(1)).toBeGreaterThan(0);
    expect(state.pagesRead.lastIndexOf(1)).toBeLessThan(state.pagesRead.length - 1);
    expect(state.pagesRead).toHaveLength(11);
  });

  it('wait with being embedded while another is read, but not for ever', async () => {
    await someone();
    const long = await put(scan(3));
    let release: () => void = () => undefined;
    let held = false;
    state.beforePage = (page) => {
      if (held || page !== 2) return;
      held = true;
      return new Promise<void>((resolve) => (release = resolve));
    };
    const running = processor();
    await running.start();
    await until(() => held);
    const first = await put('first');
    await until(async () => (await statusOf(first)).status === 'completed');
    const second = await put('second');
    await until(async () => (await job(second)).kind === 'embed');
    expect(await job(second)).toMatchObject({ status: 'queued' });
    expect(await isIndexed(second)).toBe(true);
    vault.clock.advance(1_000);
    await until(async () => (await statusOf(second)).status === 'completed');
    expect((await statusOf(long)).status).toBe('processing');
    release();
    await until(async () => (await statusOf(long)).status === 'completed');
    await running.stop();
  });
});
