import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { deleteForGood, trashDocuments } from '../documents/trash-documents.ts';
import { openWorkshop } from './test/workshop.ts';

const { documentOf, job, me, processor, put, scan, someone, state, statusOf, until, vault } = await openWorkshop();

describe('a worker that dies', () => {
  /** Runs until the page, then is never heard of again: what a kill -9 leaves behind. */
  const killedAtPage = async (id: string, page: number) => {
    let reached: () => void = () => undefined;
    const there = new Promise<void>((resolve) => (reached = resolve));
    let dead = false;
    state.beforePage = (at) => {
      if (dead || at < page) return;
      dead = true;
      reached();
      return new Promise(() => undefined);
    };
    void processor({ worker: 'doomed' }).runOnce(1);
    await there;
    expect((await statusOf(id)).status).toBe('processing');
  };

  it('leaves its job to the next when the lease has run out, and no page is read twice', async () => {
    await someone();
    const id = await put(scan(9));
    await killedAtPage(id, 6);
    expect(state.pagesRead).toEqual([1, 2, 3, 4, 5]);
    expect(await processor().runOnce()).toBe(0);
    vault.clock.advance(61_000);
    state.beforePage = () => undefined;
    expect(await processor().runOnce()).toBe(2);
    // Pages 5 and 6 were one batch, which had not been stored.
    expect(state.pagesRead).toEqual([1, 2, 3, 4, 5, 5, 6, 7, 8, 9]);
    expect(await statusOf(id)).toMatchObject({ status: 'completed' });
  });

  it('as the only one there can be, takes its own job up again at once when it is started anew', async () => {
    await someone();
    const id = await put(scan(4));
    await killedAtPage(id, 3);
    const restarted = processor({ alone: true });
    await restarted.start();
    await until(async () => (await statusOf(id)).status === 'completed');
    await restarted.stop();
    expect(state.pagesRead).toEqual([1, 2, 3, 4]);
  });

  it('over and over at the same document ends with that document among the dead', async () => {
    await someone();
    const id = await put('poison');
    for (let i = 0; i < 5; i++) {
      await killedAtPage(id, 1);
      vault.clock.advance(60 * 60_000);
      await processor().runOnce(0);
      vault.clock.advance(60 * 60_000);
    }
    state.beforePage = () => undefined;
    expect(await processor().runOnce()).toBe(0);
    expect(await statusOf(id)).toMatchObject({ status: 'failed', failure: { code: 'processing.worker_lost' } });
  });

  it('and comes back late changes nothing any more', async () => {
    await someone();
    const id = await put(scan(3));
    let wakeUp: () => void = () => undefined;
    let slept = false;
    state.beforePage = () => {
      if (slept) return;
      slept = true;
      return new Promise<void>((resolve) => (wakeUp = resolve));
    };
    const late = processor({ worker: 'late' }).runOnce(1);
    await until(() => slept);
    vault.clock.advance(61_000);
    await processor().runOnce();
    const before = await documentOf(id);
    wakeUp();
    await late;
    expect(await documentOf(id)).toEqual(before);
    expect((await job(id)).status).toBe('completed');
  });

  it('between embedding two batches embeds no passage twice', async () => {
    await someone();
    const id = await put(Array.from({ length: 70 }, (_, i) => `page ${i} ${'many different words fill this page '.repeat(30)}`).join('\f'));
    await processor().runOnce(1);
    const before = vault.embedder.embedded.length;
    const embed = vault.embedder.embed;
    let batches = 0;
    vault.embedder.embed = (texts, purpose) => (++batches === 2 ? new Promise(() => undefined) : embed(texts, purpose));
    void processor().runOnce(1);
    await until(() => batches === 2);
    vault.embedder.embed = embed;
    vault.clock.advance(61_000);
    await processor().runOnce();
    const texts = vault.embedder.embedded.slice(before);
    expect(new Set(texts).size).toBe(texts.length);
    expect((await statusOf(id)).status).toBe('completed');
  });
});

describe('a processor that stops', () => {
  it('gives its jobs back with what is read, and the attempt does not count', async () => {
    await someone();
    const id = await put(scan(6));
    let reached = false;
    state.beforePage = (page) => {
      if (page < 5 || reached) return;
      reached = true;
      return new Promise(() => undefined);
    };
    const running = processor();
    await running.start();
    await until(() => reached);
    await running.stop();
    expect(await job(id)).toMatchObject({ status: 'queued', attempts: 0 });
    await processor().runOnce();
    expect(state.pagesRead).toEqual([1, 2, 3, 4, 5, 6]);
    expect((await statusOf(id)).status).toBe('completed');
  });
});

describe('a document that is deleted for good while it is read', () => {
  it('leaves nothing behind, and the worker goes on with the next', async () => {
    await someone();
    const id = await put(scan(4));
    const next = await put('next');
    state.beforePage = async (page) => {
      if (page !== 3) return;
      await vault.db.asUser(me(), (tx) => trashDocuments(tx, me().userId, [id], vault.clock.now()));
      await deleteForGood({ actor: me(), deps: vault }, id);
    };
    await processor().runOnce();
    expect((await statusOf(next)).status).toBe('completed');
    const left = await vault.db.asService('test', (tx) => tx.query(sql`
      select 1 from private.blobs where storage_key like ${`%${id}%`} union all select 1 from public.document_pages where document_id = ${id}`));
    expect(left).toEqual([]);
  });
});
