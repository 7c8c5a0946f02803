import sql from 'sql-template-tag';
import type { UserActor } from '@docuvault/core/actor.ts';
import type { DocumentSummary } from '@docuvault/contract/document.ts';
import type { Tx } from '@docuvault/db/types.ts';
import { documentMissing } from '../documents/documents.errors.ts';
import { mustOwn } from '../documents/own-documents.ts';
import { enqueueProcessing, sealPassword } from './enqueue.ts';
import type { QueueDeps } from './wake.ts';

/**
 * Queues a document again, within the caller's transaction: read anew when it was completed, gone on with where it
 * stopped when it had failed, left alone when it is on its way (a password given now reaches its job). 404 when it is not
 * the caller's. Answers the status it has then.
 */
export const requeueDocument = async (
  tx: Tx,
  deps: QueueDeps,
  input: { documentId: string; password?: string | undefined; priority: 'low' | 'normal' | 'high' },
): Promise<DocumentSummary['status']> => {
  const [before] = await tx.query<{ status: DocumentSummary['status'] }>(sql`select d.status from public.documents d where d.id = ${input.documentId} for update`);
  if (!before) throw documentMissing();
  const settled = before.status === 'completed' || before.status === 'failed';
  if (settled) {
    await tx.query(sql`update public.documents set status = 'queued', failure_code = null, failure_message = null where id = ${input.documentId}`);
  }
  const password = input.password === undefined ? {} : { password: await sealPassword(deps.keyring, input.documentId, input.password) };
  const payload = { ...password, ...(before.status === 'completed' ? { fresh: true } : {}) };
  await enqueueProcessing(tx, { documentId: input.documentId, priority: input.priority, payload, now: deps.clock.now() });
  return settled ? 'queued' : before.status;
};

/** Queues one document again because a person asks for it. */
export const reprocessDocument = async (
  ctx: { actor: UserActor; deps: QueueDeps },
  input: { documentId: string; password?: string | undefined },
): Promise<{ documentId: string; status: DocumentSummary['status'] }> => {
  const status = await ctx.deps.db.asUser(ctx.actor, async (tx) => {
    await mustOwn(tx, ctx.actor.userId, input.documentId);
    return requeueDocument(tx, ctx.deps, { ...input, priority: 'high' });
  });
  ctx.deps.wakeProcessor?.();
  return { documentId: input.documentId, status };
};
