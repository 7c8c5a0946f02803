import sql, { type Sql } from 'sql-template-tag';
import { uuidv7 } from 'uuidv7';
import type { DocumentLink, LinkInput, RequestLinkInput } from '@docuvault/contract/links.ts';
import { isPolicyViolation } from '@docuvault/db/errors.ts';
import type { Tx } from '@docuvault/db/types.ts';
import type { UserContext } from '../../context.ts';
import { folderMissing, ownerOnly } from '../documents.errors.ts';
import { mustOwn } from '../own-documents.ts';
import { recordActivity } from '../record-activity.ts';
import { titlesOf } from '../titles-of.ts';
import { hashToken, newToken } from './link-tokens.ts';
import { expiryInvalid, linkMissing, noLinksForChildren, noWatermark } from './links.errors.ts';

type LinkRow = {
  id: string; kind: DocumentLink['kind']; label: string | null; message: string | null; document_ids: string[]; permission: DocumentLink['permission']; watermark: boolean;
  has_password: boolean; max_uses: number | null; uses: number; folder_id: string | null; person: string | null; status: DocumentLink['status']; expires_at: Date; created_at: Date; at: string;
};

const hourMs = 3_600_000;
const longestMs = 366 * 24 * hourMs;

export const linkColumns: Sql = sql`l.id, l.kind, l.label, l.message, l.permission, l.watermark, l.max_uses, l.uses, l.folder_id, l.person, l.expires_at, l.created_at,
  l.created_at::text as at, private.link_has_password(l.id) as has_password,
  array(select i.document_id from public.document_link_items i where i.link_id = l.id order by i.place) as document_ids`;

/** How a link stands at a moment. */
export const statusColumn = (now: Date): Sql => sql`case when l.revoked_at is not null then 'revoked' when l.expires_at <= ${now}::timestamptz then 'expired'
  when l.uses >= l.max_uses then 'used_up' else 'open' end as status`;

/** A link as the wire shows it; `titles` are of the documents by id. */
export const toLink = (row: LinkRow, titles: ReadonlyMap<string, string>): DocumentLink => ({
  id: row.id, kind: row.kind, label: row.label, message: row.message, documentIds: row.document_ids, titles: row.document_ids.flatMap((id) => titles.get(id) ?? []), permission: row.permission, watermark: row.watermark,
  hasPassword: row.has_password, maxUses: row.max_uses, uses: row.uses, folderId: row.folder_id, person: row.person, status: row.status,
  expiresAt: row.expires_at.toISOString(), createdAt: row.created_at.toISOString(),
});
export type { LinkRow };

const endOf = (input: Pick<LinkInput, 'expiresAt' | 'expiry' | 'expiresInHours'>, now: Date): Date => {
  const said = input.expiresAt ?? input.expiry;
  const end = said ? new Date(said) : new Date(now.getTime() + (input.expiresInHours ?? 168) * hourMs);
  if (end <= now || end.getTime() > now.getTime() + longestMs) throw expiryInvalid();
  return end;
};

const getLink = async (tx: Tx, id: string, now: Date): Promise<DocumentLink> => {
  const [row] = await tx.query<LinkRow>(sql`select ${linkColumns}, ${statusColumn(now)} from public.document_links l where l.id = ${id}`);
  if (!row) throw linkMissing();
  return toLink(row, await titlesOf(tx, row.document_ids));
};

type Given = DocumentLink & { token: string };

const childrenMayNot = (error: unknown): never => {
  throw isPolicyViolation(error) ? noLinksForChildren() : error;
};

/** Gives a link to a document of the caller's, and to others of theirs beside it. */
export const giveLink = async (ctx: UserContext, documentId: string, input: LinkInput): Promise<Given> => {
  const { actor, deps } = ctx;
  const now = deps.clock.now();
  const [id, token, expiresAt] = [uuidv7(), newToken(), endOf(input, now)];
  const ids = [...new Set([documentId, ...(input.documentIds ?? [])].map((one) => one.toLowerCase()))];
  await deps.db.asUser(actor, async (tx) => {
    for (const one of ids) await mustOwn(tx, actor.userId, one);
  });
  const passwordHash = input.password ? await deps.passwords.hash(input.password) : null;
  return deps.db.asUser(actor, async (tx) => {
    if (input.watermark) {
      const others = await tx.query<{ id: string }>(sql`
        select d.id from public.documents d where d.id = any(${ids}::uuid[]) and d.mime_type <> 'application/pdf' and d.mime_type not like 'image/%'`);
      if (others.length > 0) throw noWatermark(others.map((row) => row.id));
    }
    await tx.query(sql`
      insert into public.document_links (id, user_id, kind, token_hash, label, password_hash, permission, watermark, max_uses, expires_at)
      values (${id}, ${actor.userId}, 'share', ${hashToken(token)}, ${input.label || null}, ${passwordHash}, ${input.permission}, ${input.watermark}, ${input.maxUses ?? null}, ${expiresAt})`);
    await tx.query(sql`
      insert into public.document_link_items (link_id, document_id, user_id, place)
      select ${id}::uuid, d.id, ${actor.userId}::uuid, d.place from unnest(${ids}::uuid[]) with ordinality d (id, place)`);
    await recordActivity(tx, { actorId: actor.userId, documentIds: ids, action: 'link_given', details: { linkId: id, permission: input.permission }, now });
    return { ...(await getLink(tx, id, now)), token };
  }).catch(childrenMayNot);
};

/** Gives a link by which somebody without an account sends files into the caller's vault. */
export const giveRequestLink = async (ctx: UserContext, input: RequestLinkInput): Promise<Given> => {
  const { actor, deps } = ctx;
  const now = deps.clock.now();
  const [id, token, expiresAt] = [uuidv7(), newToken(), endOf(input, now)];
  const passwordHash = input.password ? await deps.passwords.hash(input.password) : null;
  return deps.db.asUser(actor, async (tx) => {
    if (input.folderId) {
      const [folder] = await tx.query<{ user_id: string }>(sql`select f.user_id from public.folders f where f.id = ${input.folderId}`);
      if (!folder) throw folderMissing();
      if (folder.user_id !== actor.userId) throw ownerOnly('folder');
    }
    await tx.query(sql`
      insert into public.document_links (id, user_id, kind, token_hash, label, message, password_hash, max_uses, expires_at, folder_id, person)
      values (${id}, ${actor.userId}, 'request', ${hashToken(token)}, ${input.label || null}, ${input.message || null}, ${passwordHash}, ${input.maxUses ?? null}, ${expiresAt},
        ${input.folderId ?? null}, ${input.person || null})`);
    return { ...(await getLink(tx, id, now)), token };
  }).catch(childrenMayNot);
};
