import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { ToolFailure } from '@docuvault/core/document-tools.ts';
import { unavailable } from '@docuvault/core/errors.ts';
import { DatabaseError } from '@docuvault/db/errors.ts';
import { createPerson } from '@docuvault/testing/database.ts';
import { ingestFile } from '../document-upload/ingest-file.ts';
import { searchDocuments } from '../search-engine/search-documents.ts';
import { reprocessDocument } from './reprocess-document.ts';
import { openWorkshop } from './test/workshop.ts';

const { bytesOf, documentOf, isIndexed, job, me, processor, put, scan, someone, state, statusOf, until, vault } = await openWorkshop();

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

  it('belongs to the person whom it names, as the vault calls them, unless its owner says otherwise', async () => {
    await someone();
    const papers = ['Electricity bill\nBill number 4471\nCustomer name: Mrs Kamala Devi Rao\nkWh 210\nDue date 12/03/2026', 'Electricity bill\nBill number 4472\nCustomer name: Kamala Rao\nkWh 230\nDue date 12/05/2026'];
    const [first, second] = [await put(papers[0]!), await put(papers[1]!)];
    await processor().runOnce();
    expect([(await documentOf(first)).person, (await documentOf(second)).person]).toEqual(['Kamala Devi Rao', 'Kamala Devi Rao']);
    await vault.db.asUser(me(), (tx) => tx.query(sql`update public.documents set person = 'Mother', user_edited = '{person}'`));
    await reprocessDocument({ actor: me(), deps: vault }, { documentId: first });
    const third = await put(papers[1]!.replace('4472', '4473'));
    await processor().runOnce();
    expect([(await documentOf(first)).person, (await documentOf(third)).person]).toEqual(['Mother', 'Mother']);
  });

  it('of many pages can be found by the first ones while the rest is read', async () => {
    await someone();
    const id = await put(scan(20));
    let indexedAt = 0;
    state.beforePage = async (page) => {
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
    await reprocessDocument({ actor: me(), deps: vault }, { documentId: id, password: 'wrong' });
    await processor().runOnce();
    expect(await statusOf(id)).toMatchObject({ status: 'failed', failure: { code: 'processing.password_wrong' } });
    await reprocessDocument({ actor: me(), deps: vault }, { documentId: id, password: 'sesame' });
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
    const { document } = await ingestFile({ actor: me(), deps: vault }, { stream: bytesOf(`%PDF-1.7 ${me().userId}\n`), fileName: 'broken.pdf' });
    await processor().runOnce();
    expect(await statusOf(document.id)).toMatchObject({ status: 'failed', attempts: 1, failure: { code: 'processing.unreadable' } });
  });

  it('is found by its title all the same, and among the failed', async () => {
    await someone();
    const { document } = await ingestFile({ actor: me(), deps: vault }, { stream: bytesOf(`%PDF-1.7 password=sesame\n${me().userId}`), fileName: 'scan.pdf', options: { title: 'Anita passport' } });
    await processor().runOnce();
    const find = async (query: string, filters = {}) =>
      (await searchDocuments({ actor: me(), deps: vault }, { query, filters, mode: 'hybrid', limit: 10 })).results.map(({ documentId, page, snippet, matchedBy }) => ({ documentId, page, snippet, matchedBy }));
    const unread = [{ documentId: document.id, page: null, snippet: '', matchedBy: ['title'] }];
    expect(await find('passport of anita')).toEqual(unread);
    expect(await find('', { status: 'failed' })).toEqual(unread);
    expect(await find('', { status: 'completed' })).toEqual([]);
    await reprocessDocument({ actor: me(), deps: vault }, { documentId: document.id, password: 'sesame' });
    await processor().runOnce();
    expect(await find('passport of anita', { status: 'completed' })).toMatchObject([{ documentId: document.id, page: 1 }]);
  });

  it('for a reason that may pass is tried again after growing waits, then put with the dead', async () => {
    await someone();
    const id = await put('text');
    state.beforePage = () => {
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

  it('because the store or the database is away or full waits until it is back, however often it was tried', async () => {
    await someone();
    const id = await put('text');
    state.beforePage = () => {
      throw unavailable('storage.full', 'The disk that keeps the files is full.');
    };
    const running = processor();
    for (let i = 0; i < 12; i++) {
      await running.runOnce();
      vault.clock.advance(10_000);
    }
    expect(await statusOf(id)).toMatchObject({ attempts: 0, failure: null });
    state.beforePage = () => {
      throw new DatabaseError('could not extend file', '53100', null, null);
    };
    await running.runOnce();
    vault.clock.advance(10_000);
    state.beforePage = () => undefined;
    await running.runOnce();
    expect((await statusOf(id)).status).toBe('completed');
  });

  it('because it was put in the queue by a clock that has been set back is read all the same', async () => {
    await someone();
    vault.clock.advance(40 * 24 * 60 * 60_000);
    const id = await put('text of tomorrow');
    vault.clock.advance(-40 * 24 * 60 * 60_000);
    await processor().runOnce();
    expect((await statusOf(id)).status).toBe('completed');
  });

  it('because something of ours is broken ends with the dead after five attempts, and its file is kept', async () => {
    await someone();
    const id = await put('text');
    state.beforePage = () => {
      throw new Error('a secret of the inside');
    };
    for (let i = 0; i < 7; i++) {
      await processor().runOnce();
      vault.clock.advance(20 * 60_000);
    }
    const status = await statusOf(id);
    expect(status).toMatchObject({ status: 'failed', attempts: 5, failure: { code: 'processing.internal' } });
    expect(JSON.stringify(status)).not.toContain('secret');
    state.beforePage = () => undefined;
    await reprocessDocument({ actor: me(), deps: vault }, { documentId: id });
    await processor().runOnce();
    expect((await statusOf(id)).status).toBe('completed');
  });
});

describe('a document read again', () => {
  it('keeps what its owner put right', async () => {
    await someone();
    const id = await put('Invoice number 12345, total 20.00');
    await processor().runOnce();
    await vault.db.asUser(me(), async (tx) => {
      await tx.query(sql`update public.documents set document_type = 'will', category = 'legal', user_edited = '{document_type}' where id = ${id}`);
      await tx.query(sql`delete from public.document_fields where document_id = ${id} and name = 'holderName'`);
      await tx.query(sql`insert into public.document_fields (document_id, name, user_id, value, confidence, source) values (${id}, 'holderName', ${me().userId}, 'Asha Rao', 1, 'user')`);
    });
    await reprocessDocument({ actor: me(), deps: vault }, { documentId: id });
    expect((await statusOf(id)).status).toBe('queued');
    await processor().runOnce();
    const document = await documentOf(id);
    expect(document).toMatchObject({ documentType: 'will', category: 'legal', status: 'completed' });
    expect(document.fields).toContainEqual(expect.objectContaining({ name: 'holderName', value: 'Asha Rao', source: 'user' }));
    expect(state.pagesRead).toEqual([1, 1]);
  });

  it('is not there for anybody else', async () => {
    await someone();
    const id = await put('mine');
    const ravi = await createPerson(vault.db, 'ravi');
    await expect(reprocessDocument({ actor: ravi, deps: vault }, { documentId: id })).rejects.toMatchObject({ code: 'document.not_found' });
    await expect(statusOf(id, ravi)).rejects.toMatchObject({ code: 'document.not_found' });
  });
});
