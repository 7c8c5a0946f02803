import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import type { UserActor } from '@docuvault/core/actor.ts';
import { ToolFailure } from '@docuvault/core/document-tools.ts';
import { createPerson } from '@docuvault/testing/database.ts';
import { openTestVault, type TestVault } from '@docuvault/testing/vault.ts';
import { ingestFile } from '../document-upload/ingest-file.ts';
import { getDocument } from '../documents/get-document.ts';
import { createProcessor, type ProcessorOptions } from './processor.ts';
import { processingStatusOf } from './processing-status.ts';
import { reprocessDocument } from './reprocess-document.ts';

let vault: TestVault;
let asha: UserActor;
let beforePage: (page: number) => void | Promise<void> = () => undefined;
let pagesRead: number[] = [];
let copies = 0;

beforeAll(async () => {
  vault = await openTestVault({
    beforePage: async (page) => {
      await beforePage(page);
      pagesRead.push(page);
    },
  });
});

const someone = async () => {
  asha = await createPerson(vault.db);
  beforePage = () => undefined;
  pagesRead = [];
  return asha;
};
const quick = { storeEveryMs: 0, indexEveryPages: 2, indexEveryMs: 0, sliceMs: 0, longSliceMs: 0 };
const processor = (options: Partial<ProcessorOptions> = {}) => createProcessor(vault, { worker: 'test', pace: quick, ...options });
async function* bytesOf(text: string) {
  yield await Promise.resolve(new TextEncoder().encode(text));
}
const put = async (text: string, options: Parameters<typeof ingestFile>[1]['options'] = {}, header = '%PDF-1.7', actor = asha) => {
  const { document } = await ingestFile({ actor, deps: vault }, { stream: bytesOf(`${header}\n${text} copy ${copies++}`), fileName: 'paper.pdf', options });
  return document.id;
};
const statusOf = (id: string, actor = asha) => vault.db.asUser(actor, (tx) => processingStatusOf(tx, id));
const documentOf = (id: string) => vault.db.asUser(asha, (tx) => getDocument(tx, id));
const isIndexed = async (id: string) => (await vault.db.asUser(asha, (tx) => tx.query(sql`select 1 from public.document_search where document_id = ${id}`))).length === 1;
const job = async (id: string) => {
  const [row] = await vault.db.asService('test', (tx) =>
    tx.query<{ status: string; attempts: number; last_error: string | null; payload: Record<string, unknown>; run_at: Date; kind: string }>(
      sql`select * from public.processing_queue where document_id = ${id} order by created_at desc, id desc limit 1`),
  );
  return row!;
};
/** Waits, without sleeping for a fixed time, until the condition holds. */
const until = async (condition: () => Promise<boolean> | boolean) => {
  for (let i = 0; i < 2000; i++) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('the condition never came about');
};
const scan = (pages: number) => Array.from({ length: pages }, (_, i) => `(scan) page number ${i + 1} of a long paper`).join('\f');

describe('a document on its way', () => {
  it('is read, understood, indexed, pictured and embedded', async () => {
    await someone();
    const id = await put('first page about the boiler\fsecond page about the kettle');
    expect(await statusOf(id)).toMatchObject({ status: 'queued', stage: 'queued', progress: 0, attempts: 0, failure: null });
    expect(await processor().runOnce()).toBe(2);
    expect(await statusOf(id)).toMatchObject({ status: 'completed', stage: 'completed', progress: 1, failure: null });
    expect(await documentOf(id)).toMatchObject({ pageCount: 2, status: 'completed', language: 'en' });
    const [made] = await vault.db.asService('test', (tx) => tx.query<{ pages: number; pictures: number; embedded: number; waiting: number }>(sql`select
      (select count(*) from public.document_pages where document_id = ${id}) as pages,
      (select count(*) from public.documents where id = ${id} and thumbnail_blob_id is not null) as pictures,
      (select count(*) from public.document_embeddings where document_id = ${id} and embedding is not null) as embedded,
      (select count(*) from public.document_embeddings where document_id = ${id} and embedding is null) as waiting`));
    expect(made).toMatchObject({ pages: 2, pictures: 1, waiting: 0 });
    expect(made!.embedded).toBeGreaterThan(0);
  });

  it('can be found by its words before it is embedded', async () => {
    await someone();
    const id = await put('the kettle');
    await processor().runOnce(1);
    expect(await isIndexed(id)).toBe(true);
    expect(await statusOf(id)).toMatchObject({ status: 'processing', stage: 'embedding' });
  });

  it('is taken up at once by a running processor, and completed', async () => {
    await someone();
    const running = processor();
    await running.start();
    const id = await put('quick');
    await until(async () => (await statusOf(id)).status === 'completed');
    await running.stop();
  });

  it('keeps the title its owner gave', async () => {
    await someone();
    const id = await put('some text', { title: 'My own title' });
    await processor().runOnce();
    expect((await documentOf(id)).title).toBe('My own title');
  });

  it('of many pages can be found by the first ones while the rest is read', async () => {
    await someone();
    const id = await put(scan(20));
    let indexedAt = 0;
    beforePage = async (page) => {
      if (indexedAt === 0 && (await isIndexed(id))) indexedAt = page;
    };
    await processor().runOnce();
    expect(indexedAt).toBeGreaterThan(0);
    expect(indexedAt).toBeLessThan(8);
    expect((await statusOf(id)).status).toBe('completed');
  });
});

describe('a document that cannot be read', () => {
  it('for want of a password says so, forgets nothing, and is read once the password is given', async () => {
    await someone();
    const id = await put('inside', {}, '%PDF-1.7 password=sesame');
    await processor().runOnce();
    expect(await statusOf(id)).toMatchObject({ status: 'failed', failure: { code: 'processing.password_required' } });
    await reprocessDocument({ actor: asha, deps: vault }, { documentId: id, password: 'wrong' });
    await processor().runOnce();
    expect(await statusOf(id)).toMatchObject({ status: 'failed', failure: { code: 'processing.password_wrong' } });
    await reprocessDocument({ actor: asha, deps: vault }, { documentId: id, password: 'sesame' });
    await processor().runOnce();
    expect(await statusOf(id)).toMatchObject({ status: 'completed', failure: null });
    expect((await job(id)).payload).toEqual({});
  });

  it('with the password given at the upload is read at once', async () => {
    await someone();
    const id = await put('inside', { password: 'sesame' }, '%PDF-1.7 password=sesame');
    await processor().runOnce();
    expect((await statusOf(id)).status).toBe('completed');
  });

  it('because it is broken fails at the first attempt', async () => {
    await someone();
    const { document } = await ingestFile({ actor: asha, deps: vault }, { stream: bytesOf(`%PDF-1.7 ${asha.userId}\n`), fileName: 'broken.pdf' });
    await processor().runOnce();
    expect(await statusOf(document.id)).toMatchObject({ status: 'failed', attempts: 1, failure: { code: 'processing.unreadable' } });
  });

  it('for a reason that may pass is tried again after growing waits, then put with the dead', async () => {
    await someone();
    const id = await put('text');
    beforePage = () => {
      throw new ToolFailure('out_of_memory', 'Too much.', true);
    };
    // A broken page is recorded from the second attempt on, so this document ends with an empty page rather than dead.
    await processor().runOnce();
    expect(await job(id)).toMatchObject({ status: 'queued', attempts: 1, last_error: 'processing.out_of_memory' });
    expect((await job(id)).run_at.getTime()).toBeGreaterThan(vault.clock.now().getTime());
    expect(await processor().runOnce()).toBe(0);
    for (let i = 0; i < 6; i++) {
      vault.clock.advance(20 * 60_000);
      await processor().runOnce();
    }
    expect(await statusOf(id)).toMatchObject({ status: 'completed' });
  });

  it('because something of ours is broken ends with the dead after five attempts, and its file is kept', async () => {
    await someone();
    const id = await put('text');
    beforePage = () => {
      throw new Error('a secret of the inside');
    };
    for (let i = 0; i < 7; i++) {
      await processor().runOnce();
      vault.clock.advance(20 * 60_000);
    }
    const status = await statusOf(id);
    expect(status).toMatchObject({ status: 'failed', attempts: 5, failure: { code: 'processing.internal' } });
    expect(JSON.stringify(status)).not.toContain('secret');
    beforePage = () => undefined;
    await reprocessDocument({ actor: asha, deps: vault }, { documentId: id });
    await processor().runOnce();
    expect((await statusOf(id)).status).toBe('completed');
  });
});

describe('a worker that dies', () => {
  /** Runs until the page, then is never heard of again: what a kill -9 leaves behind. */
  const killedAtPage = async (id: string, page: number) => {
    let reached: () => void = () => undefined;
    const there = new Promise<void>((resolve) => (reached = resolve));
    let dead = false;
    beforePage = (at) => {
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
    expect(pagesRead).toEqual([1, 2, 3, 4, 5]);
    expect(await processor().runOnce()).toBe(0);
    vault.clock.advance(61_000);
    beforePage = () => undefined;
    expect(await processor().runOnce()).toBe(2);
    // Pages 5 and 6 were one batch, which had not been stored.
    expect(pagesRead).toEqual([1, 2, 3, 4, 5, 5, 6, 7, 8, 9]);
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
    expect(pagesRead).toEqual([1, 2, 3, 4]);
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
    beforePage = () => undefined;
    expect(await processor().runOnce()).toBe(0);
    expect(await statusOf(id)).toMatchObject({ status: 'failed', failure: { code: 'processing.worker_lost' } });
  });

  it('and comes back late changes nothing any more', async () => {
    await someone();
    const id = await put(scan(3));
    let wakeUp: () => void = () => undefined;
    let slept = false;
    beforePage = () => {
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
    beforePage = (page) => {
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
    expect(pagesRead).toEqual([1, 2, 3, 4, 5, 6]);
    expect((await statusOf(id)).status).toBe('completed');
  });
});

describe('many documents at once', () => {
  it('are each read once by many workers', async () => {
    await someone();
    const ids = [];
    for (let i = 0; i < 12; i++) ids.push(await put(`paper ${i}`));
    await Promise.all([1, 2, 3, 4].map((n) => processor({ worker: `w${n}` }).runOnce()));
    await processor().runOnce();
    expect(pagesRead).toHaveLength(12);
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
    beforePage = async (page) => {
      vault.clock.advance(1);
      if (page === 4 && !short) short = await put('short');
    };
    const running = processor({ readers: 1 });
    await running.start();
    await until(async () => short !== '' && (await statusOf(short)).status === 'completed');
    await until(async () => (await statusOf(long)).status === 'completed');
    await running.stop();
    // The short one's only page was read amid the long one's; no page of the long one twice.
    expect(pagesRead.lastIndexOf(1)).toBeGreaterThan(0);
    expect(pagesRead.lastIndexOf(1)).toBeLessThan(pagesRead.length - 1);
    expect(pagesRead).toHaveLength(11);
  });
});

describe('a document read again', () => {
  it('keeps what its owner put right', async () => {
    await someone();
    const id = await put('Invoice number 12345, total 20.00');
    await processor().runOnce();
    await vault.db.asUser(asha, async (tx) => {
      await tx.query(sql`update public.documents set document_type = 'will', category = 'legal', user_edited = '{document_type}' where id = ${id}`);
      await tx.query(sql`delete from public.document_fields where document_id = ${id} and name = 'holderName'`);
      await tx.query(sql`insert into public.document_fields (document_id, name, user_id, value, confidence, source) values (${id}, 'holderName', ${asha.userId}, 'Asha Rao', 1, 'user')`);
    });
    await reprocessDocument({ actor: asha, deps: vault }, { documentId: id });
    expect((await statusOf(id)).status).toBe('queued');
    await processor().runOnce();
    const document = await documentOf(id);
    expect(document).toMatchObject({ documentType: 'will', category: 'legal', status: 'completed' });
    expect(document.fields).toContainEqual(expect.objectContaining({ name: 'holderName', value: 'Asha Rao', source: 'user' }));
    expect(pagesRead).toEqual([1, 1]);
  });

  it('is not there for anybody else', async () => {
    await someone();
    const id = await put('mine');
    const ravi = await createPerson(vault.db, 'ravi');
    await expect(reprocessDocument({ actor: ravi, deps: vault }, { documentId: id })).rejects.toMatchObject({ code: 'document.not_found' });
    await expect(statusOf(id, ravi)).rejects.toMatchObject({ code: 'document.not_found' });
  });
});
