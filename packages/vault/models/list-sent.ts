import type { AiRequest } from '@docuvault/contract/account.ts';
import { malformed } from '@docuvault/core/errors.ts';
import type { UserContext } from '../context.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import { listSent } from './ai-requests.repository.ts';

const defaultLimit = 50;
const moment = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?[+-]\d{2}(:\d{2})?$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const placeOf = (cursor: string | undefined): { at: string; id: string } => {
  if (cursor === undefined) return { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };
  const [at, id] = decodeCursor(cursor, 2);
  if (typeof at !== 'string' || typeof id !== 'string' || !moment.test(at) || !uuid.test(id)) throw malformed('request.invalid_cursor', 'The cursor is not one that this list gave.');
  return { at, id };
};

/** What was sent to models and translators for the caller, where and when, the latest first; never the text. */
export const listAiRequests = async ({ actor, deps }: UserContext, page: { limit?: number | undefined; cursor?: string | undefined }): Promise<{ items: AiRequest[]; nextCursor: string | null }> => {
  const limit = page.limit ?? defaultLimit;
  const rows = await deps.db.asUser(actor, (tx) => listSent(tx, actor.userId, limit + 1, placeOf(page.cursor)));
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(({ id, purpose, provider, host, model, documentIds, bytes, outcome, sentAt }) => ({
      id, purpose, provider, host, model, documentIds, bytes, outcome, sentAt: sentAt.toISOString(),
    })),
    nextCursor: last ? encodeCursor([last.sort, last.id]) : null,
  };
};
