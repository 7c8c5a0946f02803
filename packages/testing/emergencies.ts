import { join } from 'node:path';
import sql from 'sql-template-tag';
import { createDatabase } from '@docuvault/db/database.ts';
import { openPglite } from '@docuvault/db/pglite/pglite-driver.ts';

const worker = join(import.meta.dirname, '../../dist/pglite-worker.js');

/** Lets hours pass for the emergency requests of a product that stands still: what was asked for, was asked for so much earlier. */
export const letRequestsAge = async (home: string, hours: number): Promise<void> => {
  const db = createDatabase(await openPglite({ dataDirectory: join(home, 'database'), workerEntry: worker }));
  await db.asService('test: time passes', (tx) => tx.query(sql`
    update public.emergency_requests set requested_at = requested_at - make_interval(hours => ${hours}), due_at = due_at - make_interval(hours => ${hours})`));
  await db.close();
};
