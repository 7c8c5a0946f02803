import { maxUploadBytes } from '@docuvault/contract/upload.ts';
import { storageExceeded, uploadTooLarge } from './document-upload.errors.ts';
import { dropRest } from './drop-rest.ts';
import type { UploadContext } from './keep-document.ts';
import { storageRoom } from './upload.repository.ts';

/** What the form around a file may add to the body. */
const formBytes = 2 * 1024 * 1024;
/** Smaller bodies are not worth a question to the database: the trigger has the last word anyway. */
const worthAsking = 256 * 1024;

/** Refuses by the announced length what cannot succeed, before a byte is read: too large, or no storage left (unless it may be a duplicate). */
export const refuseEarly = async (ctx: UploadContext, request: Request): Promise<void> => {
  try {
    await check(ctx, Number(request.headers.get('content-length') ?? '0'));
  } catch (error) {
    await dropRest(request);
    throw error;
  }
};

const check = async (ctx: UploadContext, announced: number): Promise<void> => {
  if (!Number.isFinite(announced)) return;
  if (announced > maxUploadBytes + formBytes) throw uploadTooLarge();
  if (announced < worthAsking) return;
  const { room, maybeHeld } = await ctx.deps.db.asUser(ctx.actor, (tx) => storageRoom(tx, ctx.actor.userId, announced));
  if (announced - formBytes > room && !maybeHeld) throw storageExceeded();
};
