import sql from 'sql-template-tag';
import type { Deps } from '../context.ts';
import { releaseFiles } from '../files/release-files.ts';
import { deleteTrashed } from './trash-documents.ts';

/** How long the trash keeps a document, in days. */
export const trashDays = 30;
const batch = 100;

/** Deletes for good what has been in the trash for longer than it is kept. Answers how many documents went. */
export const purgeTrash = async (deps: Pick<Deps, 'db' | 'blobs' | 'log' | 'clock'>): Promise<number> => {
  const before = new Date(deps.clock.now().getTime() - trashDays * 24 * 60 * 60_000);
  for (let total = 0; ; ) {
    const { deleted, blobIds } = await deps.db.asService('empty the trash of what is overdue', async (tx) => {
      const due = await tx.query<{ id: string }>(sql`
        select d.id from public.documents d where d.deleted_at < ${before} order by d.deleted_at limit ${batch} for update skip locked`);
      return deleteTrashed(tx, due.map((row) => row.id));
    }, { priority: 'background' });
    await releaseFiles(deps, blobIds);
    total += deleted.length;
    if (deleted.length < batch) return total;
  }
};
