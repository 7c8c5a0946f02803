import sql from 'sql-template-tag';
import type { Document } from '@docuvault/contract/document.ts';
import { openFile, type SealedFile } from '@docuvault/core/encryption/sealed-files.ts';
import type { Tx } from '@docuvault/db/types.ts';
import type { UserContext } from '../context.ts';
import { recordActivity } from '../documents/record-activity.ts';
import { getDocument } from '../documents/get-document.ts';
import { readText } from '../documents/read-parts.ts';
import { findBlob } from '../files/blobs.repository.ts';
import { disposition } from '../files/serve-file.ts';
import { bodyOf, zipStream, type ZipEntry } from '../files/zip-stream.ts';
import { asMember } from './as-member.ts';
import { contactMissing, nothingReleased, whoseEmergency } from './family-vault.errors.ts';
import { nameOf, peopleOf } from './people.ts';

type HelpRow = { user_id: string; is_open: boolean };
type Found = { id: string; blob_id: string; file_name: string; created_at: Date };

/** Whose release is exported: the person named, else the only one whose access is open. */
const openOwner = async (tx: Tx, vaultId: string, ownerId: string | undefined): Promise<string> => {
  const rows = await tx.query<HelpRow>(sql`select p.user_id, p.is_open from private.people_i_may_help(${vaultId}::uuid) p`);
  const meant = ownerId ? rows.filter((row) => row.user_id === ownerId.toLowerCase()) : rows;
  if (meant.length === 0) throw contactMissing();
  const open = meant.filter((row) => row.is_open);
  if (open.length === 0) throw nothingReleased();
  if (open.length > 1) throw whoseEmergency(open.map((row) => row.user_id));
  return open[0]!.user_id;
};

/** A path that no system trips over, and no two files share. */
const pathOf = (index: number, fileName: string): string => `originals/${String(index + 1).padStart(4, '0')} ${fileName.replace(/[\\/:*?"<>|]/g, '_').slice(-150)}`;

/** What the product knows of a document, as the heir sees it. */
const aboutDocument = async (tx: Tx, id: string, path: string): Promise<Document & { file: string; pages: { page: number; text: string }[] }> => ({
  ...(await getDocument(tx, id)), file: path, pages: (await readText(tx, id)).pages,
});

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

/**
 * Everything that somebody has released in an emergency, as a ZIP: each original, and `documents.json` with what is known of
 * them and their text. For a contact whose access is open; no plan is asked for. The person's activity says that it was done.
 */
export const exportReleased = async (ctx: UserContext, vaultId: string, ownerId: string | undefined): Promise<Response> => {
  const { actor, deps } = ctx;
  const now = deps.clock.now();
  const { found, owner, name } = await asMember(ctx, async (tx) => {
    const owner = await openOwner(tx, vaultId, ownerId);
    const found = await tx.query<Found>(sql`
      select d.id, d.blob_id, d.file_name, d.created_at from public.documents d
      where d.user_id = ${owner} and d.id in (select private.shared_documents()) order by d.created_at, d.id`);
    await recordActivity(tx, { actorId: actor.userId, documentIds: found.map(({ id }) => id), action: 'exported', details: { by: 'emergency', vaultId }, now });
    await tx.query(sql`select private.log_family(${vaultId}::uuid, 'emergency.exported', ${JSON.stringify({ userId: owner, documents: found.length })}::jsonb, ${[owner, actor.userId]}::uuid[])`);
    return { found, owner, name: nameOf(await peopleOf(tx, vaultId), owner) };
  });
  async function* entries(): AsyncGenerator<ZipEntry> {
    const known: unknown[] = [];
    for (const [index, document] of found.entries()) {
      const path = pathOf(index, document.file_name);
      // Looked at again for each file: what is taken back while the archive is written is not in it.
      const about = await deps.db.asUser(actor, (tx) => aboutDocument(tx, document.id, path)).catch(() => null);
      const file: SealedFile | null = about && (await deps.db.asService('open a released file for a contact', (tx) => findBlob(tx, document.blob_id)));
      if (!file) continue;
      known.push(about);
      yield { path, modified: document.created_at, bytes: () => openFile(deps, file) };
    }
    const text = JSON.stringify({ exportedAt: now.toISOString(), ownerId: owner, ownerName: name, documents: known }, null, 2);
    yield { path: 'documents.json', modified: now, bytes: () => whole(new TextEncoder().encode(text)) };
  }
  return new Response(bodyOf(zipStream(entries())), {
    headers: { 'Content-Type': 'application/zip', 'Content-Disposition': disposition('attachment', `Released by ${name}.zip`), 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' },
  });
};
