import sql from 'sql-template-tag';
import type { UserActor } from '@docuvault/core/actor.ts';
import { createPerson } from '@docuvault/testing/database.ts';
import { openTestVault } from '@docuvault/testing/vault.ts';
import { ingestFile } from '../../document-upload/ingest-file.ts';
import { getDocument } from '../../documents/get-document.ts';
import { createProcessor, type ProcessorOptions } from '../processor.ts';
import { processingStatusOf } from '../processing-status.ts';

type JobRow = { status: string; attempts: number; last_error: string | null; payload: Record<string, unknown>; run_at: Date; kind: string };

async function* bytesOf(text: string) {
  yield await Promise.resolve(new TextEncoder().encode(text));
}

/** Stores and indexes after every batch and yields at once, so that what takes minutes with real scans is seen in a moment. */
const quick = { storeEveryMs: 0, indexEveryPages: 2, indexEveryMs: 0, sliceMs: 0, longSliceMs: 0 };

/** A vault whose reader can be watched and held at each page. */
export const openWorkshop = async () => {
  const state = { beforePage: (() => undefined) as (page: number) => void | Promise<void>, pagesRead: [] as number[] };
  const vault = await openTestVault({
    beforePage: async (page) => {
      await state.beforePage(page);
      state.pagesRead.push(page);
    },
  });
  let person: UserActor;
  let copies = 0;
  return {
    vault, state, bytesOf,
    me: () => person,
    /** A new person, and a reader that nobody holds. */
    someone: async () => {
      person = await createPerson(vault.db);
      state.beforePage = () => undefined;
      state.pagesRead = [];
      return person;
    },
    processor: (options: Partial<ProcessorOptions> = {}) => createProcessor(vault, { worker: 'test', pace: quick, ...options }),
    put: async (text: string, options: Parameters<typeof ingestFile>[1]['options'] = {}, header = '%PDF-1.7', actor = person) => {
      const { document } = await ingestFile({ actor, deps: vault }, { stream: bytesOf(`${header}\n${text} copy ${copies++}`), fileName: 'paper.pdf', options });
      return document.id;
    },
    statusOf: (id: string, actor = person) => vault.db.asUser(actor, (tx) => processingStatusOf(tx, id)),
    documentOf: (id: string) => vault.db.asUser(person, (tx) => getDocument(tx, id)),
    isIndexed: async (id: string) =>
      (await vault.db.asUser(person, (tx) => tx.query(sql`select 1 from public.document_search where document_id = ${id}`))).length === 1,
    job: async (id: string): Promise<JobRow> => {
      const [row] = await vault.db.asService('test', (tx) =>
        tx.query<JobRow>(sql`select * from public.processing_queue where document_id = ${id} order by created_at desc, id desc limit 1`));
      return row!;
    },
    /** Waits, without sleeping for a fixed time, until the condition holds. */
    until: async (condition: () => Promise<boolean> | boolean) => {
      for (let i = 0; i < 2000; i++) {
        if (await condition()) return;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      throw new Error('the condition never came about');
    },
    scan: (pages: number) => Array.from({ length: pages }, (_, i) => `(scan) page number ${i + 1} of a long paper`).join('\f'),
  };
};
