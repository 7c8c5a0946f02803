import sql from 'sql-template-tag';
import { notFound } from '@docuvault/core/errors.ts';
import type { DocumentSummary } from '@docuvault/contract/document.ts';
import type { Tx } from '@docuvault/db/types.ts';

export type ProcessingStatus = { status: DocumentSummary['status']; stage: string; progress: number; attempts: number; failure: DocumentSummary['failure'] };

type Row = {
  status: DocumentSummary['status']; failure_code: string | null; failure_message: string | null; stage: string | null; progress: number | null; attempts: number | null;
};

/** How far a document of the caller's is; 404 when there is none. */
export const processingStatusOf = async (tx: Tx, documentId: string): Promise<ProcessingStatus> => {
  const [row] = await tx.query<Row>(sql`
    select d.status, d.failure_code, d.failure_message, j.stage, j.progress, j.attempts
    from public.documents d left join lateral (
      select q.stage, q.progress, q.attempts from public.processing_queue q
      where q.document_id = d.id and q.kind in ('process', 'embed') order by q.created_at desc, q.id desc limit 1) j on true
    where d.id = ${documentId}`);
  if (!row) throw notFound('document');
  const done = row.status === 'completed';
  return {
    status: row.status,
    stage: done ? 'completed' : (row.stage ?? 'queued'),
    progress: done ? 1 : Math.round((row.progress ?? 0) * 1000) / 1000,
    attempts: row.attempts ?? 0,
    failure: row.failure_code ? { code: row.failure_code, message: row.failure_message ?? '' } : null,
  };
};
